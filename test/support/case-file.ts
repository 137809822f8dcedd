import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A line of a case file: what is given, what is expected, and where it stands. */
export interface LineCase {
  readonly given: string;
  readonly expected: string;
  readonly line: number;
}

const ARROW = ' => ';

const pathOf = (name: string): string => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));

/**
 * Reads a case file: one case a line, `given => expected`; lines that are empty or start with `#` are for people.
 * With UPDATE_CASES=1 in the environment every expectation is rewritten to what `actual` makes of what is given.
 */
export function readLineCases(name: string, actual: (given: string) => string): readonly LineCase[] {
  const lines = readFileSync(pathOf(name), 'utf8').split('\n');
  if (process.env.UPDATE_CASES === '1') {
    const updated = lines.map((line) => {
      const given = givenOf(line);
      return given === null ? line : `${given}${ARROW}${actual(given)}`;
    });
    writeFileSync(pathOf(name), updated.join('\n'));
  }
  return lines.flatMap((line, index) => {
    const given = givenOf(line);
    return given === null ? [] : [{ given, expected: line.slice(given.length + ARROW.length), line: index + 1 }];
  });
}

function givenOf(line: string): string | null {
  if (line.trim() === '' || line.startsWith('#')) return null;
  const at = line.indexOf(ARROW);
  return at < 0 ? line.trimEnd() : line.slice(0, at);
}
