import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { correctionsPlace, openRecord, snapshotRecord } from '../record/index.js';
import { problem } from './messages.js';

/** What a backup's folder holds, beside the files: so that a changed byte is noticed. */
export interface Manifest {
  readonly format: 'onrecord-backup/1';
  /** The release that made it, and the schema of its record. */
  readonly release: string;
  readonly schema: number;
  readonly day: string;
  readonly articles: number;
  readonly statements: number;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export const RECORD = 'record.sqlite';
export const CORRECTIONS = 'corrections.jsonl';
export const ISSUES = 'issues.toml';
const MANIFEST = 'manifest.json';

/** What a backup is made from. */
export interface Sources {
  readonly record: string;
  readonly issues: string;
  readonly release: string;
  readonly day: string;
}

/** Copies the record, its corrections and the user's issues into a folder that appears only when it is whole. */
export async function makeBackup(sources: Sources, folder: string): Promise<Manifest> {
  if (existsSync(folder)) throw problem('backup-there', folder);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    await snapshotRecord(sources.record, join(unfinished, RECORD));
    copyIfThere(correctionsPlace(sources.record), join(unfinished, CORRECTIONS));
    copyIfThere(sources.issues, join(unfinished, ISSUES));
    const manifest = await describeBackup(unfinished, sources);
    writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(unfinished, folder);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function copyIfThere(from: string, to: string): void {
  if (existsSync(from)) copyFileSync(from, to);
}

async function describeBackup(folder: string, { release, day }: Sources): Promise<Manifest> {
  const record = await openRecord(join(folder, RECORD), 'read');
  try {
    const { articles } = await record.lookedAt({ kind: 'everything' });
    const statements = await record.count({ kind: 'everything' }, 'all');
    const names = [RECORD, CORRECTIONS, ISSUES].filter((name) => existsSync(join(folder, name)));
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: statSync(join(folder, name)).size, sha256: await hashOf(join(folder, name)) })),
    );
    return { format: 'onrecord-backup/1', release, schema: record.schema, day, articles, statements, files };
  } finally {
    await record.close();
  }
}

/** Reads a backup's manifest and compares every file with it, byte for byte. Says which one is not as it was. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const { name, bytes, sha256 } of manifest.files) {
    if (![RECORD, CORRECTIONS, ISSUES].includes(name))
      throw problem('backup-damaged', folder, `it names a file "${name}" that no backup has`);
    const file = join(folder, name);
    if (!existsSync(file)) throw problem('backup-damaged', folder, `${name} is missing`);
    if (statSync(file).size !== bytes || (await hashOf(file)) !== sha256)
      throw problem('backup-damaged', folder, `${name} is not as it was written`);
  }
  if (!manifest.files.some(({ name }) => name === RECORD)) throw problem('backup-damaged', folder, 'it has no record');
  return manifest;
}

function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw problem('backup-damaged', folder, `there is no ${MANIFEST} in it`);
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (manifest.format === 'onrecord-backup/1' && Array.isArray(manifest.files)) return manifest;
  } catch {
    // Said below, as of every other file that is no manifest.
  }
  throw problem('backup-damaged', folder, `${MANIFEST} is not one that this release reads`);
}

/**
 * Puts a backup's record where a record is to be. The record that is there, if any, is kept beside it under a name that ends
 * in `.before-restore`. Every citation of the backup is checked before anything is moved. Returns where the old one went.
 */
export async function restoreBackup(folder: string, place: string, replace: boolean): Promise<string | null> {
  if (existsSync(place) && !replace) throw problem('record-there', place);
  mkdirSync(dirname(place), { recursive: true });
  const unfinished = `${place}.unfinished`;
  copyFileSync(join(folder, RECORD), unfinished);
  await mustHold(unfinished, folder);
  const old = existsSync(place) ? `${place}.before-restore` : null;
  if (old !== null) movePair(place, old);
  renameSync(unfinished, place);
  copyIfThere(join(folder, CORRECTIONS), correctionsPlace(place));
  // Opening it makes it follow the corrections that came with it, and brings it to this release's schema.
  await (await openRecord(place, 'write')).close();
  return old;
}

async function mustHold(file: string, folder: string): Promise<void> {
  const record = await openRecord(file, 'write');
  try {
    for await (const { message } of record.verify()) throw problem('backup-damaged', folder, message);
  } catch (error) {
    await record.close();
    removeRecord(file);
    throw error;
  }
  await record.close();
}

/** Moves a record with its corrections; what a writer left beside it belongs to it. */
function movePair(from: string, to: string): void {
  removeRecord(to);
  rmSync(correctionsPlace(to), { force: true });
  for (const ending of ['', '-wal', '-shm']) if (existsSync(from + ending)) renameSync(from + ending, to + ending);
  if (existsSync(correctionsPlace(from))) renameSync(correctionsPlace(from), correctionsPlace(to));
}

function removeRecord(place: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(place + ending, { force: true });
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
