import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbers } from '../made-articles.js';
import { paragraphs } from './inputs.js';

/**
 * `onrecord add` killed at random moments and resumed: `npx tsx bench/intake/killed.ts [TIMES]` after a build. Each run is killed
 * (-9) up to three times at random moments of an undisturbed run's time, then `--resume` ends it; the record must then export the same
 * statements in the same order as one that nobody disturbed, and verify.
 */
const times = Number(process.argv[2] ?? 50);
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Small articles: what is measured is the moment of the stop, and many moments fit into the time of one run. */
const FILES = 5;
const ARTICLES = 10;

const folder = mkdtempSync(join(tmpdir(), 'onrecord-killed-'));
const news = join(folder, 'news');
/** Ends with 3 where some of the input could not be read, which some of it is made for. */
const run = (...given: readonly string[]): string => {
  const { status, stdout } = spawnSync(process.execPath, [main, ...given], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== 0 && status !== 3) throw new Error(`${given[0]} ended with ${status}`);
  return stdout;
};

try {
  mkdirSync(news);
  for (let file = 0; file < FILES; file++) {
    const lines = Array.from({ length: ARTICLES }, (_, index) =>
      JSON.stringify({ id: `${file}-${index}`, text: paragraphs(file * 100 + index, 1).join('') }),
    );
    writeFileSync(join(news, `${file}.jsonl`), `${lines.join('\n')}\n{broken\n`);
  }
  const whole = join(folder, 'whole.sqlite');
  run('add', news, '--jobs', '1', '--record', whole);
  const began = performance.now();
  run('add', news, '--jobs', '1', '--record', join(folder, 'again.sqlite'));
  const usual = performance.now() - began;
  const expected = run('export', '--record', whole);
  console.log(`undisturbed: ${expected.trimEnd().split('\n').length} statements in ${Math.round(usual)} ms`);
  let kills = 0;
  let wrong = 0;
  for (let time = 0; time < times; time++) {
    const record = join(folder, `killed-${time}.sqlite`);
    const random = numbers(time + 1);
    for (let round = 0; round < 1 + (time % 3); round++) if (await killed(record, random() * usual)) kills++;
    run('add', news, '--resume', '--jobs', '1', '--record', record);
    const same = run('export', '--record', record) === expected;
    // To verify costs as much as to file: every tenth record is.
    if (time % 10 === 0) run('verify', '--record', record);
    if (!same) wrong++;
    for (const end of ['', '-wal', '-shm']) rmSync(record + end, { force: true });
  }
  console.log(`${times} runs, killed ${kills} times at random moments: ${times - wrong} records the same as the undisturbed one`);
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts or resumes the run and kills it after so many milliseconds. False where it came to its end before. */
async function killed(record: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [main, 'add', news, '--resume', '--jobs', '1', '--record', record], { stdio: 'ignore' });
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, signal) => resolve(signal)));
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const signal = await closed;
  clearTimeout(timer);
  return signal === 'SIGKILL';
}
