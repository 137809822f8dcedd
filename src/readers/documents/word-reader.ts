import { makeStorable } from '../decode.js';
import { makeReadable } from '../make-readable.js';
import { type ArticleOrFailure, failure, type Limits, type Reader, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { isZip, readWordDocument } from './word-document.js';

/** Word documents, one article a file. */
export const wordReader: Reader = {
  name: 'word',
  accepts: (sniff) => isZip(sniff.head) && (/\.docx$/i.test(sniff.source) || sniff.text.includes('word/')),
  read: readWord,
};

async function* readWord(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.item);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.item / 1e6} MB, the most that one document may have`);
    return;
  }
  const document = readWordDocument(bytes);
  if (document === null) {
    yield failure('not-readable', place, 'is a ZIP container without a Word document in it, or broken');
    return;
  }
  const { text, notes } = makeStorable(document.paragraphs.join('\n\n'));
  if (text.trim() === '') {
    yield failure('no-text', place, 'is a document without text');
    return;
  }
  const told = {
    id: null,
    title: document.title,
    published: null,
    outlet: null,
    url: null,
    authors: document.author === null ? [] : [document.author],
    language: null,
    wire: null,
    usageTerms: null,
    embargoedUntil: null,
  };
  yield { kind: 'article', article: makeReadable(text, told, 'plain'), place, notes };
}
