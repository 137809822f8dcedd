import { decodePage } from '../html/decode-page.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { parseXml } from '../xml/tree.js';
import { NEWSML_ROOTS, readNewsMl } from './newsml.js';
import { readNitf } from './nitf.js';

/** NewsML-G2 and NITF documents (IPTC): one article an item. */
export const newsroomReader: Reader = {
  name: 'newsroom',
  accepts: (sniff) => /<(?:\w+:)?(?:nitf|newsMessage|newsItem|packageItem)[\s>]/.test(sniff.text.slice(0, 8000)),
  read: readDocument,
};

async function* readDocument(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.document);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.document / 1e6} MB, the most that one document may have`);
    return;
  }
  const decoded = decodePage(bytes, source.sniff.fetched?.contentType);
  const { root, notes } = parseXml(decoded.text);
  const before = [...decoded.notes, ...notes];
  if (root?.name === 'nitf') yield readNitf(root, place, before);
  else if (root !== null && NEWSML_ROOTS.has(root.name)) yield* readNewsMl(root, place, before);
  else yield failure('format-not-read', place, 'is XML that is neither NewsML-G2 nor NITF');
}
