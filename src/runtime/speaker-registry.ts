import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { createRegistry, type Office, type Registry, type RegistryEntry } from '../engine/index.js';

/** Where the entries that ship lie, in the package as in the repository. */
export const SHIPPED_SPEAKERS = fileURLToPath(new URL('../../data/speakers.toml', import.meta.url));

/** A registry's file that cannot be used; the message says where and what to do. */
export class SpeakerFileError extends Error {
  readonly code = 'speaker-file';
}

/** Reads registry files in the order given: an entry replaces an earlier one with its id. */
export function loadSpeakers(files: readonly string[] = [SHIPPED_SPEAKERS]): readonly RegistryEntry[] {
  return files.flatMap((file) => readSpeakers(readFileSync(file, 'utf8'), file));
}

let shipped: Registry | null = null;

/** The registry of the entries that ship; read once. */
export function shippedRegistry(): Registry {
  shipped ??= createRegistry(loadSpeakers());
  return shipped;
}

/** The entries of one registry file in TOML. Throws a SpeakerFileError that names the entry which is not right. */
export function readSpeakers(toml: string, file = 'speakers.toml'): readonly RegistryEntry[] {
  let value: unknown;
  try {
    value = parse(toml);
  } catch (error) {
    throw new SpeakerFileError(`${file}: ${error instanceof Error ? error.message : 'not TOML'}`);
  }
  const all = tableOf(value, file, FILE_KEYS);
  const checked = day(all, 'checked', file);
  const list = all.speaker ?? [];
  if (!Array.isArray(list)) throw new SpeakerFileError(`${file}: write each speaker as [[speaker]]`);
  return list.map((entry: unknown, index) => entryOf(entry, checked, `${file}: speaker ${index + 1}`));
}

type Table = Readonly<Record<string, unknown>>;

const KEYS = new Set(['id', 'name', 'names', 'wikidata', 'offices']);
const FILE_KEYS = new Set(['checked', 'speaker']);
const OFFICE_KEYS = new Set(['title', 'of', 'from', 'to']);

function entryOf(value: unknown, checked: string | null, where: string): RegistryEntry {
  const table = tableOf(value, where, KEYS);
  const id = text(table, 'id', where);
  const name = text(table, 'name', where);
  if (id === null || name === null) throw new SpeakerFileError(`${where}: give "id" and "name"`);
  const names = table.names ?? [];
  if (!Array.isArray(names) || names.some((other) => typeof other !== 'string'))
    throw new SpeakerFileError(`${where} (${id}): "names" is a list of texts`);
  const offices = table.offices ?? [];
  if (!Array.isArray(offices)) throw new SpeakerFileError(`${where} (${id}): "offices" is a list of tables`);
  return {
    ...{ id, name, names, wikidata: text(table, 'wikidata', where) },
    offices: offices.map((office: unknown) => officeOf(office, checked, `${where} (${id})`)),
  };
}

function officeOf(value: unknown, checked: string | null, where: string): Office {
  const table = tableOf(value, where, OFFICE_KEYS);
  const title = text(table, 'title', where);
  if (title === null) throw new SpeakerFileError(`${where}: an office needs a "title"`);
  return { title, of: text(table, 'of', where), from: day(table, 'from', where), to: day(table, 'to', where), checked };
}

function tableOf(value: unknown, where: string, keys: ReadonlySet<string>): Table {
  if (typeof value !== 'object' || value === null) throw new SpeakerFileError(`${where}: not a table`);
  const unknown = Object.keys(value).find((key) => !keys.has(key));
  if (unknown !== undefined) throw new SpeakerFileError(`${where}: "${unknown}" is not known; known are ${[...keys].join(', ')}`);
  return value as Table;
}

function text(table: Table, key: string, where: string): string | null {
  const value = table[key];
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new SpeakerFileError(`${where}: "${key}" is a text`);
  return value;
}

function day(table: Table, key: string, where: string): string | null {
  const value = text(table, key, where);
  if (value !== null && !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) {
    throw new SpeakerFileError(`${where}: "${key}" is a day, month or year ("2012-05-07", "2012-05", "2012"), not "${value}"`);
  }
  return value;
}
