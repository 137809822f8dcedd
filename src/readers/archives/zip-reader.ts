import { isZip } from '../documents/word-document.js';
import type { Reader } from '../reader.js';
import { isArticleEntry, readEntries } from './container.js';
import type { ReadInner } from './packed-reader.js';
import { counting } from './unpack.js';
import { zipEntries } from './zip-entries.js';

/**
 * ZIP containers: whatever is in them, read by the reader for it. Of a web archive in a container (WACZ 1.1.1) only the WARC
 * files are read: its lists of pages repeat what they hold.
 */
export function createZipReader(readInner: ReadInner): Reader {
  return {
    name: 'zip',
    accepts: (sniff) => isZip(sniff.head),
    read: (source, limits) => {
      const { taken, chunks } = counting(source.chunks);
      const wanted = isWebArchive(source.sniff.source, source.sniff.text) ? inArchive : isArticleEntry;
      return readEntries(source, zipEntries(chunks), taken, wanted, limits, readInner);
    },
  };
}

const isWebArchive = (name: string, head: string): boolean =>
  /\.wacz$/i.test(name) || /(?:^|[^\w])(?:datapackage\.json|archive\/[\w.-]+\.warc)/.test(head);

const inArchive = (name: string): boolean => /^archive\/.+\.warc(?:\.gz|\.zst)?$/i.test(name);
