/** Readers: files, folders and streams in, articles out. */
export { type ColumnMapping, parseColumns } from './data/columns.js';
export { makeStorable } from './decode.js';
export { type AddressList, readAddressList } from './feeds/address-list.js';
export { isOpml, type OpmlFeed, readOpml, writeOpml } from './feeds/opml.js';
export { isArticleText, type ReadPage, readPage } from './html/read-page.js';
export { type Detected, detectLanguage } from './language/detect-language.js';
export { makeReadable } from './make-readable.js';
export type { ImportedQuotation } from './quotations/imported-quotation.js';
export {
  COLLECTION_NAMES,
  columnsLayout,
  gdeltLayout,
  LAYOUTS,
  type Layout,
  type Mapping,
  quotebankLayout,
  type ReadRow,
  readMapping,
} from './quotations/layouts.js';
export { readQuotations } from './quotations/read-quotations.js';
export {
  type Opened,
  READERS,
  type ReadFrom,
  type ReadOptions,
  readBytes,
  readSources,
  STANDARD_INPUT,
  sizeOfPaths,
} from './read-sources.js';
export {
  type ArticleOrFailure,
  DEFAULT_LIMITS,
  type Failure,
  type FailureCode,
  type FetchedFrom,
  type FetchFailureCode,
  type Finished,
  failure,
  type Limits,
  type Passed,
  type Place,
  type ReadableArticle,
  type Reader,
  type ReaderNote,
  type ReaderNoteCode,
  type ReadOutput,
  type Skipped,
  type Sniff,
  type Source,
  type Unchanged,
} from './reader.js';
export { checkAddress, filedAddress, hostName, isWebAddress } from './web-address.js';
