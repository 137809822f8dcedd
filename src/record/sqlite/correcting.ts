import { speakerKey } from '../../engine/speakers/names.js';
import { outcomesOf, standingOf } from '../corrections/active.js';
import { carryOut, type PlannedChange, planStatements, writeCorrected } from '../corrections/carry-out.js';
import type { Change, Correction, CorrectionOutcome } from '../corrections/correction.js';
import { readStatement, type StoredStatement } from '../stored.js';
import { textOf } from '../verify-text.js';
import { lexemesOf } from '../words/lexemes.js';
import type { Connection } from './connection.js';
import { column, type Keys } from './keys.js';
import { COLUMNS, columnValues } from './statement-columns.js';

/** The corrections that the record follows, in their order. */
export const heldCorrections = (connection: Connection): readonly Correction[] =>
  (connection.prepare('select json from corrections order by ordinal').all() as readonly { readonly json: string }[]).map(
    ({ json }) => JSON.parse(json) as Correction,
  );

/** Puts back what earlier corrections changed and makes these, inside the caller's transaction. One outcome an entry. */
export function applyCorrections(connection: Connection, keys: Keys, corrections: readonly Correction[]): readonly CorrectionOutcome[] {
  restore(connection, keys);
  keep(connection, corrections);
  const standing = standingOf(corrections);
  const { active } = standing;
  const outcomes = new Map<string, CorrectionOutcome>();
  const tell = (id: string, outcome: CorrectionOutcome['outcome'], message: string | null = null): void => {
    outcomes.set(id, { id, outcome, message });
  };
  correctStatements(connection, keys, active, tell);
  for (const { id, change } of active) correctSpeakers(connection, id, change, tell);
  return outcomesOf(corrections, standing, outcomes);
}

type Tell = (id: string, outcome: CorrectionOutcome['outcome'], message?: string | null) => void;

interface StatementRow {
  readonly key: number;
  readonly json: string;
  readonly body: Uint8Array;
  readonly outlet: string | null;
}

const ROWS = `select s.statement_key as key, s.json, t.body, o.name as outlet from statements s join texts t on t.text_key = s.text_key
  join appearances a on a.appearance_key = t.first_appearance left join outlets o on o.outlet_key = a.outlet_key`;

const SET = COLUMNS.map((name) => `${name} = ?`).join(', ');

/** Writes a statement's row anew and tells the index of words, which must be told what to forget first. */
function rewrite(
  connection: Connection,
  key: number,
  stored: StoredStatement,
  speaker: number,
  corrected: string | null,
  withdrawn: 0 | 1,
): void {
  connection
    .prepare(
      `insert into statement_words (statement_words, rowid, words, target)
       select 'delete', statement_key, lexemes(words), lexemes(coalesce(target, '')) from statements where statement_key = ?`,
    )
    .run(key);
  connection
    .prepare(`update statements set ${SET}, speaker_key = ?, corrected = ?, withdrawn = ? where statement_key = ?`)
    .run(...columnValues(stored), speaker, corrected, withdrawn, key);
  connection
    .prepare('insert into statement_words (rowid, words, target) values (?, ?, ?)')
    .run(key, lexemesOf(stored.statement.words), lexemesOf(stored.wording.target ?? ''));
}

function restore(connection: Connection, keys: Keys): void {
  const rows = connection.prepare(`${ROWS} where s.corrected is not null or s.withdrawn = 1`).all() as readonly StatementRow[];
  for (const { key, json, outlet } of rows) {
    const stored = readStatement(json);
    rewrite(connection, key, stored, keys.speaker(stored.statement.speaker, outlet), null, 0);
  }
  connection.exec(`update speakers set merged_into = null, renamed = null where merged_into is not null or renamed is not null;
    delete from speaker_names where own = 0; delete from speaker_roles; delete from corrections;`);
  keys.forget();
}

function keep(connection: Connection, corrections: readonly Correction[]): void {
  const insert = connection.prepare('insert into corrections (ordinal, id, json) values (?, ?, ?)');
  for (const [index, correction] of corrections.entries()) insert.run(index, column(correction.id), JSON.stringify(correction));
}

/** Every statement that corrections name is written once, with all of its changes in their order. */
function correctStatements(connection: Connection, keys: Keys, active: readonly Correction[], tell: Tell): void {
  for (const [statement, changes] of planStatements(active)) {
    const row = connection.prepare(`${ROWS} where s.id = ?`).get(column(statement)) as StatementRow | undefined;
    if (row === undefined) for (const { id } of changes) tell(id, 'waiting', `statement ${statement} is not in the record`);
    else correctOne(connection, keys, row, changes, tell);
  }
}

function correctOne(connection: Connection, keys: Keys, row: StatementRow, changes: readonly PlannedChange[], tell: Tell): void {
  const { stored, split, withdrawn, made, wrong } = carryOut(readStatement(row.json), changes, textOf(row.body));
  for (const { id, message } of wrong) tell(id, 'wrong', message);
  if (made.length === 0) return;
  const { speaker } = stored.statement;
  const who = split === null ? keys.speaker(speaker, row.outlet) : addSpeaker(connection, `split:${split.by}`, speaker.kind, split.name);
  rewrite(connection, row.key, stored, who, writeCorrected(stored, made), withdrawn);
}

function addSpeaker(connection: Connection, key: string, kind: string, name: string): number {
  const statement = connection.prepare('insert or ignore into speakers (key, kind, name) values (?, ?, ?)');
  statement.run(column(key), kind, column(name));
  const { found } = connection.prepare('select speaker_key as found from speakers where key = ?').get(column(key)) as {
    readonly found: number;
  };
  addName(connection, found, name);
  return found;
}

const addName = (connection: Connection, speaker: number, name: string): void =>
  void connection
    .prepare('insert or ignore into speaker_names (speaker_key, name_key, name, own) values (?, ?, ?, 0)')
    .run(speaker, column(speakerKey(name)), column(name));

function correctSpeakers(connection: Connection, id: string, change: Change, tell: Tell): void {
  if (change.kind === 'merge') merge(connection, id, change, tell);
  if (change.kind !== 'rename' && change.kind !== 'role') return;
  const speaker = findSpeaker(connection, change.speaker, id, tell);
  if (speaker === null) return;
  if (change.kind === 'role') {
    const insert = connection.prepare('insert into speaker_roles (speaker_key, role, from_day, to_day) values (?, ?, ?, ?)');
    insert.run(speaker, column(change.role), change.from, change.to);
    return;
  }
  connection.prepare('update speakers set renamed = ? where speaker_key = ?').run(column(change.name), speaker);
  addName(connection, speaker, change.name);
}

function merge(connection: Connection, id: string, { from, into }: Extract<Change, { readonly kind: 'merge' }>, tell: Tell): void {
  const one = findSpeaker(connection, from, id, tell);
  const other = one === null ? null : findSpeaker(connection, into, id, tell);
  if (one === null || other === null) return;
  const row = connection.prepare('select coalesce(merged_into, speaker_key) as target from speakers where speaker_key = ?').get(other);
  const { target } = row as { readonly target: number };
  if (target === one) tell(id, 'wrong', `"${into}" already belongs to "${from}"`);
  else connection.prepare('update speakers set merged_into = ? where speaker_key = ? or merged_into = ?').run(target, one, one);
}

/** A speaker by key, else by a name that only one has. */
function findSpeaker(connection: Connection, named: string, id: string, tell: Tell): number | null {
  const byKey = connection.prepare('select speaker_key as found from speakers where key = ?').get(column(named));
  if (byKey !== undefined) return (byKey as { readonly found: number }).found;
  const byName = connection
    .prepare(
      'select s.speaker_key as found, s.key from speaker_names n join speakers s on s.speaker_key = n.speaker_key where n.name_key = ?',
    )
    .all(column(speakerKey(named))) as readonly { readonly found: number; readonly key: string }[];
  const [first] = byName;
  if (byName.length === 1 && first !== undefined) return first.found;
  if (first === undefined) tell(id, 'waiting', `"${named}" is not in the record`);
  else tell(id, 'wrong', `"${named}" means several speakers; name one of ${byName.map(({ key }) => `"${key}"`).join(', ')}`);
  return null;
}
