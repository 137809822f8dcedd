import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS, type Command } from '../../src/cli/commands.js';
import { EXITS } from '../../src/cli/exit-codes.js';
import { SETTINGS } from '../../src/cli/settings.js';
import { command, root } from '../support/command.js';

const path = join(root, 'docs', 'cli.md');

/** What of the page is made from the tables of the command line. */
function reference(): string {
  return [settingsTable(), exitsTable(), ...COMMANDS.map(section)].join('\n\n');
}

const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function settingsTable(): string {
  const rows = Object.values(SETTINGS).map(({ option, variable, fallback, meaning }) =>
    row(meaning, option === null ? '' : `\`${option}\``, `\`${variable}\``, fallback),
  );
  return ['## Settings', '', row('what', 'option', 'environment', 'otherwise'), '|---|---|---|---|', ...rows].join('\n');
}

function exitsTable(): string {
  const rows = Object.entries(EXITS).map(([word, { number, meaning }]) => row(String(number), `\`${word}\``, meaning));
  return ['## Exit codes', '', row('code', 'word', 'when'), '|---|---|---|', ...rows].join('\n');
}

function section({ name, takes, summary, details, options, examples, exits }: Command): string {
  return [
    `## onrecord ${name}`,
    '',
    `\`onrecord ${name}${takes === '' ? '' : ` ${takes}`}\`: ${summary}.`,
    '',
    details,
    '',
    row('option', 'meaning'),
    '|---|---|',
    ...options.map(({ flags, meaning }) => row(`\`${flags}\``, meaning)),
    '',
    `Ends with ${exits.map((exit) => `${EXITS[exit].number} (${exit})`).join(', ')}. For example:`,
    '',
    '```sh',
    ...examples,
    '```',
  ].join('\n');
}

const MARK = '<!-- From here on the tables of src/cli; UPDATE_CASES=1 npx vitest run test/docs writes them. -->\n\n';

test('docs/cli.md tells every command, option, setting and exit code as the program has them', () => {
  const page = readFileSync(path, 'utf8');
  const [head = ''] = page.split(MARK);
  const expected = `${head}${MARK}${reference()}\n`;
  if (process.env.UPDATE_CASES === '1') writeFileSync(path, expected);
  expect(process.env.UPDATE_CASES === '1' ? expected : page).toBe(expected);
});

test('help shows every command, option, example and exit code', async () => {
  const help = (await command(['--help'])).out;
  for (const { name, options, examples, exits } of COMMANDS) {
    expect(help).toContain(`  ${name} `);
    const own = await command([name, '--help']);
    expect(own.exit).toBe(0);
    for (const { flags } of options) expect(own.out).toContain(flags.split(' ')[0]);
    for (const part of [...examples, ...exits]) expect(own.out).toContain(part);
  }
});

test('every command takes --json', () => {
  for (const { name, options } of COMMANDS) expect(`${name} ${options.map(({ flags }) => flags).join(' ')}`).toContain('--json');
});
