import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { SETTINGS } from '../../src/cli/settings.js';
import { root } from '../support/command.js';

const folder = join(root, 'recipes', 'service');

/** Lines that start the program, as they stand in unit, container and compose files. */
const STARTS = /(?:^ExecStart=\S*\/onrecord |^ *command: |podman run .* onrecord |exec pages onrecord )(.+)$/gm;

const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const starts = files.flatMap(({ name, text }) =>
  [...text.matchAll(STARTS)].map((match) => ({ name, line: (match[1] ?? '').replace(/, and .*$/, '') })),
);

test('the recipes start the program', () => expect(starts.length).toBeGreaterThan(3));

test.each(starts)('$name: "$line" is a command with options that it has', ({ line }) => {
  const [word = '', ...rest] = line.split(/\s+/);
  const command = COMMANDS.find(({ name }) => name === word);
  expect(command?.name).toBe(word);
  const known = command?.options.map(({ flags }) => flags.split(' ')[0]) ?? [];
  for (const option of rest.filter((part) => part.startsWith('--'))) expect(known).toContain(option);
});

test('every variable that a recipe sets is one of the settings', () => {
  const known = Object.values(SETTINGS).map(({ variable }) => variable);
  const set = files.flatMap(({ text }) => [...text.matchAll(/\b(ONRECORD_[A-Z_]+)(?=[=:] ?\S)/g)].map((match) => match[1]));
  expect(set.length).toBeGreaterThan(2);
  for (const variable of set.filter((one) => one !== 'ONRECORD_PASSWORD')) expect(known).toContain(variable);
});
