import type { Act, Span } from '../../engine/index.js';
import type { Filter, LookedAt, RecordedStatement, StatementPage, StatementRecord } from '../../record/index.js';
import { readQuery } from '../search/search.js';
import { findReplies, type Reply, type ThreadStatement } from './replies.js';

export interface ThreadQuestion {
  /** What it is about: a query, or a filter that the caller made. */
  readonly on: string | Filter;
  /** How many articles are read at most. */
  readonly articles?: number;
}

/** A statement and what answers it. */
export interface ThreadNode {
  readonly statement: RecordedStatement;
  /** How it answers the one above; null at the top. */
  readonly reply: Reply | null;
  /** The words that show it; null at the top. */
  readonly shown: string | null;
  readonly answers: readonly ThreadNode[];
}

/** One statement that does something to somebody: accuses, demands from, threatens, asks or contradicts. */
export interface Address {
  readonly statement: RecordedStatement;
  readonly act: Act;
  /** In the text's words. */
  readonly whom: string;
}

export interface ThreadAnswer {
  /** Statements that are answered, with their answers; first said first. */
  readonly threads: readonly ThreadNode[];
  /** Who accuses, demands, threatens, asks, denies, and whom, whether or not it is answered. */
  readonly addresses: readonly Address[];
  /** Articles with a statement that the question finds. */
  readonly articles: number;
  readonly lookedAt: LookedAt;
}

const ARTICLES = 60;

/** So many statements are looked at in one go for articles to read. */
const PAGE = 200;

/** Claim, denial, counter-claim: who answers whom in the articles in which a question finds statements. */
export async function thread(record: StatementRecord, question: ThreadQuestion): Promise<ThreadAnswer> {
  const filter = typeof question.on === 'string' ? readQuery(question.on) : question.on;
  const found = await articlesOf(record, filter, question.articles ?? ARTICLES);
  const threads: ThreadNode[] = [];
  const addresses: Address[] = [];
  for (const [sha256, ids] of found) {
    const article = await record.article(sha256);
    const statements = await record.statementsOf(sha256);
    if (article === null) continue;
    threads.push(...threadsOf(article.article.text, statements, ids));
    for (const statement of statements) {
      const { whom } = statement.wording;
      if (ids.has(statement.id) && whom !== null) addresses.push({ statement, act: statement.statement.act, whom });
    }
  }
  return { threads, addresses, articles: found.size, lookedAt: await record.lookedAt(filter) };
}

/** The first articles in which a filter finds statements, by the day said, with all that it finds in them. */
async function articlesOf(record: StatementRecord, filter: Filter, most: number): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  const order = { by: 'said', direction: 'ascending' } as const;
  for (let after: string | null = null; ; ) {
    const page: StatementPage = await record.statements({ filter, order, limit: PAGE, after });
    for (const { article } of page.statements) if (found.size < most) found.set(article.sha256, found.get(article.sha256) ?? new Set());
    after = page.next;
    if (after === null || found.size >= most) break;
  }
  if (found.size === 0) return found;
  const inThem: Filter = { kind: 'or', of: [...found.keys()].map((sha256) => ({ kind: 'text', sha256 })) };
  for await (const { id, article } of record.iterate({ filter: { kind: 'and', of: [filter, inThem] }, order }))
    found.get(article.sha256)?.add(id);
  return found;
}

/** The threads of one article that hold one of the statements asked for. */
export function threadsOf(text: string, statements: readonly RecordedStatement[], asked: ReadonlySet<string>): readonly ThreadNode[] {
  const ordered = statements.toSorted((left, right) => startOf(left) - startOf(right));
  const replies = findReplies(text, ordered.map(threadStatement));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const answers = new Map<string, Reply[]>();
  for (const reply of replies) answers.set(reply.answers, [...(answers.get(reply.answers) ?? []), reply]);
  const node = (statement: RecordedStatement, reply: Reply | null): ThreadNode => ({
    statement,
    reply,
    shown: reply === null ? null : text.slice(reply.evidence.start, reply.evidence.end),
    answers: (answers.get(statement.id) ?? []).flatMap((one) => {
      const answering = byId.get(one.statement);
      return answering === undefined ? [] : [node(answering, one)];
    }),
  });
  const replying = new Set(replies.map((reply) => reply.statement));
  return ordered
    .filter((statement) => answers.has(statement.id) && !replying.has(statement.id))
    .map((statement) => node(statement, null))
    .filter((root) => holdsOne(root, asked));
}

const holdsOne = (node: ThreadNode, asked: ReadonlySet<string>): boolean =>
  asked.has(node.statement.id) || node.answers.some((answer) => holdsOne(answer, asked));

const startOf = ({ attribution }: RecordedStatement): number => Math.min(...spansOf(attribution).map((span) => span.start));

const spansOf = ({ source, cue, content }: RecordedStatement['attribution']): readonly Span[] => [...source, ...cue, ...content];

export function threadStatement({ id, speaker, statement, attribution, wording }: RecordedStatement): ThreadStatement {
  return {
    id,
    speaker: speaker.key,
    speakerName: speaker.name,
    act: statement.act,
    whom: wording.whom,
    whomSpan: statement.whom,
    words: statement.words,
    takesSide: statement.position !== null,
    retold: statement.said.retold,
    spans: spansOf(attribution),
    content: attribution.content,
  };
}
