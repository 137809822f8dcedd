import { decode, isBinary } from './decode.js';
import { jsonLinesReader } from './json-lines-reader.js';
import { parseProblem, readRecord } from './json-record.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from './reader.js';
import { collect } from './streams.js';

/** A JSON document: one article, a list of articles, or an object that holds such a list. Held whole in memory. */
export const jsonReader: Reader = {
  name: 'json',
  accepts: (sniff) => !isBinary(sniff.head) && (/\.json$/i.test(sniff.source) || /^\s*(?:\[\s*[{[\]]|\{\s*(?:"|\}|$))/.test(sniff.text)),
  read: readDocument,
};

/** Where exports keep their list of articles. */
const LISTS = ['articles', 'items', 'results', 'data', 'docs', 'documents', 'stories', 'news', 'hits', 'entries'];

async function* readDocument(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.document);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.document / 1e6} MB; write it as JSON Lines, which have no such limit`);
    return;
  }
  const { text, notes } = decode(bytes);
  if (text.trim() === '') {
    yield failure('empty', place, 'is empty');
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    yield* looksLikeSeveral(text)
      ? jsonLinesReader.read({ sniff: source.sniff, chunks: once(bytes) }, limits)
      : [failure('broken-json', place, `is not valid JSON: ${parseProblem(error)}`)];
    return;
  }
  const list = listOf(value);
  if (list === null) yield readRecord(value, place, notes, limits);
  else if (list.length === 0) yield failure('empty', place, 'holds an empty list of articles');
  else
    for (const [index, item] of list.entries()) yield readRecord(item, { source: `${place.source}[${index}]`, line: null }, notes, limits);
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  for (const name of LISTS) {
    const inner: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : null;
    if (Array.isArray(inner) && inner.every((item) => typeof item === 'object')) return inner;
  }
  return null;
}

/** JSON Lines under the name of a JSON document: two lines that both begin an object. */
const looksLikeSeveral = (text: string): boolean => /^\s*\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 1_000_000));

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
