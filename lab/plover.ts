/**
 * Are agreeing, demanding, rejecting and threatening told apart in sentences that nobody here wrote?
 *
 *     npm run lab:plover [-- --errors]
 *
 * Reads the PLOVER records of these four events. Rules are written looking at the records with even places (`--errors`
 * lists what is wrong there); those with odd places judge.
 */
import { readFileSync } from 'node:fs';
import { classifySentence } from '../src/engine/acts/classify-sentence.js';
import { makeWordSource } from '../src/engine/dates/word-source.js';
import { type Act, makeArticle } from '../src/engine/index.js';
import { tokenize } from '../src/engine/text/tokens.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { SHARED } from './corpora.js';

const EVENTS: Readonly<Record<string, readonly Act[]>> = {
  AGREE: ['agrees', 'offers', 'promises'],
  DEMAND: ['demands'],
  REJECT: ['rejects', 'declines'],
  THREATEN: ['threatens'],
};

interface PloverRecord {
  readonly id: string;
  readonly event: string;
  readonly text: string;
}

const language = loadEnglish();

function actOf(text: string): Act {
  const { tokens } = tokenize(makeArticle({ text }), language);
  const words = makeWordSource(
    tokens.map(({ start, end }) => text.slice(start, end)),
    tokens.map(({ pos }) => pos),
  );
  return classifySentence(words, { from: 0, to: tokens.length });
}

const records = JSON.parse(readFileSync(`${SHARED}corpora/plover/records.json`, 'utf8')) as readonly PloverRecord[];
const four = records.filter(({ event }) => EVENTS[event] !== undefined);
for (const [name, half] of [
  ['written with', 0],
  ['judged by', 1],
] as const) {
  let right = 0;
  const mine = four.filter((_, place) => place % 2 === half);
  for (const { event, text } of mine) {
    const act = actOf(text);
    if (EVENTS[event]?.includes(act)) right++;
    else if (half === 0 && process.argv.includes('--errors')) process.stdout.write(`${event} read as ${act}: ${text}\n`);
  }
  process.stdout.write(`${name}: ${((100 * right) / mine.length).toFixed(1)} % of ${mine.length}\n`);
}
