import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import type { Article } from '../../engine/index.js';
import type { Place } from '../../readers/index.js';
import type { Connection as PostgresConnection, Session as PostgresSession } from '../../record/postgres/connection.js';
import { connectPostgres } from '../../record/postgres/open.js';

/** An article that waits to be read, with where it came from. */
export interface QueuedArticle {
  readonly article: Article;
  readonly place: Place;
}

/** Articles that one worker was given. Another gets them where it does not say in time what became of them. */
export interface Batch {
  readonly id: string;
  readonly articles: readonly QueuedArticle[];
  /** How often it was given to somebody before. */
  readonly attempts: number;
  /** Within so many seconds its worker is to say what became of it. */
  readonly patience: number;
}

/** An article that could not be filed, and why. It waits until somebody tries it again or lets it go. */
export interface PoisonArticle extends QueuedArticle {
  readonly id: string;
  readonly reason: string;
  /** When it was given up, in ISO 8601. */
  readonly since: string;
}

export interface QueueState {
  /** Batches and articles that nobody has taken yet. */
  readonly waiting: { readonly batches: number; readonly articles: number };
  /** Those that workers have in hand. */
  readonly working: { readonly batches: number; readonly articles: number };
  /** Articles that workers were done with in all, in the last minute and in the last hour. */
  readonly done: { readonly all: number; readonly minute: number; readonly hour: number };
  readonly failures: number;
}

/** Articles that wait in the database of a PostgreSQL record for whoever reads them. */
export interface ArticleQueue {
  readonly place: string;
  /** Puts articles at the end, as one batch that is given to another worker where one does not end within so many seconds. */
  add(articles: readonly QueuedArticle[], patience: number): Promise<void>;
  /** The next batch, or null where none waits. */
  take(): Promise<Batch | null>;
  /**
   * Ends a batch: its articles are filed, but for those that failed for a reason of their own, which are listed. False where it
   * had been given to another meanwhile, who will say so too.
   */
  done(batch: Batch, failed: readonly (QueuedArticle & { readonly reason: string })[]): Promise<boolean>;
  /** Gives a batch back, to be tried again; after some attempts its articles are tried one by one, then listed with the reason. */
  giveBack(batch: Batch, reason: string): Promise<void>;
  /** Lets batches that were given to somebody who fell silent be given to others. */
  revive(): Promise<void>;
  state(): Promise<QueueState>;
  failures(limit: number): Promise<readonly PoisonArticle[]>;
  /** Puts failures back into the queue; all of them where no id is given. Returns how many. */
  retry(ids: readonly string[] | null): Promise<number>;
  /** Takes failures off the list for good. Returns how many. */
  forget(ids: readonly string[] | null): Promise<number>;
  close(): Promise<void>;
}

const SCHEMA = 'onrecord_queue';
const WAITING = 'articles';
const FAILED = 'failures';

/** A batch is tried so often as one, then each of its articles so often by itself. */
const ATTEMPTS = 3;

/** A key of advisory locks ("OnRc" and a digit): the queue's tables are made by one program at a time. */
const LOCK_OF_QUEUE = 0x4f6e5263_03;

/** The longest that a list may wait: an archive's failures are not gone before somebody looks. */
const KEPT_DAYS = 3650;

/**
 * What pg-boss keeps is JSON in which PostgreSQL allows neither NUL nor half a character; a text of JSON may hold both, written
 * with backslashes.
 */
interface Kept {
  readonly articles: string;
  readonly count: number;
  readonly reason?: string;
}

const keep = (articles: readonly QueuedArticle[]): Kept => ({ articles: JSON.stringify(articles), count: articles.length });
const kept = ({ articles }: Kept): readonly QueuedArticle[] => JSON.parse(articles) as readonly QueuedArticle[];

/** Opens the queue of a record, and makes both where they are missing. */
export async function openQueue(place: string): Promise<ArticleQueue> {
  const connection = await connectPostgres(place, 'write');
  try {
    return createQueue(connection, await startBoss(connection));
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const executing = (session: PostgresSession): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: ((await session.query<unknown>(text, values ?? [])) ?? []) as unknown[] }),
});

async function startBoss(connection: PostgresConnection): Promise<PgBoss> {
  const boss = new PgBoss({ db: executing(connection), schema: SCHEMA, supervise: false, schedule: false, migrate: true });
  // What goes wrong reaches whoever asked; there is nobody else to tell.
  boss.on('error', () => undefined);
  // The lock is held by one connection while others make the tables: whoever comes second finds them made.
  await connection.transaction(async (lock) => {
    await lock.query('select pg_advisory_xact_lock($1)', [LOCK_OF_QUEUE]);
    await boss.start();
    await boss.createQueue(FAILED, { name: FAILED, retentionDays: KEPT_DAYS });
    await boss.createQueue(WAITING, {
      name: WAITING,
      retentionDays: KEPT_DAYS,
      retryLimit: ATTEMPTS - 1,
      retryDelay: 0,
      deadLetter: FAILED,
    });
    await connection.query(`create table if not exists ${SCHEMA}.done (minute timestamptz primary key, articles bigint not null)`);
  });
  return boss;
}

function createQueue(connection: PostgresConnection, boss: PgBoss): ArticleQueue {
  const insert = (session: PostgresSession, batches: readonly (readonly QueuedArticle[])[], patience: number): Promise<void> =>
    boss.insert(
      batches.map((articles) => ({ id: randomUUID(), name: WAITING, data: keep(articles), expireInSeconds: patience })),
      { db: executing(session) },
    );
  const split = (session: PostgresSession, batch: Batch): Promise<void> =>
    insert(
      session,
      batch.articles.map((one) => [one]),
      batch.patience,
    );
  const end = async (session: PostgresSession, { id, articles }: Batch): Promise<boolean> => {
    const ended = (await boss.complete(WAITING, id, { db: executing(session) })) as unknown as { readonly affected?: number };
    if (!ended?.affected) return false;
    await boss.deleteJob(WAITING, id, { db: executing(session) });
    await session.query(
      `insert into ${SCHEMA}.done (minute, articles) values (date_trunc('minute', now()), $1)
       on conflict (minute) do update set articles = ${SCHEMA}.done.articles + excluded.articles`,
      [articles.length],
    );
    return true;
  };
  return {
    place: connection.place,
    add: (articles, patience) => insert(connection, [articles], patience),
    take: async () => {
      const [job] = await boss.fetch<Kept>(WAITING, { includeMetadata: true });
      if (job === undefined) return null;
      const batch = { id: job.id, articles: kept(job.data), attempts: job.retryCount, patience: Number(job.expireInSeconds) };
      if (batch.attempts === 0 || batch.articles.length === 1) return batch;
      await connection.transaction(async (session) => {
        await split(session, batch);
        await boss.deleteJob(WAITING, batch.id, { db: executing(session) });
      });
      return { ...batch, articles: [] };
    },
    done: (batch, failed) =>
      connection.transaction(async (session) => {
        if (!(await end(session, batch))) return false;
        const listed = failed.map(({ reason, ...one }) => ({ name: FAILED, data: { ...keep([one]), reason } }));
        if (listed.length > 0) await boss.insert(listed, { db: executing(session) });
        return true;
      }),
    giveBack: (batch, reason) => boss.fail(WAITING, batch.id, { message: reason }),
    revive: () => boss.expire(),
    state: () => stateOf(connection),
    failures: (limit) => failuresOf(connection, limit),
    retry: (ids) =>
      connection.transaction(async (session) => {
        const taken = await takeFailures(session, ids);
        if (taken.length > 0) await insert(session, taken.map(kept), PATIENCE);
        return taken.length;
      }),
    forget: (ids) => connection.transaction(async (session) => (await takeFailures(session, ids)).length),
    close: async () => {
      await boss.stop({ graceful: false, wait: true });
      await connection.close();
    },
  };
}

/** A worker is given so many seconds for a batch, where nobody says otherwise. */
export const PATIENCE = 120;

interface CountRow {
  readonly state: string;
  readonly batches: number;
  readonly articles: number;
}

async function stateOf(session: PostgresSession): Promise<QueueState> {
  const counts = await session.query<CountRow>(
    `select state::text, count(*) as batches, coalesce(sum((data->>'count')::int), 0) as articles
     from ${SCHEMA}.job where name = $1 group by state`,
    [WAITING],
  );
  const of = (...states: readonly string[]) => {
    const rows = counts.filter(({ state }) => states.includes(state));
    return { batches: rows.reduce((sum, row) => sum + row.batches, 0), articles: rows.reduce((sum, row) => sum + row.articles, 0) };
  };
  const [done] = await session.query<QueueState['done']>(
    `select coalesce(sum(articles), 0) as all, coalesce(sum(articles) filter (where minute >= date_trunc('minute', now()) - interval '1 minute'
       and minute < date_trunc('minute', now())), 0) as minute,
       coalesce(sum(articles) filter (where minute >= now() - interval '1 hour'), 0) as hour from ${SCHEMA}.done`,
  );
  const [failures] = await session.query<{ readonly found: number }>(`select count(*) as found from ${SCHEMA}.job where name = $1`, [
    FAILED,
  ]);
  return {
    waiting: of('created', 'retry'),
    working: of('active'),
    done: done ?? { all: 0, minute: 0, hour: 0 },
    failures: failures?.found ?? 0,
  };
}

interface FailureRow {
  readonly id: string;
  readonly data: Kept;
  readonly output: { readonly message?: string; readonly value?: { readonly message?: string } } | null;
  readonly since: Date;
}

const reasonOf = ({ data, output }: FailureRow): string =>
  data.reason ?? output?.message ?? output?.value?.message ?? 'its worker did not say what became of it';

async function failuresOf(session: PostgresSession, limit: number): Promise<readonly PoisonArticle[]> {
  const rows = await session.query<FailureRow>(
    `select id, data, output, created_on as since from ${SCHEMA}.job where name = $1 order by created_on, id limit $2`,
    [FAILED, limit],
  );
  return rows.flatMap((row) =>
    kept(row.data).map((one) => ({ ...one, id: row.id, reason: reasonOf(row), since: row.since.toISOString() })),
  );
}

async function takeFailures(session: PostgresSession, ids: readonly string[] | null): Promise<readonly Kept[]> {
  const rows = await session.query<{ readonly data: Kept }>(
    `delete from ${SCHEMA}.job where name = $1 and ($2::text[] is null or id::text = any($2)) returning data`,
    [FAILED, ids],
  );
  return rows.map(({ data }) => data);
}
