/** Readers: files, folders and streams in, articles out. */
export { isArticleText, type ReadPage, readPage } from './html/read-page.js';
export { makeReadable } from './make-readable.js';
export { READERS, type ReadOptions, readBytes, readSources, STANDARD_INPUT, sizeOfPaths } from './read-sources.js';
export {
  type ArticleOrFailure,
  DEFAULT_LIMITS,
  type Failure,
  type FailureCode,
  failure,
  type Limits,
  type Place,
  type ReadableArticle,
  type Reader,
  type ReaderNote,
  type ReaderNoteCode,
  type Skipped,
  type Sniff,
  type Source,
} from './reader.js';
