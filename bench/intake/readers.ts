import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeInputs } from './inputs.js';

/**
 * How fast each format is read, without the engine: `npx tsx bench/intake/readers.ts` after a build. Each format is read again
 * and again for some seconds in a process of its own. Writes a table for bench/intake.md.
 */
const SECONDS = 3;
const COUNT = 200;

interface Measured {
  readonly articles: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peak: number;
}

const [format] = process.argv.slice(2);
if (format === undefined) await all();
else await one(format);

async function all(): Promise<void> {
  console.log('| format | articles a second | MB a second | highest memory |\n|---|---|---|---|');
  for (const input of await makeInputs(2)) {
    const child: ChildProcess = fork(fileURLToPath(import.meta.url), [input.format], { execArgv: process.execArgv });
    const measured = await new Promise<Measured>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Measured));
      child.once('exit', (code) => reject(new Error(`${input.format} ended with ${code}`)));
    });
    const { articles, bytes, seconds, peak } = measured;
    console.log(
      `| ${input.format} | ${Math.round(articles / seconds).toLocaleString('en')} | ${(bytes / seconds / 1e6).toFixed(1)} | ${Math.round(peak)} MB |`,
    );
  }
}

async function one(wanted: string): Promise<void> {
  const { readBytes } = await import('../../dist/readers/index.js');
  const input = (await makeInputs(COUNT)).find((candidate) => candidate.format === wanted);
  if (input === undefined) throw new Error(`no format "${wanted}"`);
  let [articles, bytes] = [0, 0];
  const pass = async (): Promise<void> => {
    for await (const item of readBytes(input.name, pieces(input.bytes))) if (item.kind === 'article') articles++;
    bytes += input.bytes.length;
  };
  await pass();
  if (articles !== input.articles) throw new Error(`${wanted}: ${articles} of ${input.articles} articles`);
  [articles, bytes] = [0, 0];
  const processor = process.cpuUsage();
  const began = performance.now();
  while (performance.now() - began < SECONDS * 1000) await pass();
  const { user, system } = process.cpuUsage(processor);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  process.send?.({ articles, bytes, seconds: (user + system) / 1e6, peak } satisfies Measured, () => process.exit(0));
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 262_144) yield bytes.subarray(at, at + 262_144);
}
