// npm run test:package: packs the package as it would be published, installs it without install scripts in an empty folder,
// and uses it under several releases of Node. Needs the npm registry; a release of Node that cannot be had there is named as
// NOT RUN. The last line counts what was checked.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { installAndBuild, root } from './install.mjs';

/** The releases that the package promises to run on, beside the one that runs this. */
const RELEASES = ['20', '22', '24'];

let passed = 0;
let failed = 0;

function check(name, holds, detail = '') {
  if (holds) passed++;
  else failed++;
  process.stdout.write(`${holds ? 'ok    ' : 'FAILED'}  ${name}${holds || detail === '' ? '' : `\n${detail}`}\n`);
}

const npm = (args, cwd) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The program of a release of Node: this one where it is of that release, else the one of the npm package `node`; null where neither is. */
function nodeOf(release, folder) {
  if (process.versions.node.startsWith(`${release}.`)) return process.execPath;
  const place = join(folder, `node-${release}`);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{"private":true}');
  try {
    npm(['install', `node@${release}`], place);
  } catch {
    return null;
  }
  const program = join(place, 'node_modules', 'node', 'bin', 'node');
  return existsSync(program) ? program : null;
}

/** What somebody does first with a fresh installation. */
function use(node, release, place) {
  const record = join(place, `record-${release}.sqlite`);
  const main = join(place, 'node_modules', 'onrecord', 'dist', 'cli', 'main.js');
  const onrecord = (...args) => {
    const { status, stdout, stderr } = spawnSync(node, [main, ...args], {
      cwd: place,
      encoding: 'utf8',
      env: { ...process.env, ONRECORD_RECORD: record, NO_COLOR: '1' },
    });
    return { status, stdout, all: stdout + stderr };
  };
  const added = onrecord('add', 'articles', '--json', '--jobs', '2');
  check(`Node ${release}: add files the articles`, added.status === 0, added.all);
  const found = onrecord('search', 'ceasefire', 'type:direct', '--json');
  check(`Node ${release}: search finds exact words`, found.status === 0 && JSON.parse(found.stdout).statements.length > 0, found.all);
  const verified = onrecord('verify', '--json');
  check(`Node ${release}: every citation holds`, verified.status === 0 && JSON.parse(verified.stdout).failed === 0, verified.all);
  const module = spawnSync(node, ['--input-type=module', '--eval', LIBRARY], { cwd: place, encoding: 'utf8' });
  check(
    `Node ${release}: the library opens a record`,
    module.status === 0 && module.stdout.trim() === 'opened',
    module.stdout + module.stderr,
  );
  check(
    `Node ${release}: no warning is printed`,
    !/warning/i.test(added.all + found.all + module.stderr),
    added.all + found.all + module.stderr,
  );
}

const LIBRARY = `
  const { openRecord } = await import('onrecord/record');
  await import('onrecord');
  await import('onrecord/engine');
  const record = await openRecord(':memory:', 'write');
  await record.close();
  console.log('opened');`;

const folder = mkdtempSync(join(tmpdir(), 'onrecord-package-'));
try {
  installAndBuild();
  const { messages } = await publint({ pkgDir: root, strict: true, pack: false });
  check('publint has nothing to say', messages.length === 0, JSON.stringify(messages, null, 1));
  const [{ filename, size, files }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root));
  process.stdout.write(`        ${filename}: ${(size / 1e6).toFixed(1)} MB, ${files.length} files\n`);
  const strays = files.filter(({ path }) => /^(?:test|lab\/(?!floors)|bench|docs|node_modules)|\.tsbuildinfo$|corpora/.test(path));
  check('the package holds nothing but what runs', strays.length === 0, strays.map(({ path }) => path).join('\n'));
  const place = join(folder, 'empty');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{"private":true,"type":"module"}');
  npm(['install', '--ignore-scripts', join(folder, filename)], place);
  cpSync(join(root, 'samples', 'articles'), join(place, 'articles'), { recursive: true });
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const npx = spawnSync('npx', ['--no-install', 'onrecord', '--version'], { cwd: place, encoding: 'utf8' });
  check('npx onrecord --version', npx.stdout.trim() === version, npx.stdout + npx.stderr);
  for (const release of RELEASES) {
    const node = nodeOf(release, folder);
    if (node === null) process.stdout.write(`        Node ${release} NOT RUN: the npm registry has no such package here\n`);
    else use(node, release, place);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
