import { decode, isBinary } from './decode.js';
import { parseProblem, readRecord } from './json-record.js';
import { type ArticleOrFailure, failure, type Limits, type Reader, type Sniff, type Source } from './reader.js';
import { linesOfStream } from './streams.js';

/** JSON Lines: one article a line, files of any size. A bad line is one failure; the lines behind it are read. */
export const jsonLinesReader: Reader = {
  name: 'json-lines',
  accepts: (sniff) => !isBinary(sniff.head) && (/\.(?:jsonl|ndjson|jsonlines)$/i.test(sniff.source) || looksLikeLines(sniff)),
  read: readLines,
};

async function* readLines(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  let seen = false;
  for await (const line of linesOfStream(source.chunks, limits.item)) {
    const place = { source: source.sniff.source, line: line.number };
    if (line.bytes === null) {
      seen = true;
      yield failure('too-large', place, `is longer than ${limits.item / 1e6} MB, the most that one line may have`);
      continue;
    }
    const { text, notes } = decode(line.bytes);
    if (text.trim() === '') continue;
    seen = true;
    try {
      yield readRecord(JSON.parse(text), place, notes, limits);
    } catch (error) {
      yield failure('broken-json', place, `is not valid JSON: ${parseProblem(error)}`);
    }
  }
  if (!seen) yield failure('empty', { source: source.sniff.source, line: null }, 'is empty');
}

/** Whether the first line is a whole JSON object and something other than white space or the end stands behind it. */
function looksLikeLines(sniff: Sniff): boolean {
  if (!/^\s*\{\s*(?:["}]|$)/.test(sniff.text) || /\.json$/i.test(sniff.source)) return false;
  const first = sniff.text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (/^\{\s*$/.test(first)) return false;
  if (first.endsWith('}')) return true;
  // A first line longer than the sniff: pretty-printed documents break their lines long before.
  return !sniff.text.trim().includes('\n') && first.length > 1000;
}
