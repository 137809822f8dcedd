import { makeStorable } from '../decode.js';
import { type ArticleOrFailure, failure, type Limits, type Reader, type ReaderNote, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { decodePage } from './decode-page.js';
import { readPage } from './read-page.js';

/** Saved web pages, one article a file. */
export const htmlReader: Reader = {
  name: 'html',
  accepts: (sniff) =>
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(sniff.text) ||
    /\.x?html?$/i.test(sniff.source) ||
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(sniff.fetched?.contentType ?? ''),
  read: readHtml,
};

async function* readHtml(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.item);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.item / 1e6} MB, the most that one page may have`);
    return;
  }
  const { fetched } = source.sniff;
  const decoded = decodePage(bytes, fetched?.contentType);
  const storable = makeStorable(decoded.text);
  const page = readPage(storable.text, fetched === null ? {} : { url: fetched.address });
  if (page.article.text === '') {
    yield failure('no-text', place, 'is a web page without visible text');
    return;
  }
  const notes: ReaderNote[] = [...decoded.notes, ...storable.notes];
  if (page.empty)
    notes.push({
      code: 'no-article-found',
      message: 'is a web page in which no part reads like an article; its text is kept and not read',
    });
  if (page.strangeDate !== null)
    notes.push({ code: 'date-not-understood', message: `has a date that cannot be understood: ${page.strangeDate.slice(0, 60)}` });
  if (page.cut) notes.push({ code: 'page-cut', message: 'has more elements than are read; the rest of the page was left out' });
  yield { kind: 'article', article: page.article, place, notes };
}
