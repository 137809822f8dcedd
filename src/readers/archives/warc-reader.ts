import { dayOf } from '../days.js';
import { decode, makeStorable } from '../decode.js';
import { NOTHING_TOLD } from '../fields.js';
import { decodePage } from '../html/decode-page.js';
import { readPage } from '../html/read-page.js';
import { makeReadable } from '../make-readable.js';
import { type ArticleOrFailure, failure, type Limits, type Place, type Reader, type Source } from '../reader.js';
import { concatenate } from '../streams.js';
import { unpack } from './unpack.js';

/** WARC files (ISO 28500), the format of web archives: one article a response that is a web page. Constant memory. */
export const warcReader: Reader = {
  name: 'warc',
  accepts: (sniff) => sniff.text.startsWith('WARC/'),
  read: readWarc,
};

interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  /** Null where the record is longer than an article may be. */
  readonly body: Uint8Array | null;
}

async function* readWarc(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  const name = source.sniff.source;
  for await (const record of recordsOf(source.chunks, limits.item)) {
    const url = (record.headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
    const place = { source: url === '' ? name : `${name} ${url}`, line: null };
    const type = record.headers.get('warc-type') ?? '';
    if (!READ.has(type) || !/^https?:/i.test(url)) continue;
    if (record.body === null) {
      yield failure('too-large', place, `is larger than ${limits.item / 1e6} MB, the most that one page may have`);
      continue;
    }
    if (type === 'conversion') {
      if (/^text\/plain\b/i.test(record.headers.get('content-type') ?? '')) yield readConversion(record.body, url, place);
      continue;
    }
    const page = type === 'resource' ? resourceOf(record) : await pageOf(record.body);
    if (page === null) continue;
    const decoded = decodePage(page);
    const { text: html, notes } = makeStorable(decoded.text);
    const read = readPage(html, { url });
    if (read.empty) continue;
    const seen = dayOf(record.headers.get('warc-date') ?? '');
    const noted =
      read.article.published === null && seen !== null
        ? [{ code: 'date-not-understood' as const, message: `gives no day; it was archived on ${seen}` }]
        : [];
    yield { kind: 'article', article: read.article, place, notes: [...decoded.notes, ...notes, ...noted] };
  }
}

/** Answers of servers; pages as they were saved; texts that somebody made of pages (WET files). */
const READ: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);

function readConversion(body: Uint8Array, url: string, place: Place): ArticleOrFailure {
  const decoded = decode(body);
  const { text, notes } = makeStorable(decoded.text);
  if (text.trim() === '') return failure('no-text', place, 'is a text without words');
  const article = makeReadable(text, { ...NOTHING_TOLD, url }, 'plain');
  return { kind: 'article', article, place, notes: [...decoded.notes, ...notes] };
}

/** The page of a record that is the page itself; null for anything else. */
const resourceOf = ({ headers, body }: WarcRecord): Uint8Array | null => (/html/i.test(headers.get('content-type') ?? '') ? body : null);

const BLANK_LINE = new TextEncoder().encode('\r\n\r\n');

/** The records of a stream, each held only as far as `longest` allows. A broken header ends the reading. */
async function* recordsOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<WarcRecord> {
  const reader = createByteReader(chunks);
  for (;;) {
    const head = await reader.until(BLANK_LINE, 65_536);
    if (head === null) return;
    const headers = headersOf(new TextDecoder().decode(head));
    const length = Number(headers.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0) return;
    const body = await reader.take(length, longest);
    await reader.take(4, 4);
    yield { headers, body };
  }
}

function headersOf(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** The page of an HTTP response with status 200; null for anything else. */
async function pageOf(response: Uint8Array): Promise<Uint8Array | null> {
  const end = indexOf(response, BLANK_LINE, 0);
  if (end < 0) return null;
  const text = new TextDecoder('latin1').decode(response.subarray(0, end));
  if (!/^HTTP\/[\d.]+ 200\b/.test(text)) return null;
  const headers = headersOf(text);
  if (!/html/i.test(headers.get('content-type') ?? 'text/html')) return null;
  let body = response.subarray(end + 4);
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = joinChunks(body);
  if (!/gzip/i.test(headers.get('content-encoding') ?? '')) return body;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of unpack(once(body), 'gzip')) parts.push(part);
  } catch {
    return body; // archived with the header of the original and the body already unpacked
  }
  return concatenate(parts);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Joins the chunks of HTTP's chunked encoding; what is not chunked stays as it is. */
function joinChunks(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const line = new TextEncoder().encode('\r\n');
  let at = 0;
  for (;;) {
    const end = indexOf(body, line, at);
    if (end < 0 || end - at > 16) return parts.length === 0 ? body : concatenate(parts);
    const length = Number.parseInt(new TextDecoder('latin1').decode(body.subarray(at, end)), 16);
    if (!Number.isFinite(length)) return parts.length === 0 ? body : concatenate(parts);
    if (length === 0) return concatenate(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(wanted, from);
}

interface ByteReader {
  /** Bytes up to a mark, which is passed over; null at the end or where the mark is farther than `most`. White space in front is passed over. */
  until(mark: Uint8Array, most: number): Promise<Uint8Array | null>;
  /** So many bytes; null where they are more than `most` (they are passed over). */
  take(length: number, most: number): Promise<Uint8Array | null>;
}

function createByteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await iterator.next();
    if (done) return false;
    held = held.length === 0 ? value : concatenate([held, value]);
    return true;
  };
  return {
    async until(mark, most) {
      for (;;) {
        let start = 0;
        while (start < held.length && (held[start] === 13 || held[start] === 10)) start++;
        held = held.subarray(start);
        const at = indexOf(held, mark, 0);
        if (at >= 0) {
          const found = held.subarray(0, at);
          held = held.subarray(at + mark.length);
          return found;
        }
        if (held.length > most || !(await more())) return null;
      }
    },
    async take(length, most) {
      const parts: Uint8Array[] = [];
      let left = length;
      while (left > 0) {
        if (held.length === 0 && !(await more())) break;
        const part = held.subarray(0, left);
        held = held.subarray(part.length);
        left -= part.length;
        if (length <= most) parts.push(part);
      }
      return length <= most ? concatenate(parts) : null;
    },
  };
}
