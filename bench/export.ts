import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { EXPORT_FORMATS } from '../src/answers/index.js';
import { openRecord } from '../src/record/index.js';
import { makeArticles } from './made-articles.js';

/**
 * How fast `onrecord export` writes a whole record to a file, and in how much memory, each format in a process of its own:
 * `npx tsc -b && npx tsx bench/export.ts [ARTICLES]`. An article has 20 statements; 5,000 make 100,000.
 */
const count = Number(process.argv[2] ?? 5_000);
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const place = join(folder, 'record.sqlite');

async function fill(): Promise<void> {
  const record = await openRecord(place, 'write');
  const made = makeArticles();
  for (let from = 0; from < count; from += 250)
    await record.file(Array.from({ length: Math.min(250, count - from) }, (_, index) => ({ reading: made.reading(from + index) })));
  await record.close();
}

interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly peak: number;
  readonly bytes: number;
}

async function measure(format: string): Promise<Measured> {
  const output = join(folder, `export.${format}`);
  const start = performance.now();
  const child = spawn(process.execPath, [main, 'export', '--record', place, '--format', format, '--output', output], { stdio: 'ignore' });
  let [peak, processor] = [0, 0];
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      processor = (Number(ticks[11]) + Number(ticks[12])) / 100;
    } catch {
      clearInterval(watch);
    }
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`export --format ${format} ended with ${code}`);
  const bytes = statSync(output).size;
  rmSync(output);
  return { seconds: (performance.now() - start) / 1000, processor, peak, bytes };
}

try {
  await fill();
  console.log(`${count * 20} statements, Node ${process.version}`);
  for (const format of Object.keys(EXPORT_FORMATS)) {
    if (format === 'brief') continue;
    const { seconds, processor, peak, bytes } = await measure(format);
    console.log(
      `| ${format} | ${seconds.toFixed(1)} s | ${processor.toFixed(1)} s | ${peak.toFixed(0)} MB | ${(bytes / 1e6).toFixed(0)} MB |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
