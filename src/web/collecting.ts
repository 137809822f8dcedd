import { type Collections, PeopleError } from '../people/index.js';
import { AskedWrongly } from './view.js';

/** Does what a form of the collections asks, as the person who is signed in. Gives the page to go on to. */
export async function collect(collections: Collections, person: string, form: URLSearchParams, now: number): Promise<string> {
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  const id = text('id');
  try {
    switch (text('do')) {
      case 'make':
        return addressOf(await collections.make(person, text('title'), now));
      case 'put':
        await collections.put(id, person, { statement: text('statement'), note: text('note') === '' ? null : text('note') });
        return addressOf(id);
      case 'take':
        await collections.take(id, person, text('statement'));
        return addressOf(id);
      case 'share':
      case 'keep':
        await collections.share(id, person, text('do') === 'share');
        return addressOf(id);
      case 'remove':
        await collections.remove(id, person);
        return '/collections';
      default:
        throw new AskedWrongly('Nothing was changed: that form is not one of these pages.');
    }
  } catch (error) {
    throw error instanceof PeopleError ? new AskedWrongly(`Nothing was changed: ${error.message}.`) : error;
  }
}

const addressOf = (id: string): string => `/collections/${encodeURIComponent(id)}`;
