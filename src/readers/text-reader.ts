import { decode, isBinary, makeStorable } from './decode.js';
import { Fields, metadataOf } from './fields.js';
import { readFrontMatter } from './front-matter.js';
import { type Dialect, makeReadable } from './make-readable.js';
import { type ArticleOrFailure, failure, type Limits, type Reader, type ReaderNote, type Sniff, type Source } from './reader.js';
import { collect } from './streams.js';

/** Plain text and Markdown, one article a file, with or without front matter. Reads whatever is text and nothing else reads. */
export const textReader: Reader = {
  name: 'text',
  accepts: (sniff) => !isBinary(sniff.head) && !looksLikeMarkup(sniff),
  read: readText,
};

async function* readText(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.article);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.article / 1e6} MB, the most that one article may have`);
    return;
  }
  const decoded = decode(bytes);
  const { text, notes } = makeStorable(decoded.text);
  const read = readOne(text, dialectOf(source.sniff), place, [...decoded.notes, ...notes]);
  const address = source.sniff.fetched?.address ?? null;
  yield read.kind === 'article' && address !== null ? { ...read, article: { ...read.article, url: read.article.url ?? address } } : read;
}

/** One article of a file's text. What stands before the text (front matter) is metadata and no part of it. */
function readOne(whole: string, dialect: Dialect, place: ArticleOrFailure['place'], before: readonly ReaderNote[]): ArticleOrFailure {
  if (whole.trim() === '') return failure('empty', place, 'is empty');
  const front = readFrontMatter(whole);
  const text = front ? whole.slice(front.end).replace(/^(?:[^\S\n]*\n)+/, '') : whole;
  if (text.trim() === '') return failure('no-text', place, 'has front matter and no text behind it');
  const { metadata, notes } = metadataOf(new Fields(front?.values ?? {}));
  return { kind: 'article', article: makeReadable(text, metadata, dialect), place, notes: [...before, ...notes] };
}

const dialectOf = (sniff: Sniff): Dialect => (/\.(?:md|markdown|mdown)$/i.test(sniff.source) ? 'markdown' : 'plain');

/** Web pages and other markup: read as text they would give nonsense. */
const looksLikeMarkup = (sniff: Sniff): boolean =>
  /^\s*(?:<!doctype html|<html[\s>]|<\?xml|<rss[\s>]|<feed[\s>])/i.test(sniff.text.slice(0, 500)) || sniff.text.startsWith('{\\rtf');
