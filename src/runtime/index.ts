/**
 * OnRecord as a library: news articles in; who said what, when, to whom, on what condition out. docs/library.md shows each
 * function at work.
 *
 * ```ts
 * import { loadEnglish, makeArticle, readArticle } from 'onrecord';
 * const reading = readArticle(makeArticle({ text: '"We are ready," said Lena Varga.' }), loadEnglish());
 * ```
 */
export {
  checkDraft,
  checkQuotation,
  comparePositions,
  countStatements,
  coverage,
  createIssueMatcher,
  figuresLedger,
  findOrigins,
  findShifts,
  parseIssues,
  parseQuery,
  positionsMatrix,
  positionsTimeline,
  queryIssue,
  readPositioned,
  readQuery,
  sameWords,
  search,
  statementInContext,
  suggestIssues,
  thread,
  timeline,
} from '../answers/index.js';
export * from '../engine/index.js';
export { readBytes, readSources } from '../readers/index.js';
export { openRecord, RecordError, type StatementRecord } from '../record/index.js';
export { attributionsLine, EXTRACT_FORMAT, type ExtractOptions, reasonOf, statementsLine } from './extract-line.js';
export { importedReading } from './imported-reading.js';
export { loadEnglish } from './load-english.js';
export { loadIssues, SHIPPED_ISSUES } from './load-issues.js';
export { type ReadArticlesOptions, type ReadItem, type ReadOutcome, readArticles } from './read-articles.js';
export { loadSpeakers, readSpeakers, SHIPPED_SPEAKERS, SpeakerFileError, shippedRegistry } from './speaker-registry.js';
