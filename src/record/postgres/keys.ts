import type { Speaker } from '../../engine/index.js';
import { speakerKey } from '../../engine/speakers/names.js';
import { nameKey } from '../name-key.js';
import { asColumn, keyOfSpeaker } from '../stored.js';
import type { Session } from './connection.js';

type Named = Pick<Speaker, 'kind' | 'name' | 'id'>;

/** Row keys of outlets and speakers that one transaction needs. */
export interface Keys {
  outlet(name: string | null): number | null;
  speaker(speaker: Named, outlet: string | null): number;
  /** Keys of the speakers that were made for it. */
  readonly made: ReadonlySet<string>;
}

/** What has to have a key: the outlets and speakers of the readings at hand. */
export interface Wanted {
  readonly outlets: readonly (string | null)[];
  readonly speakers: readonly { readonly speaker: Named; readonly outlet: string | null }[];
}

/**
 * Finds the keys of all that is wanted, and makes those that are missing. Everything is made in the order of its name, so that
 * of two transactions that make the same ones neither waits for what the other made later.
 */
export async function findKeys(session: Session, wanted: Wanted): Promise<Keys> {
  const outlets = await outletKeys(session, wanted.outlets);
  const { keys, made } = await speakerKeys(session, wanted);
  return {
    outlet: (name) => (name === null ? null : found(outlets, asColumn(name))),
    speaker: (speaker, outlet) => found(keys, asColumn(keyOfSpeaker(speaker, outlet))),
    made,
  };
}

function found(keys: ReadonlyMap<string, number>, name: string): number {
  const key = keys.get(name);
  if (key === undefined) throw new RangeError(`no key was looked for under ${name}`);
  return key;
}

interface KeyRow {
  readonly name: string;
  readonly key: number;
}

async function outletKeys(session: Session, wanted: Wanted['outlets']): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(wanted.filter((name) => name !== null).map(asColumn))].sort();
  if (names.length === 0) return new Map();
  const find = async (): Promise<ReadonlyMap<string, number>> =>
    asMap(await session.query<KeyRow>('select name, outlet_key as key from outlets where name = any($1)', [names]));
  const known = await find();
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  await session.query(
    `insert into outlets (name, name_key) select name, name_key from json_populate_recordset(null::outlets, $1)
     on conflict (hash_of(name)) do nothing`,
    [JSON.stringify(missing.map((name) => ({ name, name_key: asColumn(nameKey(name)) })))],
  );
  return find();
}

const asMap = (rows: readonly KeyRow[]): Map<string, number> => new Map(rows.map(({ name, key }) => [name, key]));

async function speakerKeys(session: Session, { speakers }: Wanted) {
  const named = new Map<string, Named>();
  for (const { speaker, outlet } of speakers) {
    const key = asColumn(keyOfSpeaker(speaker, outlet));
    if (!named.has(key)) named.set(key, speaker);
  }
  const all = [...named.keys()].sort();
  const find = (keys: readonly string[]) =>
    session.query<KeyRow>('select key as name, speaker_key as key from speakers where key = any($1)', [keys]);
  const keys = all.length === 0 ? new Map<string, number>() : asMap(await find(all));
  const missing = all.filter((key) => !keys.has(key));
  if (missing.length > 0) {
    const rows = missing.map((key) => ({ key, kind: named.get(key)?.kind, name: columnOrNull(named.get(key)?.name ?? null) }));
    await session.query(
      `insert into speakers (key, kind, name) select key, kind, name from json_populate_recordset(null::speakers, $1)
       on conflict (hash_of(key)) do nothing`,
      [JSON.stringify(rows)],
    );
    for (const { name, key } of await find(missing)) keys.set(name, key);
  }
  await addSpellings(session, speakers, keys);
  return { keys, made: new Set(missing) };
}

/** Every spelling of a name once, by whatever statement came first. */
async function addSpellings(session: Session, speakers: Wanted['speakers'], keys: ReadonlyMap<string, number>): Promise<void> {
  const spellings = new Map<string, { readonly speaker_key: number; readonly name_key: string; readonly name: string }>();
  for (const { speaker, outlet } of speakers) {
    if (speaker.name === null) continue;
    const row = {
      speaker_key: found(keys, asColumn(keyOfSpeaker(speaker, outlet))),
      name_key: asColumn(speakerKey(speaker.name)),
      name: asColumn(speaker.name),
    };
    const spelling = `${row.speaker_key} ${row.name_key}`;
    if (!spellings.has(spelling)) spellings.set(spelling, row);
  }
  if (spellings.size === 0) return;
  const rows = [...spellings.values()].sort(
    (one, other) => one.speaker_key - other.speaker_key || (one.name_key < other.name_key ? -1 : 1),
  );
  await session.query(
    `insert into speaker_names (speaker_key, name_key, name)
     select n.speaker_key, n.name_key, n.name from json_populate_recordset(null::speaker_names, $1) n
     where not exists (select 1 from speaker_names o where o.speaker_key = n.speaker_key and o.name_key = n.name_key)
     on conflict (speaker_key, hash_of(name_key)) do nothing`,
    [JSON.stringify(rows)],
  );
}

export const columnOrNull = (text: string | null): string | null => (text === null ? null : asColumn(text));
