import { readFileSync } from 'node:fs';
import { readBytes } from '../../dist/readers/index.js';
import { broken } from './fuzz-inputs.js';
import { makeInputs } from './inputs.js';

/**
 * Broken inputs of every format through all readers: `npx tsx bench/intake/fuzz.ts [HOW MANY] [FIRST SEED]` after a build. Ends
 * with 1 where reading threw, took more than five seconds, or the process needed more than a gigabyte. The same seeds give the
 * same inputs.
 */
const many = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const LONGEST = 5000;
const MOST_MEMORY = 1000;

const inputs = await makeInputs(5);
const peak = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
const outcomes = { articles: 0, failures: 0, skipped: 0 };
const wrong: string[] = [];
let slowest = { seed: 0, milliseconds: 0 };
const began = performance.now();

for (let seed = first; seed < first + many; seed++) {
  const { name, bytes } = broken(inputs, seed);
  const started = performance.now();
  try {
    for await (const item of readBytes(name, pieces(bytes))) {
      if (item.kind === 'article') outcomes.articles++;
      else if (item.kind === 'failure') outcomes.failures++;
      else outcomes.skipped++;
    }
  } catch (error) {
    wrong.push(`seed ${seed} (${name}): threw ${error instanceof Error ? error.message : String(error)}`);
  }
  const milliseconds = performance.now() - started;
  if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds };
  if (milliseconds > LONGEST) wrong.push(`seed ${seed} (${name}): took ${Math.round(milliseconds)} ms`);
  if (seed % 1000 === 0) console.error(`${seed - first + 1} inputs, ${wrong.length} wrong, ${Math.round(peak())} MB`);
}

if (peak() > MOST_MEMORY) wrong.push(`needed ${Math.round(peak())} MB`);
for (const line of wrong) console.log(line);
console.log(
  `${many} inputs in ${Math.round((performance.now() - began) / 1000)} s: ${outcomes.articles} articles, ${outcomes.failures} failures, ${outcomes.skipped} files passed over; slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed}), highest memory ${Math.round(peak())} MB, ${wrong.length} wrong`,
);
process.exit(wrong.length > 0 ? 1 : 0);

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
