import { assemble, hasArticleText, type Part } from '../assemble.js';
import { NOTHING_TOLD, splitAuthors } from '../fields.js';
import { failure, type Limits, type Reader, type ReaderNote, type ReadOutput, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { paragraphsOfPages } from './pdf-paragraphs.js';
import { readPdfText } from './pdf-text.js';

/** PDF files with text in them, one article a file. What is only a picture of a text is not read. */
export const pdfReader: Reader = {
  name: 'pdf',
  accepts: (sniff) => /^[\s\S]{0,1023}?%PDF-\d/.test(new TextDecoder('latin1').decode(sniff.head.subarray(0, 1100))),
  read: readPdf,
};

/** Of the file, in bytes: pictures make most of it. */
const LARGEST = 100_000_000;

async function* readPdf(source: Source, _: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, LARGEST);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${LARGEST / 1e6} MB, the most that one PDF may have`);
    return;
  }
  const answer = await readPdfText(bytes);
  if (answer.kind === 'problem') {
    yield failure('not-readable', place, `is a PDF that cannot be read: ${answer.message}`);
    return;
  }
  const { pages, count, title, author } = answer.text;
  const parts = withHeadline(paragraphsOfPages(pages), title);
  if (!hasArticleText(parts)) {
    yield failure(
      'no-text',
      place,
      `is a PDF of ${count} ${count === 1 ? 'page' : 'pages'} without letters in it (a scan?); have its text recognised first`,
    );
    return;
  }
  const { article, notes } = assemble(parts, {
    ...NOTHING_TOLD,
    title: parts.find((part) => part.kind === 'headline')?.text ?? title,
    authors: author === null ? [] : splitAuthors(author),
    url: source.sniff.fetched?.address ?? null,
  });
  const cut: readonly ReaderNote[] =
    pages.length < count ? [{ code: 'page-cut', message: `has ${count} pages, of which ${pages.length} were read` }] : [];
  yield { kind: 'article', article, place, notes: [...notes, ...cut] };
}

/** The first part is the headline where it is set larger than the text, or repeats the title of the file. */
function withHeadline(parts: readonly Part[], title: string | null): readonly Part[] {
  const at = parts.findIndex((part) => part.kind !== 'boilerplate');
  const first = parts[at];
  if (first === undefined || (first.kind !== 'heading' && first.text !== title) || first.text.length > 200) return parts;
  return parts.map((part, index) => (index === at ? { ...part, kind: 'headline' as const } : part));
}
