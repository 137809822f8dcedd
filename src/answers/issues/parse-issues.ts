import { parse, TomlError } from 'smol-toml';
import type { Issue } from './issue.js';

/** Something wrong in a file that people edit; the message names the place and says what to write. */
export class IssueFileError extends Error {
  readonly code = 'issue-file-wrong';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'IssueFileError';
  }
}

/** Speakers that are shown as one, by the user's own file: a government and its spokesmen. */
export interface SpeakerGroup {
  readonly id: string;
  readonly name: string;
  /** Names or keys of speakers. */
  readonly members: readonly string[];
}

export interface IssueFile {
  readonly issues: readonly Issue[];
  readonly groups: readonly SpeakerGroup[];
}

/** Reads a file of issues and groups. `file` is named in errors. Throws an {@link IssueFileError}. */
export function parseIssues(source: string, file: string): IssueFile {
  const table = parseToml(source, file);
  for (const key of Object.keys(table)) {
    if (key !== 'issue' && key !== 'group') throw new IssueFileError(`${file}: "${key}" is not known; write [[issue]] or [[group]]`);
  }
  const issues = entries(table, 'issue', file).map((entry, index) => readIssue(entry, `${file}: ${placeOf(source, 'issue', index)}`));
  const groups = entries(table, 'group', file).map((entry, index) => readGroup(entry, `${file}: ${placeOf(source, 'group', index)}`));
  unique(issues, file);
  unique(groups, file);
  return { issues, groups };
}

/** Several files as one; an issue or group of a later file takes the place of one of the same id. */
export function joinIssueFiles(files: readonly IssueFile[]): IssueFile {
  const issues = new Map(files.flatMap((file) => file.issues).map((issue) => [issue.id, issue]));
  const groups = new Map(files.flatMap((file) => file.groups).map((group) => [group.id, group]));
  return { issues: [...issues.values()], groups: [...groups.values()] };
}

function parseToml(source: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? 'cannot be read';
    throw new IssueFileError(`${file}, line ${error.line}, column ${error.column}: ${reason}`, { cause: error });
  }
}

function entries(table: Readonly<Record<string, unknown>>, key: string, file: string): readonly Readonly<Record<string, unknown>>[] {
  const list = table[key] ?? [];
  if (!Array.isArray(list) || list.some((entry) => typeof entry !== 'object' || entry === null)) {
    throw new IssueFileError(`${file}: write [[${key}]] in double brackets before each ${key}`);
  }
  return list as readonly Readonly<Record<string, unknown>>[];
}

/** The line of the n-th "[[issue]]", for messages. */
function placeOf(source: string, key: string, index: number): string {
  let seen = -1;
  const line = source.split('\n').findIndex((text) => text.trim().replaceAll(' ', '') === `[[${key}]]` && ++seen === index);
  return line < 0 ? `${key} ${index + 1}` : `line ${line + 1}`;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function readIssue(entry: Readonly<Record<string, unknown>>, place: string): Issue {
  checkKeys(entry, ['id', 'name', 'terms', 'not', 'opposite'], place);
  const id = readId(entry, place);
  const terms = readList(entry, 'terms', `${place} (${id})`);
  if (terms.length === 0) throw new IssueFileError(`${place} (${id}): give at least one of "terms"`);
  const issue = {
    id,
    name: readName(entry, id, place),
    terms,
    not: readList(entry, 'not', place),
    opposite: readList(entry, 'opposite', place),
  };
  for (const term of [...issue.terms, ...issue.not, ...issue.opposite]) {
    if (!/[\p{L}\p{N}]/u.test(term) || term.trim().startsWith('*')) {
      throw new IssueFileError(`${place} (${id}): "${term}" is no term; a term starts with a word`);
    }
  }
  return issue;
}

function readGroup(entry: Readonly<Record<string, unknown>>, place: string): SpeakerGroup {
  checkKeys(entry, ['id', 'name', 'members'], place);
  const id = readId(entry, place);
  const members = readList(entry, 'members', `${place} (${id})`);
  if (members.length === 0) throw new IssueFileError(`${place} (${id}): give at least one of "members"`);
  return { id, name: readName(entry, id, place), members };
}

function checkKeys(entry: Readonly<Record<string, unknown>>, known: readonly string[], place: string): void {
  for (const key of Object.keys(entry)) {
    if (!known.includes(key)) throw new IssueFileError(`${place}: "${key}" is not known; known are ${known.join(', ')}`);
  }
}

function readId(entry: Readonly<Record<string, unknown>>, place: string): string {
  const { id } = entry;
  if (typeof id !== 'string' || !ID.test(id)) throw new IssueFileError(`${place}: write an "id" of small letters, digits and hyphens`);
  return id;
}

function readName(entry: Readonly<Record<string, unknown>>, id: string, place: string): string {
  const name = entry.name ?? id;
  if (typeof name !== 'string' || name.trim() === '') throw new IssueFileError(`${place} (${id}): "name" is to be text in quotation marks`);
  return name;
}

function readList(entry: Readonly<Record<string, unknown>>, key: string, place: string): readonly string[] {
  const list = entry[key] ?? [];
  if (!Array.isArray(list) || list.some((term) => typeof term !== 'string' || term.trim() === '')) {
    throw new IssueFileError(`${place}: "${key}" is to be a list of texts: ${key} = ["one", "another"]`);
  }
  return list as readonly string[];
}

function unique(list: readonly { readonly id: string }[], file: string): void {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) throw new IssueFileError(`${file}: the id "${id}" stands twice; each needs its own`);
    seen.add(id);
  }
}

/** An issue as it stands in a file. */
export function formatIssue({ id, name, terms, not, opposite }: Issue): string {
  const list = (key: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `${key} = [${values.map((value) => JSON.stringify(value)).join(', ')}]\n`;
  return `[[issue]]\nid = ${JSON.stringify(id)}\nname = ${JSON.stringify(name)}\n${list('terms', terms)}${list('not', not)}${list('opposite', opposite)}`;
}
