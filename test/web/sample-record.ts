import { fileURLToPath } from 'node:url';
import { readArticle } from '../../src/engine/index.js';
import { readSources } from '../../src/readers/index.js';
import { type Filing, openRecord, type StatementRecord } from '../../src/record/index.js';
import { loadEnglish } from '../../src/runtime/load-english.js';

const SAMPLES = fileURLToPath(new URL('../../samples/articles', import.meta.url));

let filings: Promise<readonly Filing[]> | null = null;

/** The sample articles as the engine reads them, read once for all tests of a thread. */
export function sampleFilings(): Promise<readonly Filing[]> {
  filings ??= readSamples();
  return filings;
}

async function readSamples(): Promise<readonly Filing[]> {
  const language = loadEnglish();
  const read: Filing[] = [];
  for await (const found of readSources([SAMPLES])) {
    if (found.kind !== 'article') throw new Error(JSON.stringify(found));
    read.push({ reading: readArticle(found.article, language) });
  }
  return read;
}

/** A record of the sample articles in memory. */
export async function sampleRecord(): Promise<StatementRecord> {
  const record = await openRecord(':memory:', 'write');
  await record.file(await sampleFilings());
  return record;
}
