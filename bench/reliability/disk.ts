import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, faultsOf, run, type Trial, writeArticles } from './trial.js';

/** So much fits, in megabytes: less than the articles need. */
const SIZES = [1, 2, 3, 4];

/** The disk of a record is full while articles are filed; then there is room again. Needs the right to mount. */
export const fullDisk: Trial = {
  name: 'disk full',
  async run({ folder, size }) {
    const articles = join(folder, 'disk.jsonl');
    writeArticles(articles, size.articles);
    const undisturbed = join(folder, 'roomy.sqlite');
    run('add', articles, '--record', undisturbed);
    const expected = contentOf(undisturbed);
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk]).status !== 0)
      return { name: this.name, notRun: 'this user may not mount a small disk' };
    const failures: string[] = [];
    let full = 0;
    try {
      for (const megabytes of SIZES) {
        spawnSync('mount', ['-o', `remount,size=${megabytes}m`, disk]);
        const record = join(disk, 'record.sqlite');
        const ran = run('add', articles, '--record', record, '--jobs', '1');
        if (ran.status === 0) continue;
        full++;
        if (ran.status !== 4 || !ran.messages.includes('record-full'))
          failures.push(`at ${megabytes} MB: ended with ${ran.status}: ${ran.messages.slice(0, 300)}`);
        if (run('search', 'despatch', '--record', record).status !== 4) failures.push(...faultsOf(record));
      }
      spawnSync('mount', ['-o', 'remount,size=500m', disk]);
      const last = run('add', articles, '--record', join(disk, 'record.sqlite'));
      if (last.status !== 0) failures.push(`with room again: ended with ${last.status}: ${last.messages.slice(0, 300)}`);
      if (contentOf(join(disk, 'record.sqlite')) !== expected) failures.push('the record differs from one that always had room');
    } finally {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true, force: true });
    }
    if (full === 0) failures.push('the disk was never full: the trial proves nothing');
    return { name: this.name, tried: `${full} times full`, figures: { full }, failures };
  },
};
