import { speakerKey } from '../../engine/speakers/names.js';
import { outcomesOf, standingOf } from '../corrections/active.js';
import { carryOut, type PlannedChange, planStatements, writeCorrected } from '../corrections/carry-out.js';
import type { Change, Correction, CorrectionOutcome } from '../corrections/correction.js';
import { asColumn, readStatement, type StoredStatement } from '../stored.js';
import { textOf } from '../verify-text.js';
import type { Session } from './connection.js';
import { STATEMENT_ROW, statementRow } from './filing.js';
import { findKeys } from './keys.js';

/** The corrections that the record follows, in their order. */
export async function heldCorrections(session: Session): Promise<readonly Correction[]> {
  const rows = await session.query<{ readonly json: string }>('select json from corrections order by ordinal');
  return rows.map(({ json }) => JSON.parse(json) as Correction);
}

/** Puts back what earlier corrections changed and makes these, inside the caller's transaction. One outcome an entry. */
export async function applyCorrections(session: Session, corrections: readonly Correction[]): Promise<readonly CorrectionOutcome[]> {
  await restore(session);
  await keep(session, corrections);
  const standing = standingOf(corrections);
  const { active } = standing;
  const outcomes = new Map<string, CorrectionOutcome>();
  const tell: Tell = (id, outcome, message = null) => {
    outcomes.set(id, { id, outcome, message });
  };
  for (const [statement, changes] of planStatements(active)) await correctStatement(session, statement, changes, tell);
  for (const { id, change } of active) await correctSpeakers(session, id, change, tell);
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

interface Rewritten {
  readonly key: number;
  readonly stored: StoredStatement;
  readonly speaker: number;
  readonly corrected: string | null;
  readonly withdrawn: 0 | 1;
}

async function rewrite(session: Session, { key, stored, speaker, corrected, withdrawn }: Rewritten): Promise<void> {
  const changed = [...STATEMENT_ROW, 'speaker_key', 'corrected', 'withdrawn'].join(', ');
  await session.query(
    `update statements set (${changed}) = (select ${changed} from json_populate_record(null::statements, $1)) where statement_key = $2`,
    [JSON.stringify({ ...statementRow(stored), speaker_key: speaker, corrected, withdrawn }), key],
  );
}

async function restore(session: Session): Promise<void> {
  const rows = await session.query<StatementRow>(`${ROWS} where s.corrected is not null or s.withdrawn = 1`);
  for (const { key, json, outlet } of rows) {
    const stored = readStatement(json);
    await rewrite(session, { key, stored, speaker: await speakerOf(session, stored, outlet), corrected: null, withdrawn: 0 });
  }
  await session.query('update speakers set merged_into = null, renamed = null where merged_into is not null or renamed is not null');
  await session.query('delete from speaker_names where own = 0');
  await session.query('delete from speaker_roles');
  await session.query('delete from corrections');
}

async function speakerOf(session: Session, { statement }: StoredStatement, outlet: string | null): Promise<number> {
  const keys = await findKeys(session, { outlets: [], speakers: [{ speaker: statement.speaker, outlet }] });
  return keys.speaker(statement.speaker, outlet);
}

async function keep(session: Session, corrections: readonly Correction[]): Promise<void> {
  const rows = corrections.map((correction, ordinal) => ({ ordinal, id: asColumn(correction.id), json: JSON.stringify(correction) }));
  await session.query('insert into corrections select * from json_populate_recordset(null::corrections, $1)', [JSON.stringify(rows)]);
}

async function correctStatement(session: Session, statement: string, changes: readonly PlannedChange[], tell: Tell): Promise<void> {
  const [row] = await session.query<StatementRow>(`${ROWS} where s.id = $1`, [asColumn(statement)]);
  if (row === undefined) {
    for (const { id } of changes) tell(id, 'waiting', `statement ${statement} is not in the record`);
    return;
  }
  const { stored, split, withdrawn, made, wrong } = carryOut(readStatement(row.json), changes, textOf(row.body));
  for (const { id, message } of wrong) tell(id, 'wrong', message);
  if (made.length === 0) return;
  const speaker =
    split === null
      ? await speakerOf(session, stored, row.outlet)
      : await addSpeaker(session, `split:${split.by}`, stored.statement.speaker.kind, split.name);
  await rewrite(session, { key: row.key, stored, speaker, corrected: writeCorrected(stored, made), withdrawn });
}

async function addSpeaker(session: Session, key: string, kind: string, name: string): Promise<number> {
  await session.query(`insert into speakers (key, kind, name) values ($1, $2, $3) on conflict (hash_of(key)) do nothing`, [
    asColumn(key),
    kind,
    asColumn(name),
  ]);
  const [row] = await session.query<{ readonly found: number }>('select speaker_key as found from speakers where key = $1', [
    asColumn(key),
  ]);
  if (row === undefined) throw new RangeError('a speaker that was made is there');
  await addName(session, row.found, name);
  return row.found;
}

const addName = (session: Session, speaker: number, name: string): Promise<unknown> =>
  session.query(
    `insert into speaker_names (speaker_key, name_key, name, own) values ($1, $2, $3, 0)
     on conflict (speaker_key, hash_of(name_key)) do nothing`,
    [speaker, asColumn(speakerKey(name)), asColumn(name)],
  );

async function correctSpeakers(session: Session, id: string, change: Change, tell: Tell): Promise<void> {
  if (change.kind === 'merge') await merge(session, id, change, tell);
  if (change.kind !== 'rename' && change.kind !== 'role') return;
  const speaker = await findSpeaker(session, change.speaker, id, tell);
  if (speaker === null) return;
  if (change.kind === 'role') {
    await session.query('insert into speaker_roles (speaker_key, role, from_day, to_day) values ($1, $2, $3, $4)', [
      speaker,
      asColumn(change.role),
      change.from,
      change.to,
    ]);
    return;
  }
  await session.query('update speakers set renamed = $1 where speaker_key = $2', [asColumn(change.name), speaker]);
  await addName(session, speaker, change.name);
}

async function merge(session: Session, id: string, { from, into }: Extract<Change, { readonly kind: 'merge' }>, tell: Tell): Promise<void> {
  const one = await findSpeaker(session, from, id, tell);
  const other = one === null ? null : await findSpeaker(session, into, id, tell);
  if (one === null || other === null) return;
  const [row] = await session.query<{ readonly target: number }>(
    'select coalesce(merged_into, speaker_key) as target from speakers where speaker_key = $1',
    [other],
  );
  if (row?.target === one) tell(id, 'wrong', `"${into}" already belongs to "${from}"`);
  else await session.query('update speakers set merged_into = $1 where speaker_key = $2 or merged_into = $2', [row?.target, one]);
}

/** A speaker by key, else by a name that only one has. */
async function findSpeaker(session: Session, named: string, id: string, tell: Tell): Promise<number | null> {
  const [byKey] = await session.query<{ readonly found: number }>('select speaker_key as found from speakers where key = $1', [
    asColumn(named),
  ]);
  if (byKey !== undefined) return byKey.found;
  const byName = await session.query<{ readonly found: number; readonly key: string }>(
    `select s.speaker_key as found, s.key from speaker_names n join speakers s on s.speaker_key = n.speaker_key
     where n.name_key = $1 order by s.speaker_key`,
    [asColumn(speakerKey(named))],
  );
  const [first] = byName;
  if (byName.length === 1 && first !== undefined) return first.found;
  if (first === undefined) tell(id, 'waiting', `"${named}" is not in the record`);
  else tell(id, 'wrong', `"${named}" means several speakers; name one of ${byName.map(({ key }) => `"${key}"`).join(', ')}`);
  return null;
}
