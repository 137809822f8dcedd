import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* stream(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function read(name: string, text: string): Promise<readonly ReadOutput[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes(name, stream(text.replaceAll('\n', '\r\n')))) items.push(item);
  return items;
}

const NEWSLETTER = `From: "Meridian Post" <news@meridian.example>
To: reader@example.org
Subject: =?utf-8?Q?Varga_goes_=E2=80=93_at_last?=
Date: Fri, 14 Mar 2031 23:30:00 -0500
Message-ID: <n1@meridian.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Plain words.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<table><tr><td><p>View in browser</p><h2>The talks</h2><p>=E2=80=9CWe will go,=E2=80=9D Lena Varga said.</p><p>Unsubscribe</p></td></tr></table>
--b--
`;

describe('mail', () => {
  test('a newsletter: subject, sender, day as written, words of its markup, machinery marked', async () => {
    const [item] = await read('a.eml', NEWSLETTER);
    expect(item).toMatchObject({
      article: { id: '<n1@meridian.example>', title: 'Varga goes – at last', outlet: 'Meridian Post', published: '2031-03-14' },
    });
    const { text, blocks } = (item as Extract<ReadOutput, { kind: 'article' }>).article;
    expect(blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
      'headline: Varga goes – at last',
      'boilerplate: View in browser',
      'heading: The talks',
      'paragraph: “We will go,” Lena Varga said.',
      'boilerplate: Unsubscribe',
    ]);
  });

  test('plain text, and no name at the end of the file that says what it is', async () => {
    const plain =
      'Message-ID: <x@y>\nFrom: desk@harbour.example\nSubject: Talks\nMIME-Version: 1.0\nDate: 14 Mar 2031 10:00:00 +0000\n\nTomas Berg said that he would stay.\n\nShe left.\n';
    expect(await read('message', plain)).toMatchObject([
      { article: { title: 'Talks', outlet: 'harbour.example', text: 'Talks\n\nTomas Berg said that he would stay.\n\nShe left.' } },
    ]);
  });

  test('an article that begins with a line and a colon is no mail', async () => {
    expect(await read('a.txt', 'Date: 14 March 2031\nFrom: Osterin\n\nVarga said so.\n')).toMatchObject([{ article: { title: null } }]);
  });

  test('a mailbox: each message, with the line on which it begins; quoted lines are unquoted', async () => {
    const message = (subject: string, body: string): string =>
      `From desk@x.example Fri Mar 14 10:00:00 2031\nFrom: desk@x.example\nSubject: ${subject}\nMIME-Version: 1.0\n\n${body}\n\n`;
    const items = await read(
      'a.mbox',
      message('One', 'Varga said so.\n\n>From here on she was silent.') + message('Two', 'Varga said no.'),
    );
    expect(items).toMatchObject([
      { article: { title: 'One', text: 'One\n\nVarga said so.\n\nFrom here on she was silent.' }, place: { line: 1 } },
      { article: { title: 'Two' }, place: { line: 10 } },
    ]);
  });

  test('no text, nested without end, broken', async () => {
    expect(await read('a.eml', 'Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx')).toMatchObject([{ kind: 'failure' }]);
    const deep = Array.from({ length: 200 }, (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n`).join('');
    expect(await read('a.eml', `Subject: x\nMIME-Version: 1.0\n${deep}`)).toMatchObject([{ kind: 'failure' }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(NEWSLETTER.length), fc.nat(50), fc.string({ maxLength: 10 }), async (at, gone, noise) => {
        expect(await read('a.eml', NEWSLETTER.slice(0, at) + noise + NEWSLETTER.slice(at + gone))).toHaveLength(1);
      }),
      { numRuns: 80 },
    );
  });
});

describe('web pages saved as one file (MHTML)', () => {
  test('the page, with the address that it had', async () => {
    const html = `<!doctype html><html><head><title>Quarry talks fail</title></head><body><h1>Quarry talks fail</h1><p>Talks between the quarry and its drivers broke down on Tuesday, and no day has been set for another meeting, both sides said.</p><p>"We offered four percent and they laughed," said Corla Venn, who manages the quarry, before she drove off.</p></body></html>`;
    const saved = `From: <Saved by Blink>
Snapshot-Content-Location: https://quarry.example/talks
Subject: Quarry talks fail
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Location: https://quarry.example/talks

${html}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--b--
`;
    const [item] = await read('a.mhtml', saved);
    expect(item).toMatchObject({ kind: 'article', article: { url: 'https://quarry.example/talks', title: 'Quarry talks fail' } });
    expect((item as Extract<ReadOutput, { kind: 'article' }>).article.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(2);
  });
});
