import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import {
  comparePositions,
  createIssueMatcher,
  findShifts,
  type PositionedStatement,
  parseIssues,
  positionsMatrix,
  positionsTimeline,
} from '../src/answers/index.js';

/**
 * How long answers about positions take over a record's statements: `npx tsx bench/answers-positions.ts [STATEMENTS]`. One in three
 * takes a side, as in the samples (135 of 420). Two thousand speakers, eight hundred wordings of targets, four years, twenty outlets.
 */
const recorded = Number(process.argv[2] ?? 100_000);
const count = Math.round(recorded / 3);
const pack = fileURLToPath(new URL('../data/issues/peace-process.toml', import.meta.url));
const { issues } = parseIssues(readFileSync(pack, 'utf8'), pack);

/** mulberry32: the same numbers on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function makeStatements(): readonly PositionedStatement[] {
  const next = numbers(7);
  const terms = issues.flatMap((issue) => issue.terms.map((term) => term.replace('*', 'their')));
  const stances = ['for', 'against', 'only-if', 'unclear'] as const;
  return Array.from({ length: count }, (_, index): PositionedStatement => {
    const day = new Date(Date.UTC(2030, 0, 1 + next(1400))).toISOString().slice(0, 10);
    const speaker = Math.floor(next(2000) ** 2 / 2000);
    const stance = stances[next(4)] ?? 'for';
    return {
      id: `${index}`,
      speaker: `person:${speaker}`,
      speakerName: `Speaker Number ${speaker}`,
      stance,
      target: next(3) > 0 ? `the ${terms[next(terms.length)]} in the valley ${next(4)}` : `the lease of mill ${next(400)}`,
      condition: stance === 'only-if' ? `if condition number ${next(30)} is met by the army` : null,
      evidence: 'will not',
      words: `We have said in plain words number ${index} what we think about it, and we shall say it again.`,
      act: 'states',
      whom: null,
      from: next(10) === 0 ? null : day,
      to: next(10) === 0 ? null : day,
      retold: false,
      printed: day,
      outlet: `Outlet ${next(20)}`,
    };
  });
}

const statements = makeStatements();

/** The median of seven runs, after one that is not counted, and the processor's time of one run. */
function time(name: string, work: () => number): void {
  const times: number[] = [];
  let found = work();
  const before = process.cpuUsage();
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    found = work();
    times.push(performance.now() - start);
  }
  const median = times.sort((left, right) => left - right)[3] ?? 0;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 7000;
  console.log(`${name.padEnd(44)}${median.toFixed(1).padStart(7)} ms, processor ${processor.toFixed(1).padStart(6)} ms  ${found}`);
}

console.log(`${recorded} statements, of which ${count} take a side`);
time('first matching of all targets', () => {
  const cold = createIssueMatcher(issues);
  return statements.reduce((sum, { target }) => sum + cold.match(target).length, 0);
});
const matcher = createIssueMatcher(issues);
time(
  'timeline of one speaker on one issue',
  () => positionsTimeline({ statements, matcher, holders: ['Speaker Number 3'], issues: [0] }).lanes.length,
);
time(
  'compare three speakers on one issue',
  () =>
    comparePositions({ statements, matcher, holders: ['Speaker Number 3', 'Speaker Number 5', 'Speaker Number 9'], issues: [0] }).clock
      .length,
);
time('shifts on one issue, all speakers', () => findShifts(positionsTimeline({ statements, matcher, issues: [0] }).lanes).shifts.length);
time('shifts on all issues, all speakers', () => findShifts(positionsTimeline({ statements, matcher }).lanes).shifts.length);
time('matrix of all speakers and issues', () => positionsMatrix({ statements, matcher }).rows.length);
