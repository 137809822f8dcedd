import { openPeople, type People, PeopleError, peoplePlace } from '../people/index.js';
import { type Context, type Options, optionText } from './context.js';
import { problem } from './messages.js';
import { recordPlace } from './settings.js';

/** Opens the people of the record that the command line means, and frees them whatever happens. */
export async function withPeople<T>(context: Context, options: Options, use: (people: People) => Promise<T>): Promise<T> {
  const people = await openPeople(peoplePlace(recordPlace(optionText(options, 'record'), context.environment)));
  try {
    return await use(people);
  } catch (error) {
    throw error instanceof PeopleError ? problem('people-refused', error.message) : error;
  } finally {
    await people.close();
  }
}

/** Writes down what the command line changed: the log is for every change, however it came. */
export const logged = (people: People, context: Context, action: string, detail: string): Promise<void> =>
  people.log({ at: context.now(), who: 'command line', action, detail });
