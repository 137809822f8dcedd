import { sql } from 'kysely';
import {
  type BriefValues,
  briefColumns,
  briefCondition,
  briefStatement,
  isAboutPositions,
  outletNames,
  outletOf,
  speakerOf,
  speakersOfRows,
} from '../sql/brief-queries.js';
import { isSelective } from '../sql/filter-sql.js';
import type { Writer } from '../sql/queries.js';
import type { BriefStatement, Filter, RecordedSpeaker } from '../statement-record.js';
import type { Connection } from './connection.js';

/** How many statements are told at once where they come in the order of filing. */
const AT_ONCE = 5_000;

interface ListRow {
  readonly list: string;
}

/** The rows of many statements as one text of JSON: it is handed over in a fifth of the time that as many rows take. */
const list = sql`json_group_array(json_array(${briefColumns}))`;

/** Statements that meet a filter, in brief. Positions are read speaker by speaker, as their index holds them; others as they were filed. */
export async function* briefs(connection: Connection, writer: Writer, filter: Filter): AsyncGenerator<readonly BriefStatement[]> {
  const named = createNames(connection, writer);
  const where = briefCondition(writer, filter);
  if (isAboutPositions(filter)) {
    const query = sql<ListRow>`select ${list} as list from statements s where s.stance is not null and ${where} group by s.speaker_key`;
    for (const { list } of connection.all(query.compile(writer.database))) yield named(rowsOf(list));
    return;
  }
  // What few statements meet is found first and put in order then, not met one by one on a way through all of them.
  const key = isSelective(filter, writer.words) ? sql`+s.statement_key` : sql`s.statement_key`;
  let last = 0;
  for (;;) {
    const query = sql<ListRow>`select ${list} as list from (select * from statements s
      where ${key} > ${last} and ${where} order by ${key} limit ${AT_ONCE}) s`;
    const rows = rowsOf(connection.all(query.compile(writer.database))[0]?.list ?? '[]');
    yield named(rows);
    last = rows.at(-1)?.[0] ?? last;
    if (rows.length < AT_ONCE) return;
  }
}

const rowsOf = (json: string): readonly BriefValues[] => JSON.parse(json) as readonly BriefValues[];

/** Gives rows the names of their speakers and outlets, each looked up once. */
function createNames(connection: Connection, writer: Writer): (rows: readonly BriefValues[]) => readonly BriefStatement[] {
  const outlets = new Map(connection.all(outletNames(writer)).map(({ key, name }) => [key, name]));
  const speakers = new Map<number, RecordedSpeaker>();
  return (rows) => {
    const unseen = new Set(rows.map(speakerOf).filter((key) => !speakers.has(key)));
    if (unseen.size > 0) {
      const keys = sql`select value from json_each(${JSON.stringify([...unseen])})`;
      for (const { row, key, kind, name } of connection.all(speakersOfRows(writer, keys))) speakers.set(row, { key, kind, name });
    }
    return rows.map((row) => {
      const outlet = outletOf(row);
      return briefStatement(row, speakers.get(speakerOf(row)) ?? NOBODY, outlet === null ? null : (outlets.get(outlet) ?? null));
    });
  };
}

const NOBODY: RecordedSpeaker = { key: 'none:', kind: 'none', name: null };
