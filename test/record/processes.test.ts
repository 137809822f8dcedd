import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { EVERYTHING, openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from './made-reading.js';

/** How many steps a process goes on for. */
const STEPS = 12;

const folder = mkdtempSync(join(tmpdir(), 'onrecord-processes-'));
const root = fileURLToPath(new URL('../..', import.meta.url));

const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files invented articles, ten a step, and says so after each step: in a process of its own, until it is killed. */
function startFiling(place: string, name: string): ChildProcess {
  const script = join(root, 'test', 'record', 'filing-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, place, name, String(STEPS)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.add(child);
  return child;
}

/** Waits until the process has said so many lines, and returns the last. */
function lines(child: ChildProcess, count: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const all = said.split('\n').slice(0, -1);
      if (all.length >= count) resolve(all[count - 1] ?? '');
    });
    child.on('exit', () => reject(new Error(`the process ended early: ${said}`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('close', () => resolve());
    child.kill('SIGKILL');
  });
}

async function soundness(record: StatementRecord): Promise<void> {
  for await (const failure of record.verify()) throw new Error(`${failure.code}: ${failure.message}`);
  const { articles } = await record.lookedAt(EVERYTHING);
  expect(articles % 10).toBe(0);
  expect(await record.count(EVERYTHING)).toBe(articles * 2);
  expect(await record.count({ kind: 'words', where: 'words', match: 'exact', words: 'the harbour opens' })).toBe(articles);
}

test('a process that is killed while it files loses and doubles nothing, and others read meanwhile', async () => {
  const place = join(folder, 'killed.sqlite');
  const child = startFiling(place, 'one');
  const said = Number(await lines(child, 3));
  const reader = await openRecord(place, 'read');
  for await (const failure of reader.verify()) throw new Error(`${failure.code}: ${failure.message}`);
  expect((await reader.lookedAt(EVERYTHING)).articles % 10).toBe(0);
  await kill(child);
  await soundness(reader);
  await reader.close();
  const record = await openRecord(place, 'write');
  await soundness(record);
  const before = (await record.lookedAt(EVERYTHING)).articles;
  expect(before).toBeGreaterThanOrEqual(said);
  await record.close();
  const again = startFiling(place, 'one');
  await lines(again, STEPS);
  await kill(again);
  const whole = await openRecord(place, 'read');
  await soundness(whole);
  expect((await whole.lookedAt(EVERYTHING)).articles).toBe(STEPS * 10);
  await whole.close();
});

test('two processes file into one record at once, from its first moment on', async () => {
  const place = join(folder, 'shared.sqlite');
  const both = [startFiling(place, 'one'), startFiling(place, 'two')];
  await Promise.all(both.map((child) => lines(child, 3)));
  await Promise.all(both.map(kill));
  const record = await openRecord(place, 'read');
  await soundness(record);
  expect((await record.lookedAt({ kind: 'outlet', name: 'one' })).articles).toBeGreaterThanOrEqual(30);
  expect((await record.lookedAt({ kind: 'outlet', name: 'two' })).articles).toBeGreaterThanOrEqual(30);
  await record.close();
});

describe('what is no record of ours, or cannot be used, is told in words', () => {
  const code = (place: string, access: 'read' | 'write') =>
    openRecord(place, access).then(
      () => 'opened',
      (error: unknown) => (error as { readonly code?: string }).code ?? String(error),
    );

  test('missing, not a database, another program’s, a folder', async () => {
    expect(await code(join(folder, 'missing.sqlite'), 'read')).toBe('record-missing');
    const text = join(folder, 'text.sqlite');
    writeFileSync(text, 'this is no database, but it is long enough to be looked at as one'.repeat(20));
    expect(await code(text, 'write')).toBe('record-not-ours');
    const other = join(folder, 'other.sqlite');
    await makeOther(other);
    expect(await code(other, 'write')).toBe('record-not-ours');
    mkdirSync(join(folder, 'folder.sqlite'));
    expect(await code(join(folder, 'folder.sqlite'), 'write')).toBe('record-unreadable');
    expect(await code('postgres://127.0.0.1:1/record', 'write')).toBe('record-unreachable');
  });

  test('written by a later release', async () => {
    const place = join(folder, 'newer.sqlite');
    await (await openRecord(place, 'write')).close();
    await setSchema(place, 99);
    expect(await code(place, 'read')).toBe('record-newer');
    expect(await code(place, 'write')).toBe('record-newer');
  });

  test('a folder is made where it is missing', async () => {
    expect(await code(join(folder, 'a', 'b', 'record.sqlite'), 'write')).toBe('opened');
  });

  test('a place that cannot be written to', async () => {
    const place = join(folder, 'kept', 'record.sqlite');
    const record = await openRecord(place, 'write');
    await record.file([{ reading: madeReading({ text: 'Lena Varga said no.' }, [{ words: 'no' }]) }]);
    await record.close();
    chmodSync(place, 0o444);
    const reader = await openRecord(place, 'read');
    expect(await reader.count(EVERYTHING)).toBe(1);
    await expect(reader.file([{ reading: madeReading({ id: 'x', text: 'Or yes.' }, []) }])).rejects.toMatchObject({
      code: 'record-read-only',
    });
    await reader.close();
  });
});

async function makeOther(place: string): Promise<void> {
  const { loadDriver } = await import('../../src/record/sqlite/driver.js');
  const Driver = await loadDriver();
  const database = new Driver(place, { readOnly: false, timeout: 1_000 });
  database.exec('create table bookmarks (url text)');
  database.close();
}

async function setSchema(place: string, version: number): Promise<void> {
  const { loadDriver } = await import('../../src/record/sqlite/driver.js');
  const Driver = await loadDriver();
  const database = new Driver(place, { readOnly: false, timeout: 1_000 });
  database.exec(`pragma user_version = ${version}`);
  database.close();
}

const releases = fileURLToPath(new URL('releases', import.meta.url));

async function positionsOf(record: StatementRecord) {
  const all: unknown[] = [];
  for await (const list of record.briefs({ kind: 'position' }))
    all.push(...list.map(({ condition, from, to, outlet }) => [condition, from, to, outlet]));
  return all;
}

/** A record of each released schema lies in `releases`; `npx tsx test/record/make-release.ts` makes the one of the schema at hand. */
test.each(readdirSync(releases).filter((file) => file.endsWith('.sqlite')))(
  'a record of a released schema still opens: %s',
  async (file) => {
    const place = join(folder, file);
    copyFileSync(join(releases, file), place);
    const record = await openRecord(place, 'write');
    const { statements } = await record.statements({
      filter: { kind: 'speaker', name: 'Varga' },
      order: { by: 'said', direction: 'ascending' },
    });
    expect(statements.map(({ statement, article }) => [statement.said.from, statement.words, article.outlet])).toEqual([
      ['2031-03-13', '“We will sign once the bridge opens,”', 'Meridian Post'],
      ['2031-03-20', '“The bridge is open.”', 'Osterin Courier'],
    ]);
    expect(await record.count({ kind: 'words', where: 'statement', match: 'inflected', words: 'signing' })).toBe(1);
    expect(await record.count({ kind: 'words', where: 'text', match: 'exact', words: 'fishermen' })).toBe(2);
    expect((await record.article('Meridian Post: bridge'))?.versions).toHaveLength(2);
    expect(await positionsOf(record)).toEqual([['once the bridge opens', '2031-03-13', '2031-03-13', 'Meridian Post']]);
    const versions = (await record.article('Meridian Post: bridge'))?.versions.map((head) => head.sha256) ?? [];
    expect(await record.textsLike(versions[0] ?? '', 5)).toEqual(versions.slice(1));
    for await (const failure of record.verify()) throw new Error(`${failure.code}: ${failure.message}`);
    await record.close();
    expect(existsSync(`${place}-wal`) ? statSync(`${place}-wal`).size : 0).toBe(0);
  },
);
