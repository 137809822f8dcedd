import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, put, scratch } from '../support/command.js';

const ARTICLE = 'Lena Varga said on Friday that she would go to Osterin.\n';

test('a setting is taken from the file where neither option nor environment gives it', async () => {
  const [inFile, inEnvironment] = ['configured.sqlite', 'environment.sqlite'].map((name) => join(scratch(), name));
  const file = put('configuration/config.toml', `record = ${JSON.stringify(inFile)}\njobs = 1\n`);
  const added = await command(['add', put('configuration/varga.txt', ARTICLE)], { environment: { ONRECORD_CONFIG: file } });
  expect(added.exit).toBe(0);
  expect((await command(['verify', '--record', inFile as string])).out).toContain('in 1 article');
  const elsewhere = await command(['search', 'Osterin'], {
    environment: { ONRECORD_CONFIG: file, ONRECORD_RECORD: inEnvironment as string },
  });
  expect(elsewhere).toMatchObject({ exit: 4, messages: expect.stringContaining('environment.sqlite') });
});

test('the file in the user’s settings folder is found by itself', async () => {
  const folder = join(scratch(), 'settings');
  mkdirSync(join(folder, 'onrecord'), { recursive: true });
  writeFileSync(join(folder, 'onrecord', 'config.toml'), `record = ${JSON.stringify(join(scratch(), 'by-itself.sqlite'))}\n`);
  const ran = await command(['search', 'Osterin'], { environment: { XDG_CONFIG_HOME: folder } });
  expect(ran.messages).toContain('by-itself.sqlite');
  const without = await command(['search', 'Osterin'], { environment: { XDG_CONFIG_HOME: folder, ONRECORD_CONFIG: '' } });
  expect(without.messages).not.toContain('by-itself.sqlite');
});

test.each([
  ['a key that is none', 'recrod = "x.sqlite"\n', /"recrod" is not known; it can be record, /],
  ['a value that is none', 'record = ["x.sqlite"]\n', /"record" takes one value/],
  ['no TOML', 'record = \n', /cannot be used/],
])('%s is named with the file', async (_, text, message) => {
  const file = put('configuration/wrong.toml', text);
  const ran = await command(['search', 'Osterin'], { environment: { ONRECORD_CONFIG: file } });
  expect(ran).toMatchObject({ exit: 2, out: '', messages: expect.stringMatching(message) });
  expect(ran.messages).toContain(file);
  expect(ran.messages).toContain('configuration-wrong');
});

test('a file that is named must be there', async () => {
  const ran = await command(['search', 'Osterin'], { environment: { ONRECORD_CONFIG: join(scratch(), 'none.toml') } });
  expect(ran).toMatchObject({ exit: 2, messages: expect.stringContaining('there is no such file') });
});
