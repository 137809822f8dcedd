import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { readSources } from '../../dist/readers/index.js';
import { warcRecord } from './inputs.js';

/**
 * A large web archive in constant memory: `npx tsx bench/intake/large-warc.ts [GB] [gz]` after a build. Makes the file of invented
 * pages (a quarter of them images, as crawls have), reads it, and says how memory went. Reads all pages without the engine.
 */
const size = Number(process.argv[2] ?? 1) * 1e9;
const packed = process.argv[3] === 'gz';
const folder = mkdtempSync(join(tmpdir(), 'onrecord-warc-'));
const file = join(folder, packed ? 'large.warc.gz' : 'large.warc');

try {
  const made = await make();
  console.log(`made ${(statSync(file).size / 1e9).toFixed(2)} GB: ${made.toLocaleString('en')} pages`);
  let read = 0;
  const memory: number[] = [];
  const processor = process.cpuUsage();
  for await (const item of readSources([file])) {
    if (item.kind !== 'article') throw new Error(`a failure: ${JSON.stringify(item)}`);
    if (++read % Math.ceil(made / 10) === 0) memory.push(Math.round(process.memoryUsage().rss / 1e6));
  }
  const { user, system } = process.cpuUsage(processor);
  const seconds = (user + system) / 1e6;
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  console.log(
    `read ${read.toLocaleString('en')} pages in ${seconds.toFixed(0)} s of processor time: ${Math.round(read / seconds)} pages and ${(size / seconds / 1e6).toFixed(1)} MB a second`,
  );
  console.log(`memory at each tenth, MB: ${memory.join(', ')}; highest ${Math.round(peak)} MB`);
  if (read !== made) throw new Error(`${made - read} pages are missing`);
} finally {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
}

async function make(): Promise<number> {
  const out = createWriteStream(file);
  const sink = packed ? createGzip({ level: 1 }) : out;
  if (packed) sink.pipe(out);
  const image = Buffer.concat([
    Buffer.from(
      'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://meridian.example/i.png\r\nContent-Length: 40044\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: image/png\r\n\r\n',
    ),
    Buffer.alloc(40_000, 7),
    Buffer.from('\r\n\r\n'),
  ]);
  let written = 0;
  let pages = 0;
  while (written < size) {
    const record = pages % 4 === 3 ? Buffer.concat([warcRecord(pages), image]) : warcRecord(pages);
    pages++;
    written += record.length;
    if (!sink.write(record)) await new Promise<void>((resolve) => sink.once('drain', () => resolve()));
  }
  sink.end();
  await new Promise<void>((resolve) => out.once('close', () => resolve()));
  return pages;
}
