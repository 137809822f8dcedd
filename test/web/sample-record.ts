import { fileURLToPath } from 'node:url';
import { readArticle } from '../../src/engine/index.js';
import { readSources } from '../../src/readers/index.js';
import { type Filing, openRecord, type StatementRecord } from '../../src/record/index.js';
import { loadEnglish } from '../../src/runtime/load-english.js';

const SAMPLES = fileURLToPath(new URL('../../samples/articles', import.meta.url));

/** A record of the sample articles in memory, as the engine reads them. */
export async function sampleRecord(): Promise<StatementRecord> {
  const language = loadEnglish();
  const filings: Filing[] = [];
  for await (const found of readSources([SAMPLES])) {
    if (found.kind !== 'article') throw new Error(JSON.stringify(found));
    filings.push({ reading: readArticle(found.article, language) });
  }
  const record = await openRecord(':memory:', 'write');
  await record.file(filings);
  return record;
}
