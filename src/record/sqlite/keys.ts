import type { Speaker } from '../../engine/index.js';
import { speakerKey } from '../../engine/speakers/names.js';
import { nameKey } from '../name-key.js';
import { asColumn, keyOfSpeaker } from '../stored.js';
import type { Connection } from './connection.js';

/** How many keys are remembered of each table before the memory is emptied. */
const REMEMBERED = 100_000;

/** Row keys of outlets and speakers, made where they are missing. Only to be used inside a writing transaction. */
export interface Keys {
  outlet(name: string | null): number | null;
  speaker(speaker: Pick<Speaker, 'kind' | 'name' | 'id'>, outlet: string | null): number;
  /** Forgets what a transaction that came to nothing may have made. */
  forget(): void;
  /** Keys of the speakers that were made since this was last asked. */
  takeMade(): ReadonlySet<string>;
}

export function createKeys(connection: Connection): Keys {
  const outlets = new Map<string, number>();
  const speakers = new Map<string, number>();
  const names = new Set<string>();
  let made = new Set<string>();
  const remember = (map: Map<string, number>, key: string, found: number): number => {
    if (map.size >= REMEMBERED) map.clear();
    map.set(key, found);
    return found;
  };
  const addName = (key: number, name: string): void => {
    const spelling = `${key} ${name}`;
    if (names.has(spelling)) return;
    if (names.size >= REMEMBERED) names.clear();
    names.add(spelling);
    connection
      .prepare('insert or ignore into speaker_names (speaker_key, name_key, name) values (?, ?, ?)')
      .run(key, column(speakerKey(name)), column(name));
  };
  return {
    outlet(name) {
      if (name === null) return null;
      const known = outlets.get(name);
      if (known !== undefined) return known;
      const found = connection.prepare('select outlet_key as found from outlets where name = ?').get(column(name));
      if (found !== undefined) return remember(outlets, name, (found as { readonly found: number }).found);
      const { lastInsertRowid } = connection
        .prepare('insert into outlets (name, name_key) values (?, ?)')
        .run(column(name), column(nameKey(name)));
      return remember(outlets, name, Number(lastInsertRowid));
    },
    speaker(speaker, outlet) {
      const key = column(keyOfSpeaker(speaker, outlet));
      const known = speakers.get(key) ?? findSpeaker(connection, key);
      if (known === undefined) made.add(key);
      const found = remember(speakers, key, known ?? addSpeaker(connection, key, speaker));
      if (speaker.name !== null) addName(found, speaker.name);
      return found;
    },
    forget() {
      outlets.clear();
      speakers.clear();
      names.clear();
    },
    takeMade() {
      const taken = made;
      made = new Set();
      return taken;
    },
  };
}

function findSpeaker(connection: Connection, key: string): number | undefined {
  const row = connection.prepare('select speaker_key as found from speakers where key = ?').get(key);
  return row === undefined ? undefined : (row as { readonly found: number }).found;
}

function addSpeaker(connection: Connection, key: string, speaker: Pick<Speaker, 'kind' | 'name'>): number {
  const name = speaker.name === null ? null : column(speaker.name);
  const { lastInsertRowid } = connection.prepare('insert into speakers (key, kind, name) values (?, ?, ?)').run(key, speaker.kind, name);
  return Number(lastInsertRowid);
}

/** A text as a column can hold it. The JSON beside has it unchanged. */
export const column = asColumn;

export const columnOrNull = (text: string | null): string | null => (text === null ? null : column(text));
