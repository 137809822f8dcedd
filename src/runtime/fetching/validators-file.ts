import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import type { Validators } from './fetched.js';

/** What is kept of an address that was fetched and filed. */
export interface FetchedEntry extends Validators {
  readonly address: string;
  /** The article's address in the record: where it is not there any more, the address is fetched anew. */
  readonly article: string;
}

/** What servers said of filed addresses, in a file beside the record: a JSON line each, the last one of an address counts. */
export interface ValidatorsFile {
  get(address: string): FetchedEntry | null;
  /** Written at once. Entries without validators are not kept: they would help nobody. */
  keep(entries: readonly FetchedEntry[]): Promise<void>;
}

/** The file of a record's place. */
export const validatorsPlace = (record: string): string => `${record}.fetched.jsonl`;

/** Lines that were replaced are cleared away on opening once there are this many of them. */
const STALE = 1000;

/** Opens the file; one that is missing, or lines that are broken (a stop in the middle of writing), count as nothing known. */
export async function openValidators(file: string): Promise<ValidatorsFile> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const entries = new Map<string, FetchedEntry>();
  let lines = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    lines++;
    const entry = entryOf(line);
    if (entry !== null) entries.set(entry.address, entry);
  }
  if (lines - entries.size > STALE) await rewrite(file, [...entries.values()]);
  return {
    get: (address) => entries.get(address) ?? null,
    keep: async (added) => {
      const worth = added.filter(({ etag, lastModified }) => etag !== null || lastModified !== null);
      if (worth.length === 0) return;
      for (const entry of worth) entries.set(entry.address, entry);
      await appendFile(file, linesOf(worth));
    },
  };
}

const linesOf = (entries: readonly FetchedEntry[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** Beside the file and then into its place, so that a stop leaves the one or the other whole. */
async function rewrite(file: string, entries: readonly FetchedEntry[]): Promise<void> {
  await writeFile(`${file}.tmp`, linesOf(entries));
  await rename(`${file}.tmp`, file);
}

function entryOf(line: string): FetchedEntry | null {
  try {
    const { address, article, etag, lastModified } = JSON.parse(line) as Record<string, unknown>;
    if (typeof address !== 'string' || typeof article !== 'string') return null;
    return { address, article, etag: textOf(etag), lastModified: textOf(lastModified) };
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
