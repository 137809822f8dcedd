import { join } from 'node:path';
import { contentOf, ended, faultsOf, kill, removeRecord, run, start, type Trial, wait, writeArticles } from './trial.js';

/** Articles are filed by a process that is killed at a random moment, again and again, until it comes to its end. */
export const killedAdder: Trial = {
  name: 'adder killed',
  async run({ folder, chance, size }) {
    const { articles, whole, expected } = prepare(folder, size.articles);
    const record = join(folder, 'killed.sqlite');
    const failures: string[] = [];
    let kills = 0;
    const began = performance.now();
    await ended(start(['add', articles, '--record', join(folder, 'timed.sqlite'), '--jobs', '1']));
    const length = performance.now() - began;
    while (kills < size.kills) {
      // A record that is complete begins again, so that every kill has something to hit.
      if (kills % 10 === 0) removeRecord(record);
      const child = start(['add', articles, '--record', record, '--jobs', '1']);
      await wait(chance() * length);
      await kill(child);
      kills++;
      if (run('search', 'despatch', '--record', record).status === 4) continue; // killed before there was a record
      failures.push(...faultsOf(record));
    }
    const last = run('add', articles, '--record', record);
    if (last.status !== 0) failures.push(`the last run ended with ${last.status}: ${last.messages.slice(0, 300)}`);
    if (contentOf(record) !== expected) failures.push('the record differs from one that was filed without interruption');
    return { name: this.name, tried: `${kills} kills`, figures: { kills, statements: whole }, failures };
  },
};

/** Two processes file the same articles and others into one record at once. */
export const twoWriters: Trial = {
  name: 'two writers at once',
  async run({ folder, size }) {
    const { articles, whole, expected } = prepare(folder, size.articles);
    const record = join(folder, 'shared.sqlite');
    const writers = [0, 1].map(() => start(['add', articles, '--record', record, '--jobs', '1']));
    const exits = await Promise.all(writers.map(ended));
    const failures = [...faultsOf(record), ...exits.filter((exit) => exit !== 0).map((exit) => `a writer ended with ${exit}`)];
    if (contentOf(record) !== expected) failures.push('the record differs from one that was filed by one writer');
    return { name: this.name, tried: '2 writers', figures: { writers: 2, statements: whole }, failures };
  },
};

function prepare(folder: string, count: number): { readonly articles: string; readonly whole: number; readonly expected: string } {
  const articles = join(folder, 'articles.jsonl');
  writeArticles(articles, count);
  const record = join(folder, 'undisturbed.sqlite');
  run('add', articles, '--record', record);
  const expected = contentOf(record);
  return { articles, expected, whole: expected.split('\n').length - 1 };
}
