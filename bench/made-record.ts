import { existsSync } from 'node:fs';
import { openRecord } from '../src/record/index.js';
import { makeArticles } from './made-articles.js';

const BATCH = 250;

/** A record of made articles, with 20 statements each, kept for further measures: it is only made where there is none. */
export async function makeRecord(place: string, articles: number): Promise<void> {
  if (existsSync(place)) return;
  const made = makeArticles();
  const record = await openRecord(place, 'write');
  for (let from = 0; from < articles; from += BATCH)
    await record.file(Array.from({ length: Math.min(BATCH, articles - from) }, (_, index) => ({ reading: made.reading(from + index) })));
  await record.close();
}

// npx tsx bench/made-record.ts PLACE ARTICLES
const [, script, place, articles] = process.argv;
if (script?.endsWith('made-record.ts') && place !== undefined) await makeRecord(place, Number(articles ?? 5_000));
