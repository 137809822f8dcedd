import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, onShell, root, sampleRecord, scratch } from '../support/command.js';

/** One command of a page, with what the page says that it shows. */
interface Shown {
  readonly line: number;
  readonly given: string;
  readonly expected: readonly string[];
}

const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

function shownIn(page: string): readonly Shown[] {
  return [...page.matchAll(BLOCK)].flatMap((block) => {
    const first = page.slice(0, block.index).split('\n').length + 1;
    const lines = (block[1] ?? '').trimEnd().split('\n');
    const starts = lines.flatMap((line, index) => (line.startsWith('$ ') ? [index] : []));
    return starts.map((start, which) => ({
      line: first + start,
      given: (lines[start] ?? '').slice(2),
      expected: lines.slice(start + 1, starts[which + 1] ?? lines.length),
    }));
  });
}

/** The words of a command line without a shell's own signs; null where a shell is needed. */
function wordsOf(given: string): readonly string[] | null {
  if (/[|<>;&$`\\]/.test(given.replace(/'[^']*'/g, ''))) return null;
  return [...given.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** What is shown as a pattern: "[…]" stands for anything within a line, "…" alone on a line for any lines. */
function patternOf(expected: readonly string[]): RegExp {
  const lines = expected.map((line) => {
    if (line === '…') return '(?:.*\\n)*?';
    const parts = line.split('[…]').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return `${parts.join('[^\\n]*')}\\n`;
  });
  return new RegExp(`^${lines.join('')}$`);
}

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, shown: shownIn(readFileSync(join(root, name), 'utf8')) }))
  .filter(({ shown }) => shown.length > 0);

test('some pages show commands', () => expect(pages.length).toBeGreaterThan(0));

test.each(pages)('what $name shows is what happens', { timeout: 120_000 }, async ({ name, shown }) => {
  const record = join(scratch(), `${name.replace(/\W/g, '-')}.sqlite`);
  // A page that files the samples begins with nothing; every other one with the samples filed.
  if (!shown.some(({ given }) => given.startsWith('onrecord add samples'))) copyFileSync(await sampleRecord(), record);
  for (const { line, given, expected } of shown) {
    const words = wordsOf(given);
    const environment = { ONRECORD_RECORD: record };
    const ran = words?.[0] === 'onrecord' ? await command(words.slice(1), { environment }) : await onShell(given, { environment });
    const text = ran.out.trimEnd() === '' ? ran.messages : ran.out;
    expect(`${text.trimEnd()}\n`.replace(/^\n$/, ''), `${name}:${line}: ${given}`).toMatch(patternOf(expected));
  }
});
