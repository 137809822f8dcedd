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
import type { BriefStatement, Filter, RecordedSpeaker } from '../statement-record.js';
import type { Connection } from './connection.js';
import { postgresWriter as writer } from './writer.js';

/** How many statements are told at once. */
const AT_ONCE = 5_000;

interface ListRow {
  readonly row: string;
}

/** Statements that meet a filter, in brief. */
export async function* briefs(connection: Connection, filter: Filter): AsyncGenerator<readonly BriefStatement[]> {
  const named = await createNames(connection);
  const takesSide = isAboutPositions(filter) ? sql`s.stance is not null and` : sql``;
  const query = sql<ListRow>`select json_build_array(${briefColumns})::text as row from statements s
    where ${takesSide} ${briefCondition(writer, filter)}`;
  for await (const rows of connection.stream(query.compile(writer.database), AT_ONCE))
    yield await named(JSON.parse(`[${rows.map(({ row }) => row).join(',')}]`) as readonly BriefValues[]);
}

/** Gives rows the names of their speakers and outlets, each looked up once. */
async function createNames(connection: Connection): Promise<(rows: readonly BriefValues[]) => Promise<readonly BriefStatement[]>> {
  const outlets = new Map((await connection.all(outletNames(writer))).map(({ key, name }) => [key, name]));
  const speakers = new Map<number, RecordedSpeaker>();
  return async (rows) => {
    const unseen = new Set(rows.map(speakerOf).filter((key) => !speakers.has(key)));
    if (unseen.size > 0) {
      const keys = sql`select unnest(${[...unseen]}::bigint[])`;
      for (const { row, key, kind, name } of await connection.all(speakersOfRows(writer, keys))) speakers.set(row, { key, kind, name });
    }
    return rows.map((row) => {
      const outlet = outletOf(row);
      return briefStatement(row, speakers.get(speakerOf(row)) ?? NOBODY, outlet === null ? null : (outlets.get(outlet) ?? null));
    });
  };
}

const NOBODY: RecordedSpeaker = { key: 'none:', kind: 'none', name: null };
