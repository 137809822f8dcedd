import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { killedAdder, twoWriters } from './adding.js';
import { fullDisk } from './disk.js';
import { killedServer, readersWhileAdding, soak } from './serving.js';
import { chanceOf, makeFolder, type Outcome, SIZES, type Trial } from './trial.js';

/**
 * What the program survives: `npm run reliability -- [small|full] [NAME...] [--seed N]` after a build. Prints what was tried and
 * what went wrong, as a table for bench/reliability.md; ends with 1 where anything did.
 */
const TRIALS: readonly Trial[] = [killedAdder, twoWriters, killedServer, fullDisk, readersWhileAdding, soak];

const given = process.argv.slice(2);
const seedAt = given.indexOf('--seed');
const seed = seedAt < 0 ? 1 : Number(given.splice(seedAt, 2)[1]);
const size = given[0] === 'full' ? SIZES.full : SIZES.small;
const names = given.filter((word) => word !== 'full' && word !== 'small');

const folder = makeFolder();
let failed = 0;
let passed = 0;
process.stdout.write('| trial | tried | figures | went wrong |\n|---|---|---|---|\n');
try {
  for (const trial of TRIALS.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)))) {
    const own = join(folder, trial.name.replaceAll(' ', '-'));
    mkdirSync(own);
    const outcome = await trial.run({ folder: own, chance: chanceOf(seed), size });
    rmSync(own, { recursive: true, force: true });
    if ('notRun' in outcome) process.stdout.write(`| ${outcome.name} | NOT RUN: ${outcome.notRun} | | |\n`);
    else report(outcome);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function report({ name, tried, figures, failures }: Outcome): void {
  if (failures.length === 0) passed++;
  else failed++;
  const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
  process.stdout.write(
    `| ${name} | ${tried} | ${shown.join(', ')} | ${failures.length === 0 ? 'nothing' : failures.slice(0, 5).join('; ')} |\n`,
  );
}
