import { addressOf, type StatementRecord } from '../../record/index.js';
import type { FetchedEntry, Validators } from '../../runtime/fetching/index.js';
import type { ReadItem } from '../../runtime/index.js';

/** What servers said of the addresses that are filed, so that what did not change is not fetched again. */
export interface KnownAddresses {
  validators(address: string): Promise<Validators | null>;
  fetched(address: string, validators: Validators): void;
  /** These articles are filed. Only then is it kept: after a stop before it, the address is fetched again. */
  filed(items: readonly ReadItem[]): Promise<void>;
}

/** With `anew`, nothing that is known is used; what servers say is kept all the same. */
export async function openKnownAddresses(place: string, record: StatementRecord, mode: 'known' | 'anew'): Promise<KnownAddresses> {
  const { openValidators } = await import('../../runtime/fetching/index.js');
  const file = await openValidators(place);
  const said = new Map<string, Validators>();
  return {
    validators: async (address) => {
      const entry = mode === 'anew' ? null : file.get(address);
      return entry !== null && (await record.article(entry.article)) !== null ? entry : null;
    },
    fetched: (address, validators) => {
      said.set(address, validators);
    },
    filed: async (items) => {
      const entries: FetchedEntry[] = [];
      for (const { place: where, article } of items) {
        const address = where.file ?? where.source;
        const validators = said.get(address);
        if (validators !== undefined) entries.push({ address, article: addressOf(article), ...validators });
        said.delete(address);
      }
      await file.keep(entries);
    },
  };
}
