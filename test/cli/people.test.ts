import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPeople, peoplePlace } from '../../src/people/index.js';
import { command, scratch } from '../support/command.js';

test('somebody is added with a password that is shown once and opens a session', async () => {
  const record = join(scratch(), 'with-people.sqlite');
  const added = await command(['user', 'add', 'Ana', '--role', 'edit', '--record', record, '--json']);
  expect(added.exit).toBe(0);
  const { password } = JSON.parse(added.out);
  const people = await openPeople(peoplePlace(record));
  expect((await people.signIn({ name: 'ana', password, address: 'here' }, 0)).kind).toBe('in');
  await people.close();
  const listed = await command(['user', 'list', '--record', record]);
  expect(listed.out).toBe('Ana  edit: may read, make corrections, file articles\n');
  expect((await command(['audit', '--record', record])).out).not.toContain(password);
});

test('a password can come from standard input, and is refused when it is short', async () => {
  const record = join(scratch(), 'with-input.sqlite');
  const given = ['user', 'add', 'Bela', '--password-from-input', '--record', record];
  expect(await command(given, { input: 'short\n' })).toMatchObject({
    exit: 2,
    messages: expect.stringContaining('from 10 to 200 characters'),
  });
  expect((await command(given, { input: 'harbour bread winter\n' })).out).toBe('Bela may read.\n');
});

test('a token is made, listed without its secret, and revoked; the log tells of each', async () => {
  const record = join(scratch(), 'with-tokens.sqlite');
  await command(['user', 'add', 'Ana', '--role', 'admin', '--record', record]);
  const made = await command([
    'token',
    'make',
    'ana',
    '--rights',
    'read,file',
    '--label',
    'wire desk',
    '--days',
    '90',
    '--per-minute',
    '60',
    '--record',
    record,
    '--json',
  ]);
  const { id, token } = JSON.parse(made.out);
  const listed = await command(['token', 'list', '--record', record]);
  expect(listed.out).toMatch(/^[0-9a-f]+ {2}Ana \(wire desk\): read, file; 60 a minute; until \d{4}-\d\d-\d\d {2}made .*, never used\n$/);
  expect(listed.out).not.toContain(token);
  expect((await command(['token', 'revoke', id, '--record', record])).exit).toBe(0);
  const log = (await command(['audit', '--record', record])).out;
  expect(log.split('\n').map((line) => line.split('  ').slice(1).join('  '))).toEqual([
    `command line  token revoke  ${id}`,
    `command line  token make  ${id} for ana: read file`,
    'command line  user add  Ana',
    '',
  ]);
});

test.each([
  [['user', 'role', 'nobody', 'read'], 'people-refused'],
  [['user', 'role', 'nobody', 'king'], 'role-wrong'],
  [['user', 'banish', 'nobody'], 'action-wrong'],
  [['token', 'make', 'nobody'], 'people-refused'],
  [['token', 'make', 'nobody', '--rights', 'all'], 'role-wrong'],
  [['token', 'make', 'nobody', '--days', '-1'], 'number-wrong'],
  [['token', 'revoke', 'none'], 'people-refused'],
])('%j is refused in words', async (given, code) => {
  expect(await command([...given, '--record', join(scratch(), 'no-people.sqlite')])).toMatchObject({
    exit: 2,
    out: '',
    messages: expect.stringContaining(code),
  });
});
