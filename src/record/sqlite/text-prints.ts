import type { Block } from '../../engine/index.js';
import { COMMON_PRINT, textPrints } from '../prints/text-prints.js';
import { textOf } from '../verify-text.js';
import type { Connection } from './connection.js';
import type { Value } from './driver.js';

/** The function `prints_of` of SQL: the fingerprints of a text from its bytes and its blocks, as JSON. */
export function printsOf(body: Value | undefined, blocks: Value | undefined): Value {
  if (!(body instanceof Uint8Array) || typeof blocks !== 'string') return '[]';
  return JSON.stringify(textPrints(textOf(body), JSON.parse(blocks) as readonly Block[]));
}

export function addPrints(connection: Connection, text: number, prints: readonly number[]): void {
  connection
    .prepare('insert or ignore into text_prints (print, text_key) select value, ? from json_each(?)')
    .run(text, JSON.stringify(prints));
}

/**
 * Hashes of texts that share fingerprints with this one, most first; fingerprints that many have do not count. The table is in
 * the order of fingerprints, so the text's own are made anew.
 */
export function textsLike(connection: Connection, sha256: string, limit: number): readonly string[] {
  const text = connection.prepare('select text_key as key, body, blocks from texts where sha256 = ?').get(sha256) as
    | LikenedText
    | undefined;
  if (text === undefined) return [];
  const rows = connection
    .prepare(
      `with own as (select value as print from json_each(?)), telling as (select print from own where (
         select count(*) from (select 1 from text_prints q where q.print = own.print limit ${COMMON_PRINT + 1})) <= ${COMMON_PRINT})
       select t.sha256 from telling join text_prints p on p.print = telling.print join texts t on t.text_key = p.text_key
       where p.text_key <> ? group by p.text_key order by count(*) desc, p.text_key limit ?`,
    )
    .all(printsOf(text.body, text.blocks), text.key, limit);
  return (rows as readonly { readonly sha256: string }[]).map((row) => row.sha256);
}

interface LikenedText {
  readonly key: number;
  readonly body: Uint8Array;
  readonly blocks: string;
}

/** How many fingerprints are gone through at once. */
const AT_ONCE = 20_000;

interface PrintRow {
  readonly print: number;
  readonly texts: string;
}

/** For every fingerprint that several texts have, but not many: their hashes. */
export async function* sharedPassages(connection: Connection): AsyncGenerator<readonly string[]> {
  const hashes = new Map<number, string>();
  const hashOf = (key: number): string => {
    const known = hashes.get(key) ?? hashAt(connection, key);
    hashes.set(key, known);
    return known;
  };
  let last = -1;
  for (;;) {
    const rows = connection
      .prepare(
        `select print, json_group_array(text_key) as texts from text_prints where print > ? group by print
         having count(*) between 2 and ${COMMON_PRINT} order by print limit ${AT_ONCE}`,
      )
      .all(last) as readonly PrintRow[];
    for (const { texts } of rows) yield (JSON.parse(texts) as readonly number[]).map(hashOf);
    const end = rows.at(-1);
    if (end === undefined || rows.length < AT_ONCE) return;
    last = end.print;
  }
}

function hashAt(connection: Connection, key: number): string {
  const row = connection.prepare('select sha256 from texts where text_key = ?').get(key);
  return (row as { readonly sha256: string }).sha256;
}
