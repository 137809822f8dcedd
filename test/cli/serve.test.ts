import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { onrecord, root, sampleRecord, testEnvironment } from '../support/command.js';

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
