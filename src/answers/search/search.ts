import {
  type Filter,
  type LookedAt,
  type Order,
  RecordError,
  type RecordedStatement,
  type StatementRecord,
  type Versions,
} from '../../record/index.js';
import { parseQuery } from './parse-query.js';

export interface SearchQuestion {
  /** In the grammar of `docs/query.md`; empty for everything. */
  readonly query: string;
  /** Default: by day said, latest first. */
  readonly order?: Order;
  readonly versions?: Versions;
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string | null;
}

export interface SearchAnswer {
  readonly query: string;
  readonly statements: readonly RecordedStatement[];
  /** Give it as `after` to go on; null at the end. */
  readonly next: string | null;
  readonly lookedAt: LookedAt;
}

const LATEST_FIRST: Order = { by: 'said', direction: 'descending' };

/** Statements that meet a query. A query that cannot be understood is a RecordError `query-wrong` that shows the place. */
export async function search(record: StatementRecord, question: SearchQuestion): Promise<SearchAnswer> {
  const filter = readQuery(question.query);
  const { limit, after, versions, order } = question;
  const page = await record.statements({
    filter,
    order: order ?? LATEST_FIRST,
    after: after ?? null,
    ...(limit === undefined ? {} : { limit }),
    ...(versions === undefined ? {} : { versions }),
  });
  return { query: question.query, ...page, lookedAt: await record.lookedAt(filter) };
}

/** How many statements meet a query. */
export const countStatements = (record: StatementRecord, query: string, versions?: Versions): Promise<number> =>
  record.count(readQuery(query), versions);

/** A query as a filter, for callers who let mistakes end what they do. */
export function readQuery(query: string): Filter {
  const parsed = parseQuery(query);
  if (parsed.kind === 'query') return parsed.filter;
  const { start, end, message } = parsed;
  throw new RecordError(
    'query-wrong',
    `${query.replace(/\s/g, ' ')}\n${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}\n${message}`,
  );
}
