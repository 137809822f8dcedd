import {
  checkQuotation,
  comparePositions,
  countStatements,
  coverage,
  createIssueMatcher,
  figuresLedger,
  findShifts,
  positionsMatrix,
  positionsTimeline,
  readPositioned,
  sameWords,
  search,
  thread,
  timeline,
} from '../../src/answers/index.js';
import { EVERYTHING, type RecordedStatement, type StatementRecord } from '../../src/record/index.js';
import { loadIssues } from '../../src/runtime/load-issues.js';

/** Every question that people put to a record, asked of any store: what comes back must not depend on which it is. */

/** Queries in every field of the grammar, made from what the record holds, so that they fit samples and corpora alike. */
export async function questionsFor(record: StatementRecord, seed: number): Promise<Questions> {
  const all: RecordedStatement[] = [];
  for await (const one of record.iterate({ filter: EVERYTHING })) all.push(one);
  const pick = (step: number): RecordedStatement => all[(seed + step * 7919) % all.length] as RecordedStatement;
  const wordsOf = (one: RecordedStatement): readonly string[] => one.statement.words.match(/[\p{L}\p{N}]+/gu) ?? ['nothing'];
  const queries = Array.from({ length: 40 }, (_, step) => {
    const one = pick(step);
    const words = wordsOf(one);
    const [first = 'x', second = first, third = second] = words.slice(Math.floor(words.length / 3));
    const speaker = one.speaker.name === null ? 'nobody' : one.speaker.name.replaceAll('"', ' ');
    return [
      first,
      `${first} ${third}`,
      `"${first} ${second} ${third}"`,
      `${first.slice(0, 4)}*`,
      `-${first} ${second}`,
      `${first} OR "${second} ${third}"`,
      `speaker:"${speaker}"`,
      `text:"${first} ${second}" -speaker:"${speaker}"`,
      `text:${third} type:direct`,
      `target:${first} OR stance:against`,
      `outlet:"${one.article.outlet ?? 'none'}" is:position`,
      `date:${one.statement.said.from?.slice(0, 7) ?? '2030'} ${first}`,
      `pubdate:${one.article.published?.slice(0, 4) ?? '2030'}.. act:rejects`,
      `is:undated kind:person ${second}`,
      `is:retold OR is:figure`,
    ][step % 15] as string;
  });
  const quotations = Array.from({ length: 12 }, (_, step) => {
    const words = pick(step + 100).statement.words;
    const list = words.split(' ');
    if (step % 3 === 0) return words;
    if (step % 3 === 1) return list.map((word, at) => (at % 9 === 4 ? 'otherwise' : word)).join(' ');
    return `${list.slice(0, 6).join(' ')} … ${list.slice(-5).join(' ')}`;
  });
  const speakers = (await record.speakers({ name: null, kinds: ['person'], limit: 6 })).map(({ name }) => name ?? '');
  return { queries, quotations, speakers, ids: Array.from({ length: 8 }, (_, step) => pick(step + 50).id) };
}

export interface Questions {
  readonly queries: readonly string[];
  readonly quotations: readonly string[];
  readonly speakers: readonly string[];
  readonly ids: readonly string[];
}

/** All answers, as plain data, by the question that they answer. */
export async function* answersOf(record: StatementRecord, { queries, quotations, speakers, ids }: Questions) {
  for (const query of [...queries, ...HARD]) {
    // A cursor names a row, and stores number rows in their own ways.
    const { next, ...answer } = await search(record, { query, limit: 30 });
    yield [`search ${query}`, { ...answer, more: next !== null, count: await countStatements(record, query, 'all') }] as const;
  }
  for (const speaker of speakers) {
    const { next, ...answer } = await timeline(record, { speaker, limit: 30 });
    yield [`timeline ${speaker}`, { ...answer, more: next !== null }] as const;
    yield [`speakers ${speaker}`, await record.speakers({ name: speaker, limit: 20 })] as const;
  }
  const { issues, groups } = loadIssues();
  const statements = sorted(await readPositioned(record));
  for (const issue of issues) {
    const question = { statements, matcher: createIssueMatcher([issue]), groups };
    const answer = positionsTimeline(question);
    yield [`positions ${issue.id}`, answer] as const;
    yield [`shifts ${issue.id}`, findShifts(answer.lanes)] as const;
    yield [`compare ${issue.id}`, comparePositions({ ...question, holders: speakers })] as const;
  }
  yield ['matrix', positionsMatrix({ statements, matcher: createIssueMatcher(issues), groups })] as const;
  for (const quotation of quotations) yield [`check ${quotation}`, await checkQuotation(record, { quotation })] as const;
  for (const id of ids) yield [`same ${id}`, await sameWords(record, id)] as const;
  yield ['thread', await thread(record, { on: queries[0] ?? '' })] as const;
  yield ['coverage', await coverage(record, { on: null })] as const;
  const figures: RecordedStatement[] = [];
  for await (const one of record.iterate({ filter: { kind: 'figures' }, order: { by: 'said', direction: 'ascending' } })) figures.push(one);
  yield ['figures', figuresLedger(figures)] as const;
  yield ['speakers', await record.speakers({ name: null, limit: 1_000 })] as const;
  yield ['outlets', await record.outlets()] as const;
}

/** Positions come in no promised order. What they are made into must not depend on it, but is compared as one. */
const sorted = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((one, other) => (one.id < other.id ? -1 : 1));

/** What an index could take for its own language, marks, other scripts, and words that are no words. */
const HARD = [
  '"a OR b"',
  `"it's"`,
  '"50 %"',
  '"a_b"',
  '"a\\b"',
  'x*',
  '"№ 3"',
  '"Σίσυφος"',
  '"naïve café"',
  '"the of and to in"',
  '"a\u0000b"',
];
