import { sql } from 'kysely';
import { COMMON_PRINT } from '../prints/text-prints.js';
import type { Connection, Session } from './connection.js';
import { postgresWriter } from './writer.js';

/** Fingerprints are numbers below 2^32; the column has numbers with a sign, which take half of the room. */
export const asPrints = (prints: readonly number[]): readonly number[] => prints.map((print) => print | 0);

/** Hashes of texts that share fingerprints with this one, most first; fingerprints that many have do not count. */
export async function textsLike(session: Session, sha256: string, limit: number): Promise<readonly string[]> {
  const rows = await session.query<{ readonly sha256: string }>(
    `with own as (select text_key, prints from texts where sha256 = $1),
       shared as materialized (select p.print, q.text_key from own, unnest(own.prints) p(print),
         lateral (select text_key from texts where prints @> array[p.print] limit ${COMMON_PRINT + 1}) q),
       telling as (select print from shared group by print having count(*) <= ${COMMON_PRINT})
     select t.sha256 from shared s join telling using (print) join texts t on t.text_key = s.text_key
     where s.text_key <> (select text_key from own) group by t.text_key, t.sha256 order by count(*) desc, t.text_key limit $2`,
    [sha256, limit],
  );
  return rows.map((row) => row.sha256);
}

/** How many fingerprints are gone through at once. */
const AT_ONCE = 5_000;

interface SharedRow {
  readonly hashes: readonly string[];
}

/** For every fingerprint that several texts have, but not many: their hashes. */
export async function* sharedPassages(connection: Connection): AsyncGenerator<readonly string[]> {
  const query = sql<SharedRow>`select array_agg(t.sha256 order by t.text_key) as hashes
    from texts t, unnest(t.prints) p(print) group by p.print having count(*) between 2 and ${sql.lit(COMMON_PRINT)}`;
  for await (const rows of connection.stream(query.compile(postgresWriter.database), AT_ONCE)) for (const { hashes } of rows) yield hashes;
}
