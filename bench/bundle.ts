import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundleEngine } from './engine-bundle.js';

/**
 * How much a web page loads to read articles by itself: `npx tsc -b && npx tsx bench/bundle.ts`. The engine as a bundler packs
 * it, and the two model files, each compressed as a server would send it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const files: readonly (readonly [string, Uint8Array])[] = [
  ['engine, minified', Buffer.from(await bundleEngine(root, 'page'))],
  ...['english-attribution.bin', 'english-tagger.bin'].map((name) => [name, readFileSync(join(root, 'data', name))] as const),
];
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const sizes = files.map(([name, bytes]) => ({
  name,
  plain: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
}));
const sum = (of: (size: (typeof sizes)[number]) => number): number => sizes.reduce((total, size) => total + of(size), 0);
console.log('| what | plain | gzip | brotli |');
console.log('|---|---|---|---|');
for (const { name, plain, gzip, brotli } of sizes)
  console.log(`| ${name} | ${megabytes(plain)} | ${megabytes(gzip)} | ${megabytes(brotli)} |`);
console.log(
  `| **all** | ${megabytes(sum(({ plain }) => plain))} | ${megabytes(sum(({ gzip }) => gzip))} | ${megabytes(sum(({ brotli }) => brotli))} |`,
);
