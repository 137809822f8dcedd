// npm run test:guards: takes each guard of test/guards.json out, one after another, in a copy of the sources, and sees that its
// test then fails. A guard that nothing misses, or one that stands somewhere else by now, is a failure. The last line counts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installAndBuild, root } from './install.mjs';

installAndBuild();
const guards = JSON.parse(readFileSync(join(root, 'test', 'guards.json'), 'utf8'));
const wanted = process.argv.slice(2);
const copy = mkdtempSync(join(tmpdir(), 'onrecord-guards-'));
for (const name of [
  'src',
  'test',
  'data',
  'samples',
  'dist',
  'docs',
  'lab',
  'bench',
  'recipes',
  'tsconfig.json',
  'package.json',
  'tsconfig.base.json',
  'vitest.config.ts',
  'README.md',
])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether the tests of that title pass, in the copy as it is. */
function passes({ test, title }) {
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', test, '-t', pattern], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  // A file in which nothing ran, or that could not be read at all, proves nothing.
  const ran = /Tests\s+.*\d+ (?:passed|failed)/.test(stdout);
  return { passed: status === 0 && ran, failed: status !== 0 && /\d+ failed/.test(stdout) && ran, output: stdout + stderr };
}

let passed = 0;
let failed = 0;
try {
  for (const guard of guards.filter(({ threat }) => wanted.length === 0 || wanted.some((word) => threat.includes(word)))) {
    const file = join(copy, guard.file);
    const source = readFileSync(file, 'utf8');
    const fault = faultOf(guard, file, source);
    writeFileSync(file, source);
    if (fault === null) passed++;
    else failed++;
    process.stdout.write(`${fault === null ? 'ok    ' : 'FAILED'}  ${guard.threat}${fault === null ? '' : `\n        ${fault}`}\n`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** Why the guard is not held by its test; null where it is. */
function faultOf(guard, file, source) {
  if (source.split(guard.find).length !== 2) return `${guard.file} does not hold the guard exactly once`;
  writeFileSync(
    file,
    source.replace(guard.find, () => guard.replace),
  );
  const { failed, output } = passes(guard);
  return failed ? null : `without it, ${guard.test} › ${guard.title} does not fail\n${output.split('\n').slice(-12).join('\n        ')}`;
}
