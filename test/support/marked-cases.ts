import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The cases of a file under test/cases: its lines but for empty ones and comments, with the line's number. */
export interface Case {
  readonly line: number;
  readonly marked: string;
}

const pathOf = (name: string): string => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));

export function readCases(name: string): readonly Case[] {
  return readFileSync(pathOf(name), 'utf8')
    .split('\n')
    .map((marked, index) => ({ line: index + 1, marked }))
    .filter(({ marked }) => marked.trim() !== '' && !marked.startsWith('#'));
}

/** ¶ and ↵ as breaks, as an article has them. */
export const withBreaks = (text: string): string => text.replaceAll(/ *¶ */g, '\n\n').replaceAll('↵', '\n');
export const withoutBreaks = (text: string): string => text.replaceAll('\n\n', ' ¶ ').replaceAll('\n', '↵');

/** What the engine makes of each case, in the notation of the file, beside what the file says; with UPDATE_CASES=1 the file is rewritten first. */
export function compareCases(
  name: string,
  read: (marked: string) => string,
): readonly { readonly line: number; readonly expected: string; readonly found: string }[] {
  const cases = readCases(name).map(({ line, marked }) => ({ line, expected: marked, found: read(marked) }));
  if (process.env.UPDATE_CASES !== '1') return cases;
  const lines = readFileSync(pathOf(name), 'utf8').split('\n');
  for (const { line, found } of cases) lines[line - 1] = found;
  writeFileSync(pathOf(name), lines.join('\n'));
  return cases.map(({ line, found }) => ({ line, expected: found, found }));
}
