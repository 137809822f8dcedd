import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { command, onrecord, root, sampleRecord, scratch, testEnvironment } from '../support/command.js';

const TOKEN = 'a-token-of-the-tests';

const ARTICLE = {
  text: 'Lena Varga said on Tuesday: “We will sign once the bridge opens.”',
  url: 'https://meridianpost.example/2031/03/20/pen',
  outlet: 'The Meridian Post',
  published: '2031-03-20',
};

/** Starts the built program on a copy of the samples' record, and stops it whatever happens. */
async function whileServing(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
  record: string,
  use: (api: string) => Promise<void>,
): Promise<void> {
  const main = join(root, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', '--record', record, ...given], {
    env: { ...testEnvironment(), ...environment },
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
    await use(`${(JSON.parse(line) as { readonly address: string }).address}api/v1`);
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toBe(130);
}

async function copyOfSamples(name: string): Promise<string> {
  const record = join(scratch(), name);
  copyFileSync(await sampleRecord(), record);
  return record;
}

const post = (api: string, token: string): Promise<Response> =>
  fetch(`${api}/articles`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(ARTICLE),
  });

test('an article is filed into a record that is being served, and found at once', async () => {
  await whileServing([], { ONRECORD_API_TOKEN: TOKEN }, await copyOfSamples('api.sqlite'), async (api) => {
    expect(await (await post(api, TOKEN)).json()).toMatchObject({ articles: [{ outcome: 'filed', statements: 1 }] });
    expect((await post(api, 'not-a-token-of-theirs')).status).toBe(401);
    const query = encodeURIComponent(`article:${ARTICLE.url}`);
    const found = (await (await fetch(`${api}/statements?q=${query}`)).json()) as {
      readonly statements: readonly { readonly permalink: string }[];
    };
    expect(found).toMatchObject({ statements: [{ speaker: { name: 'Lena Varga' }, said: { from: '2031-03-18' } }] });
    expect((await fetch(found.statements[0]?.permalink ?? '')).status).toBe(200);
  });
});

test('where people sign in, their tokens open the API, and what they file is logged', async () => {
  const record = await copyOfSamples('api-people.sqlite');
  expect((await command(['user', 'add', 'ana', '--role', 'edit', '--record', record])).exit).toBe(0);
  const token = async (rights: string): Promise<string> => {
    const made = await command(['token', 'make', 'ana', '--rights', rights, '--json', '--record', record]);
    return (JSON.parse(made.out) as { readonly token: string }).token;
  };
  const [reader, filer] = [await token('read'), await token('read,file')];
  await whileServing(['--people'], {}, record, async (api) => {
    expect((await fetch(`${api}/outlets`)).status).toBe(401);
    expect((await fetch(`${api}/outlets`, { headers: { Authorization: `Bearer ${reader}` } })).status).toBe(200);
    expect((await post(api, reader)).status).toBe(403);
    expect((await post(api, filer)).status).toBe(200);
  });
  expect((await command(['audit', '--record', record])).out).toContain(ARTICLE.url);
});

test('a token that can be guessed, and origins that are none, are refused', async () => {
  for (const environment of [{ ONRECORD_API_TOKEN: 'short' }, { ONRECORD_API_ORIGINS: 'desk.example' }, { ONRECORD_API_RATE: 'many' }])
    expect(await onrecord(['serve', '--port', '0'], { environment })).toMatchObject({
      exit: 2,
      messages: expect.stringContaining('api-setting-wrong'),
    });
});
