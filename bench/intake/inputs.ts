import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { pack } from 'tar-stream';
import { makePdf } from './make-pdf.js';

/** One file of each format that is read, made of invented news. `articles` is how many it holds. */
export interface MadeInput {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly articles: number;
}

const NAMES = ['Lena Varga', 'Tomas Berg', 'Tora Lind', 'Corla Venn', 'Abel Strand', 'Una Brackett', 'Marten Odd', 'Ida Holm'];
const VERBS = [
  'said that she would sign the treaty',
  'denied that the bridge was closed',
  'called for talks with the quarry',
  'refused to go to Osterin',
  'told reporters that nobody had asked',
];
const PLACES = ['in Osterin', 'on Friday', 'at the harbour', 'before the house voted', 'after the flood', 'in front of the ferry'];

const pick = <T>(list: readonly T[], seed: number): T => list[Math.abs(seed) % list.length] as T;

/** Some 400 words in paragraphs, the same for the same number. */
export function paragraphs(seed: number, count = 12): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: 3 }, (__, part) => {
      const at = seed * 31 + index * 7 + part * 13;
      return `${pick(NAMES, at)} ${pick(VERBS, at >> 1)} ${pick(PLACES, at >> 2)}, ${part === 1 ? `“and ${at % 97} others will do the same,” she added` : `although ${at % 89} of ${pick(NAMES, at + 3)}’s friends doubted it`}.`;
    }).join(' '),
  );
}

const title = (seed: number): string => `${pick(NAMES, seed)} ${pick(PLACES, seed)}: story ${seed}`;
const text = (seed: number): string => paragraphs(seed).join('\n\n');

export const page = (seed: number): string =>
  `<!doctype html><html lang="en"><head><title>${title(seed)}</title><meta property="article:published_time" content="2031-05-02"><meta property="og:site_name" content="Meridian Post"></head><body><nav><ul>${Array.from({ length: 30 }, (_, index) => `<li><a href="/s${index}">Section ${index}</a></li>`).join('')}</ul></nav><main><article><h1>${title(seed)}</h1><p class="byline">By Ida Holm</p>${paragraphs(
    seed,
  )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join(
      '',
    )}</article><aside>${Array.from({ length: 12 }, (_, index) => `<div class="card"><a href="/x${index}"><img src="/i${index}.jpg" alt="">Story number ${index}</a></div>`).join('')}</aside></main><footer><p>© 2031 Meridian Post. All rights reserved.</p><script>var a = ${seed};</script></footer></body></html>`;

export function warcRecord(seed: number): Uint8Array {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n${page(seed)}`);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://meridian.example/${seed}\r\nWARC-Date: 2031-05-03T00:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const utf8 = (written: string): Uint8Array => new Uint8Array(Buffer.from(written));
const json = (seed: number): object => ({
  id: `a${seed}`,
  title: title(seed),
  published: '2031-05-02',
  outlet: 'Meridian Post',
  text: text(seed),
});

const ninjs = (seed: number): object => ({
  uri: `urn:x:${seed}`,
  versionCreated: '2031-05-02T10:00:00Z',
  headlines: [{ role: 'main', value: title(seed) }],
  bodies: [
    {
      role: 'main',
      contentType: 'text/html',
      value: paragraphs(seed)
        .map((one) => `<p>${one}</p>`)
        .join(''),
    },
  ],
});

const newsItem = (seed: number): string =>
  `<newsItem guid="urn:x:${seed}"><rightsInfo><usageTerms>None.</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><provider literal="Northline"/><versionCreated>2031-05-02T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${title(seed)}</headline><language tag="en"/></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${paragraphs(
    seed,
  )
    .map((one) => `<p>${one}</p>`)
    .join('')}</body></html></inlineXML></contentSet></newsItem>`;

const nitf = (seed: number): string =>
  `<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="${seed}"/><date.issue norm="20310502T100000Z"/></docdata></head><body><body.head><hedline><hl1>${title(seed)}</hl1></hedline><byline>By Ida Holm</byline></body.head><body.content>${paragraphs(
    seed,
  )
    .map((one) => `<p>${one}</p>`)
    .join('')}</body.content></body></nitf>`;

const mail = (seed: number): string =>
  `From: "Meridian Post" <news@meridian.example>\r\nSubject: ${title(seed)}\r\nDate: Fri, 02 May 2031 10:00:00 +0000\r\nMessage-ID: <${seed}@meridian.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${paragraphs(
    seed,
  )
    .map((one) => `<p>${one}</p>`)
    .join('\r\n')}\r\n`;

const clock = (seconds: number, mark: string): string =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}${mark}000`;
const srt = (seed: number): string =>
  paragraphs(seed, 40)
    .map(
      (one, index) =>
        `${index + 1}\n${clock(index * 5, ',')} --> ${clock(index * 5 + 4, ',')}\n${pick(NAMES, index).toUpperCase()}: ${one}\n`,
    )
    .join('\n');
const vtt = (seed: number): string =>
  `WEBVTT\n\n${paragraphs(seed, 40)
    .map((one, index) => `${clock(index * 5, '.')} --> ${clock(index * 5 + 4, '.')}\n<v ${pick(NAMES, index)}>${one}\n`)
    .join('\n')}`;

const pdf = (seed: number): Uint8Array =>
  makePdf(
    Array.from({ length: 4 }, (_, number) => [
      { text: `Meridian Post, page ${number + 1}`, x: 40, y: 580, size: 8 },
      ...paragraphs(seed + number, 8).flatMap((one, index) =>
        (one.match(/.{1,70}(?:\s|$)/g) ?? []).map((line, row) => ({
          text: line.trim().replace(/[^\x20-\x7e]/g, "'"),
          x: row === 0 ? 50 : 40,
          y: 560 - (index * 6 + row) * 11,
        })),
      ),
    ]),
  );

const docx = (seed: number): Uint8Array =>
  zipSync({
    'word/document.xml': utf8(
      `<w:document><w:body>${paragraphs(seed)
        .map((one) => `<w:p><w:r><w:t>${one}</w:t></w:r></w:p>`)
        .join('')}</w:body></w:document>`,
    ),
    'docProps/core.xml': utf8(`<cp:coreProperties><dc:title>${title(seed)}</dc:title></cp:coreProperties>`),
  });

async function tar(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const packing = pack();
  for (const [name, bytes] of Object.entries(files)) packing.entry({ name }, Buffer.from(bytes));
  packing.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of packing) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

const csv = (count: number): string =>
  `title,published,outlet,text\n${seeds(count)
    .map((seed) => `"${title(seed)}",2031-05-02,Meridian Post,"${text(seed)}"`)
    .join('\n')}\n`;

const parquet = (count: number): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'title', data: seeds(count).map(title), type: 'STRING' },
        { name: 'published', data: seeds(count).map(() => '2031-05-02'), type: 'STRING' },
        { name: 'text', data: seeds(count).map(text), type: 'STRING' },
      ],
    }),
  );

const rss = (count: number): string =>
  `<rss version="2.0"><channel><title>Meridian Post</title>${seeds(count)
    .map(
      (seed) =>
        `<item><title>${title(seed)}</title><link>https://meridian.example/${seed}</link><pubDate>Fri, 02 May 2031 10:00:00 GMT</pubDate><content:encoded><![CDATA[${paragraphs(
          seed,
        )
          .map((one) => `<p>${one}</p>`)
          .join('')}]]></content:encoded></item>`,
    )
    .join('')}</channel></rss>`;

/** One input of each format with about so many articles, where the format holds several. */
export async function makeInputs(count: number): Promise<readonly MadeInput[]> {
  const lines = seeds(count)
    .map((seed) => JSON.stringify(json(seed)))
    .join('\n');
  const files = Object.fromEntries(seeds(count).map((seed) => [`${seed}.txt`, utf8(text(seed))]));
  const pages = Object.fromEntries(seeds(count).map((seed) => [`${seed}.html`, utf8(page(seed))]));
  const warc = new Uint8Array(Buffer.concat(seeds(count).map(warcRecord)));
  const many = (format: string, name: string, bytes: Uint8Array): MadeInput => ({ format, name, bytes, articles: count });
  const one = (format: string, name: string, bytes: Uint8Array): MadeInput => ({ format, name, bytes, articles: 1 });
  return [
    one('plain text', 'a.txt', utf8(text(1))),
    one('Markdown', 'a.md', utf8(`# ${title(1)}\n\n${text(1)}`)),
    many('JSON', 'a.json', utf8(JSON.stringify(seeds(count).map(json)))),
    many('JSON Lines', 'a.jsonl', utf8(lines)),
    one('web page', 'a.html', utf8(page(1))),
    one(
      'MHTML',
      'a.mhtml',
      utf8(
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://meridian.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(1)}\r\n--b--\r\n`,
      ),
    ),
    many('RSS', 'a.rss', utf8(rss(count))),
    many(
      'ninjs',
      'n.jsonl',
      utf8(
        seeds(count)
          .map((seed) => JSON.stringify(ninjs(seed)))
          .join('\n'),
      ),
    ),
    many('NewsML-G2', 'a.xml', utf8(`<newsMessage><itemSet>${seeds(count).map(newsItem).join('')}</itemSet></newsMessage>`)),
    one('NITF', 'n.xml', utf8(nitf(1))),
    many('CSV', 'a.csv', utf8(csv(count))),
    many('Parquet', 'a.parquet', parquet(count)),
    one('mail', 'a.eml', utf8(mail(1))),
    many(
      'mailbox',
      'a.mbox',
      utf8(
        seeds(count)
          .map((seed) => `From x@y Fri May  2 10:00:00 2031\n${mail(seed).replaceAll('\r\n', '\n')}\n`)
          .join(''),
      ),
    ),
    one('PDF', 'a.pdf', pdf(1)),
    one('Word', 'a.docx', docx(1)),
    one('SubRip', 'a.srt', utf8(srt(1))),
    one('WebVTT', 'a.vtt', utf8(vtt(1))),
    many('WARC', 'a.warc', warc),
    many('WARC, gzip', 'a.warc.gz', new Uint8Array(Buffer.concat(seeds(count).map((seed) => gzipSync(warcRecord(seed)))))),
    many('WACZ', 'a.wacz', zipSync({ 'datapackage.json': utf8('{}'), 'archive/data.warc.gz': [gzipSync(warc), { level: 0 }] })),
    many('ZIP of texts', 'a.zip', zipSync(files)),
    many('tar of pages', 'p.tar', await tar(pages)),
    many('tar of texts, gzip', 'a.tar.gz', gzipSync(await tar(files))),
    many('JSON Lines, gzip', 'a.jsonl.gz', gzipSync(lines)),
  ];
}
