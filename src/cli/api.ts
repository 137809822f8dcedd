import { randomUUID } from 'node:crypto';
import {
  type Access,
  type ApiOptions,
  bearerOf,
  CHALLENGE,
  createRateLimiter,
  createTokenAccess,
  type GivenArticle,
  type Intake,
  ProblemError,
  type RateLimiter,
} from '../api/index.js';
import type { Article, Day } from '../engine/index.js';
import type { Principal } from '../people/index.js';
import { makeReadable, makeStorable } from '../readers/index.js';
import type { StatementRecord } from '../record/index.js';
import type { ArticleReader } from '../runtime/article-reader.js';
import type { Guard } from '../web/index.js';
import type { Context } from './context.js';
import type { Doorway } from './doorway.js';
import { problem } from './messages.js';
import { type Environment, SETTINGS } from './settings.js';

/** What the settings say about the API. */
export type ApiSettings = Pick<ApiOptions, 'run' | 'access' | 'hosts' | 'origin' | 'origins' | 'limiter' | 'limitLoopback'> & {
  readonly access: Access;
  /** Whether articles can be filed through it. */
  readonly takesArticles: boolean;
};

/** Each start of the program tags its answers otherwise. */
export function apiSettings(
  { environment, clock }: Pick<Context, 'environment' | 'clock'>,
  { guard, hosts, origin }: Pick<Doorway, 'guard' | 'hosts' | 'origin'>,
): ApiSettings {
  const write = tokenOf(environment, SETTINGS.apiToken.variable);
  const read = tokenOf(environment, SETTINGS.apiReadToken.variable);
  const rate = rateOf(environment);
  return {
    run: randomUUID(),
    access: guard === null ? createTokenAccess({ write, read }) : guardedAccess(guard, clock),
    hosts,
    origin,
    origins: originsOf(environment),
    limiter: limiterOf(rate ?? OTHERS, clock),
    limitLoopback: rate !== null,
    takesArticles: guard !== null || write !== null,
  };
}

/** Where people sign in, their tokens (and, on pages, their sessions) open the API too; what they write is logged under their names. */
function guardedAccess(guard: Guard, clock: () => number): Access {
  const limiters = new Map<number, RateLimiter>();
  return async (request, needed) => {
    const admission = await guard.admit(request, needed === 'write' ? 'file' : 'read');
    if (admission.kind === 'unknown') {
      const [name, detail] =
        bearerOf(request) === null
          ? (['token-needed', 'Send a token: "Authorization: Bearer TOKEN". "onrecord token make" makes one.'] as const)
          : (['token-wrong', 'The token in "Authorization" opens nothing, or not any more.'] as const);
      throw new ProblemError(name, detail, [], CHALLENGE);
    }
    if (admission.kind === 'foreign') throw new ProblemError('not-allowed', 'A browser sent this from another site; use a token.');
    if (admission.kind === 'forbidden') throw new ProblemError('not-allowed', `This needs the right to ${admission.lacks}.`);
    const { principal } = admission;
    limitToken(principal, limiters, clock);
    return { wrote: (action, detail) => guard.log(principal, action, detail) };
  };
}

/** A token may have a limit of its own, in requests a minute. */
function limitToken({ token, perMinute }: Principal, limiters: Map<number, RateLimiter>, clock: () => number): void {
  if (token === null || perMinute === null) return;
  const limiter = limiters.get(perMinute) ?? createRateLimiter({ rate: perMinute / 60, burst: perMinute }, clock);
  limiters.set(perMinute, limiter);
  const { allowed, wait } = limiter.take(token);
  if (!allowed)
    throw new ProblemError('too-many-requests', `This token may ask ${perMinute} times a minute; wait ${wait} seconds.`, [], {
      'Retry-After': String(wait),
    });
}

/** Fewer characters can be guessed. */
const SHORTEST_TOKEN = 16;

function tokenOf(environment: Environment, variable: string): string | null {
  const token = environment[variable];
  if (token === undefined || token === '') return null;
  if (!/^[\x21-\x7e]{1,500}$/.test(token) || token.length < SHORTEST_TOKEN)
    throw problem('api-setting-wrong', variable, `takes ${SHORTEST_TOKEN} to 500 letters, digits and signs without spaces`);
  return token;
}

function originsOf(environment: Environment): readonly string[] {
  const variable = SETTINGS.apiOrigins.variable;
  const origins = (environment[variable] ?? '').split(',').flatMap((origin) => origin.trim() || []);
  for (const origin of origins)
    if (origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin))
      throw problem('api-setting-wrong', variable, `takes origins such as https://desk.example, not "${origin}"`);
  return origins;
}

/** Requests a second for clients on other machines, where nobody says otherwise: more than a program needs that waits for answers. */
const OTHERS = 50;

/** Null where nothing is said. */
function rateOf(environment: Environment): number | null {
  const variable = SETTINGS.apiRate.variable;
  const given = environment[variable];
  if (given === undefined || given === '') return null;
  if (!/^\d{1,6}$/.test(given))
    throw problem('api-setting-wrong', variable, `takes a number of requests a second, or 0 for no limit; not "${given}"`);
  return Number(given);
}

const limiterOf = (rate: number, clock: () => number): RateLimiter | null =>
  rate === 0 ? null : createRateLimiter({ rate, burst: 2 * rate }, clock);

/** Reads what is sent as any plain text is read, and files it. */
export const createIntake =
  (record: StatementRecord, read: ArticleReader['read'], today: () => Day): Intake =>
  async (given) => {
    const readings = await read(given.map(articleOf));
    return record.file(readings.map((reading) => ({ reading, filed: today() })));
  };

export const articleOf = (given: GivenArticle): Article =>
  makeReadable(
    makeStorable(given.text).text,
    {
      id: given.id ?? null,
      title: given.title ?? null,
      published: given.published ?? null,
      outlet: given.outlet ?? null,
      url: given.url ?? null,
      authors: given.authors ?? [],
      language: given.language ?? null,
      wire: given.wire ?? null,
      usageTerms: given.usageTerms ?? null,
      embargoedUntil: given.embargoedUntil ?? null,
    },
    'plain',
  );
