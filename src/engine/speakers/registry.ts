import { DEMONYM_OF } from './countries.js';
import { nameWords, speakerKey, surnameKey } from './names.js';
import { compareRoles } from './roles.js';

/** An office with the days it was held. Days may be a year or a month alone; null is "not known" for `from`, "still held or not known" for `to`. */
export interface Office {
  readonly title: string;
  /** Country or body of the office; null for one that its title names whole. */
  readonly of: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The last day up to which an office without an end is known to have been held; null for no limit. */
  readonly checked: string | null;
}

/** Somebody whom a registry knows: the preferred name, other spellings, offices. */
export interface RegistryEntry {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly wikidata: string | null;
  readonly offices: readonly Office[];
}

/** How an entry was found: by a name that it lists, by its surname with an office that the article gives, or by the office alone. */
export type FoundBy = 'name' | 'surname-with-office' | 'office-holder';

export type Resolution =
  | { readonly kind: 'found'; readonly entry: RegistryEntry; readonly rule: FoundBy }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly entries: readonly RegistryEntry[] };

export interface Registry {
  readonly entries: readonly RegistryEntry[];
  /**
   * Who bears a name. A name that an entry lists is enough, unless the roles given speak against it; a surname alone needs a
   * role that is one of the entry's offices. `roles` are the article's words for the person, `day` is null where unknown.
   */
  resolve(name: string, roles: readonly string[], day: string | null): Resolution;
  /** Who held the office that the words describe ("the Russian president") on the day; nobody without a day or a country. */
  holder(words: string, day: string | null): Resolution;
}

/** A registry of these entries. Of two entries with one id the later one stands: a user's own file comes last. */
export function createRegistry(entries: readonly RegistryEntry[]): Registry {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byKey = new Map<string, RegistryEntry[]>();
  const bySurname = new Map<string, RegistryEntry[]>();
  for (const entry of byId.values()) {
    for (const name of new Set([entry.name, ...entry.names].map(speakerKey))) add(byKey, name, entry);
    add(bySurname, surnameKey(entry.name), entry);
  }
  return {
    entries: [...byId.values()],
    resolve: (name, roles, day) => resolve(byKey, bySurname, name, roles, day),
    holder: (words, day) => holder(byId.values(), words, day),
  };
}

function add(map: Map<string, RegistryEntry[]>, key: string, entry: RegistryEntry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}

type Index = ReadonlyMap<string, readonly RegistryEntry[]>;

function resolve(byKey: Index, bySurname: Index, name: string, roles: readonly string[], day: string | null): Resolution {
  const key = speakerKey(name);
  const named = (byKey.get(key) ?? []).filter((entry) => !contradicts(entry, roles));
  if (named.length > 0) return one(named, 'name', day);
  if (byKey.has(key) || nameWords(name).length > 1) return { kind: 'none' };
  const bearers = (bySurname.get(key) ?? []).filter((entry) => compareRoles(roles, titlesOf(entry)) === 'same');
  return one(bearers, 'surname-with-office', day);
}

function one(entries: readonly RegistryEntry[], rule: FoundBy, day: string | null): Resolution {
  const [only] = entries;
  if (only === undefined) return { kind: 'none' };
  if (entries.length === 1) return { kind: 'found', entry: only, rule };
  const inOffice = entries.filter((entry) => holdsAny(entry, day));
  const [holding] = inOffice;
  return inOffice.length === 1 && holding !== undefined ? { kind: 'found', entry: holding, rule } : { kind: 'ambiguous', entries };
}

const titlesOf = (entry: RegistryEntry): readonly string[] => entry.offices.map((office) => office.title);

const contradicts = (entry: RegistryEntry, roles: readonly string[]): boolean => compareRoles(roles, titlesOf(entry)) === 'different';

const holdsAny = (entry: RegistryEntry, day: string | null): boolean => day !== null && entry.offices.some((office) => isHeld(office, day));

/** Whether an office was surely held on a day: one whose start is unknown never was, one without an end only while that was checked. */
export function isHeld({ from, to, checked }: Office, day: string): boolean {
  if (from === null) return false;
  // A year or month alone as the start counts from its end, as the end up to its start: only what is sure.
  const start = from.length === 10 ? from : `${from}-99`;
  if (to === null) return start <= day && (checked === null || day <= checked);
  return start <= day && day <= to;
}

function holder(entries: Iterable<RegistryEntry>, words: string, day: string | null): Resolution {
  if (day === null) return { kind: 'none' };
  const wanted = officeWords(words);
  if (wanted.places.size === 0 || wanted.title === '' || wanted.past) return { kind: 'none' };
  const found = new Set<RegistryEntry>();
  for (const entry of entries) {
    for (const office of entry.offices) {
      if (isHeld(office, day) && office.of !== null && wanted.places.has(office.of.toLowerCase()) && titleOf(office.title) === wanted.title)
        found.add(entry);
    }
  }
  return one([...found], 'office-holder', null);
}

const PAST = new Set(['former', 'ex', 'late', 'then', 'next', 'future', 'deputy', 'vice', 'acting', 'elect', 'president-elect']);

/** "the Russian foreign minister" → Russia, "foreign minister". Words that are neither place nor title leave the title unmatched. */
function officeWords(words: string): { readonly places: ReadonlySet<string>; readonly title: string; readonly past: boolean } {
  const all = words
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/g, '')
    .split(/[^\p{L}.-]+/u)
    .filter((word) => word !== '' && !ARTICLES.has(word));
  const places = new Set<string>();
  const title: string[] = [];
  for (let at = 0; at < all.length; at++) {
    const pair = `${all[at]} ${all[at + 1] ?? ''}`;
    const country = DEMONYM_OF.get(pair) ?? DEMONYM_OF.get(all[at] ?? '');
    if (country === undefined) title.push(all[at] ?? '');
    else {
      places.add(country.toLowerCase());
      if (DEMONYM_OF.has(pair)) at++;
    }
  }
  return { places, title: titleOf(title.join(' ')), past: all.some((word) => PAST.has(word)) };
}

const ARTICLES = new Set(['the', 'a', 'an', 'of', 'its', 'current']);

/** Titles that mean one office: "premier" is a prime minister, "foreign secretary" and "secretary of state" are foreign ministers. */
const SAME_TITLE: Readonly<Record<string, string>> = {
  premier: 'prime minister',
  'foreign secretary': 'foreign minister',
  'secretary state': 'foreign minister',
  'secretary of state': 'foreign minister',
  'minister for foreign affairs': 'foreign minister',
  'minister of foreign affairs': 'foreign minister',
  'secretary general': 'secretary-general',
};

const titleOf = (title: string): string => SAME_TITLE[title.toLowerCase().trim()] ?? title.toLowerCase().trim();
