import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { command, onrecord, root, sampleRecord, scratch, testEnvironment } from '../support/command.js';

test('serve prints its address, answers there, and ends on a signal', async () => {
  const main = join(root, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', '--record', await sampleRecord()], {
    env: testEnvironment(),
  });
  const exit = new Promise((resolve) => child.on('close', resolve));
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const { address } = JSON.parse(line) as { readonly address: string };
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const page = await fetch(new URL('/search?q=ceasefire', address));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<mark>ceasefire</mark>');
  const taken = await onrecord(['serve', '--port', new URL(address).port, '--record', await sampleRecord()]);
  expect(taken).toMatchObject({ exit: 2, messages: expect.stringContaining('port-taken') });
  child.kill('SIGTERM');
  expect(await exit).toBe(130);
});

test('serve says where to begin when there is no record, and what a port is', async () => {
  expect(await onrecord(['serve', '--record', join(root, 'none.sqlite')])).toMatchObject({
    exit: 4,
    messages: expect.stringContaining('onrecord add'),
  });
  expect(await onrecord(['serve', '--port', 'x'])).toMatchObject({ exit: 2, messages: expect.stringContaining('port-wrong') });
});

test.each([
  [['--host', '0.0.0.0'], 'name-missing'],
  [['--host', '0.0.0.0', '--public-address', 'http://record.example'], 'nobody-to-ask'],
  [['--people'], 'nobody-to-ask'],
  [['--public-address', 'record.example'], 'address-wrong'],
  [['--host', '203.0.113.9', '--open-to-everybody'], 'host-wrong'],
])('serve %j does not start, and says why', async (given, code) => {
  const ran = await command(['serve', '--port', '0', '--record', await sampleRecord(), ...given]);
  expect(ran).toMatchObject({ exit: 2, out: '', messages: expect.stringContaining(code) });
});

test('serve asks everybody to sign in where others can reach it', async () => {
  const record = join(scratch(), 'open.sqlite');
  copyFileSync(await sampleRecord(), record);
  await onrecord(['user', 'add', 'Ana', '--role', 'admin', '--password-from-input', '--record', record], {
    input: 'harbour bread winter\n',
  });
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist', 'cli', 'main.js'),
      'serve',
      '--port',
      '0',
      '--json',
      '--record',
      record,
      '--host',
      '0.0.0.0',
      '--public-address',
      'http://localhost',
    ],
    { env: testEnvironment() },
  );
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const address = new URL((JSON.parse(line) as { readonly address: string }).address);
  const here = `http://127.0.0.1:${address.port}`;
  const stranger = await fetch(`${here}/search.json?q=ceasefire`);
  expect([stranger.status, ((await stranger.json()) as { readonly title: string }).title]).toEqual([401, 'Say who you are']);
  const body = new URLSearchParams({ name: 'ana', password: 'harbour bread winter' });
  const signed = await fetch(`${here}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { Origin: here } });
  const cookie = signed.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  expect((await fetch(`${here}/search.json?q=ceasefire`, { headers: { cookie } })).status).toBe(200);
  child.kill('SIGKILL');
});

test('serve tells how it is, and logs answers without what was searched for', async () => {
  const main = join(root, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', '--log', '--record', await sampleRecord()], {
    env: testEnvironment(),
  });
  const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const { address } = JSON.parse(line) as { readonly address: string };
  const logged = new Promise<string>((resolve) => createInterface(child.stderr).once('line', resolve));
  await fetch(new URL('/search?q=harbour', address));
  expect(JSON.parse(await logged)).toMatchObject({ method: 'GET', path: '/search', status: 200 });
  expect(await (await fetch(new URL('/ready', address))).text()).toBe('ready\n');
  expect(await (await fetch(new URL('/metrics', address))).text()).toContain('onrecord_articles 33');
  child.kill('SIGKILL');
});
