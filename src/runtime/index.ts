/**
 * OnRecord as a library: news articles in; who said what, when, to whom, on what condition out.
 *
 * ```ts
 * import { loadEnglish, makeArticle, readArticle } from 'onrecord';
 * const reading = readArticle(makeArticle({ text: '"We are ready," said Lena Varga.' }), loadEnglish());
 * ```
 */
export * from '../engine/index.js';
export { readBytes, readSources } from '../readers/index.js';
export { openRecord, RecordError, type StatementRecord } from '../record/index.js';
export { attributionsLine, EXTRACT_FORMAT, type ExtractOptions, reasonOf, statementsLine } from './extract-line.js';
export { importedReading } from './imported-reading.js';
export { loadEnglish } from './load-english.js';
export { type ReadArticlesOptions, type ReadItem, type ReadOutcome, readArticles } from './read-articles.js';
export { loadSpeakers, readSpeakers, SHIPPED_SPEAKERS, SpeakerFileError, shippedRegistry } from './speaker-registry.js';
