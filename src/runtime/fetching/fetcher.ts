import type { LookupAddress } from 'node:dns';
import { errors } from 'undici';
import { checkAddress, hostName } from '../../readers/web-address.js';
import { conditionsOf, header, isPermanent, isRedirect, maxAgeOf, mayPass, retryAfterOf, validatorsOf } from './answers.js';
import { ACCEPTED_ENCODINGS, BodyError, bodyOf } from './body.js';
import type { Fetched, FetchProblem, Validators } from './fetched.js';
import { createGuardedAgent, RefusedHost } from './guarded-agent.js';
import { type Clock, createHostTurns } from './host-turns.js';
import { ROBOTS_AGE, ROBOTS_LIMIT, ROBOTS_REDIRECTS, type RobotRules, rulesOf } from './robots.js';
import { type FetchSettings, PRODUCT } from './settings.js';

export interface Surroundings extends Clock {
  /** Aborted when the program is to stop. */
  readonly stop: AbortSignal;
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  readonly refuses?: (address: string) => boolean;
}

/** Fetches what it is told and nothing else, but for the robots.txt of the host. */
export interface Fetcher {
  /** Never rejects: what goes wrong is a problem with a word and a message. */
  fetch(address: string, validators?: Validators | null): Promise<Fetched>;
  close(): Promise<void>;
}

/** One answer of a server, redirects not followed. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Uint8Array;
}

type Problem = Extract<Fetched, { kind: 'problem' }>;

/** Thrown inside, becomes a {@link Fetched} of kind `problem`. */
class Refusal extends Error {
  readonly code: FetchProblem;
  readonly status: number | null;
  readonly retryAfter: number | null;

  constructor(code: FetchProblem, message: string, status: number | null = null, retryAfter: number | null = null) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export function createFetcher(settings: FetchSettings, around: Surroundings): Fetcher {
  const agent = createGuardedAgent({ ...settings, ...around });
  const turns = createHostTurns(around);
  const rules = new Map<string, Promise<{ readonly rules: RobotRules; readonly until: number }>>();
  const allowed = new Set(settings.allowedHosts.map(hostName));
  const pauseOf = (url: URL, delay: number | null): number =>
    allowed.has(hostName(url.hostname)) ? 0 : Math.max(settings.hostDelay, Math.min((delay ?? 0) * 1000, settings.longestDelay));

  /** One request. The body of anything but the wanted statuses is not read. */
  async function ask(url: URL, conditions: Readonly<Record<string, string>>, most: number, signal: AbortSignal): Promise<Answer> {
    const { statusCode, headers, body } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { 'user-agent': settings.userAgent, 'accept-encoding': ACCEPTED_ENCODINGS, accept: '*/*', ...conditions },
      signal,
    });
    if (statusCode !== 200) {
      body.on('error', () => {});
      body.destroy();
      return { status: statusCode, headers, bytes: new Uint8Array(0) };
    }
    const announced = Number(header(headers, 'content-length') ?? 0);
    if (announced > most) {
      body.on('error', () => {});
      body.destroy();
      throw new BodyError('too-large', `is larger than ${most / 1e6} MB, the most that is fetched at once`);
    }
    return { status: statusCode, headers, bytes: await bodyOf(body, header(headers, 'content-encoding'), most) };
  }

  async function fetchRules(origin: string): Promise<{ readonly rules: RobotRules; readonly until: number }> {
    const until = around.now() + ROBOTS_AGE;
    let url = new URL('/robots.txt', origin);
    for (let redirects = 0; ; redirects++) {
      let answer: Answer;
      try {
        const target = url;
        const signal = limited(settings.idleTimeout);
        answer = await turns.take(target.host, pauseOf(target, null), () => ask(target, {}, settings.largest, signal));
      } catch (error) {
        if (error instanceof BodyError && error.code !== 'broken')
          throw new Refusal('robots-refused', 'has a robots.txt that is no such file');
        if (causeOf(error) instanceof RefusedHost) throw error;
        return { rules: rulesOf(origin, { status: null, text: '' }, PRODUCT), until };
      }
      const next =
        isRedirect(answer.status) && redirects < ROBOTS_REDIRECTS ? checkAddress(header(answer.headers, 'location') ?? '', url) : null;
      if (next?.kind === 'address') url = next.url;
      else {
        const text = new TextDecoder().decode(answer.bytes.subarray(0, ROBOTS_LIMIT));
        return { rules: rulesOf(origin, { status: answer.status, text }, PRODUCT), until };
      }
    }
  }

  async function rulesFor(origin: string): Promise<RobotRules> {
    const pending = rules.get(origin);
    const known = pending && (await pending);
    if (known !== undefined && known.until > around.now()) return known.rules;
    const asked = fetchRules(origin);
    rules.set(origin, asked);
    try {
      return (await asked).rules;
    } catch (error) {
      rules.delete(origin);
      throw error;
    }
  }

  const limited = (milliseconds: number): AbortSignal => AbortSignal.any([around.stop, AbortSignal.timeout(milliseconds)]);

  /** Asks for one place, again where an error may pass; obeys Retry-After. */
  async function askPatiently(url: URL, conditions: Readonly<Record<string, string>>): Promise<Answer> {
    const robots = await rulesFor(url.origin);
    if (!robots.allows(url.href)) throw new Refusal('robots-refused', `is closed to robots by ${url.origin}/robots.txt`);
    for (let attempt = 0; ; attempt++) {
      const answer = await turns.take(url.host, pauseOf(url, robots.delay), () =>
        ask(url, conditions, settings.largest, limited(settings.totalTimeout)),
      );
      if (!mayPass(answer.status)) return answer;
      const asked = retryAfterOf(answer.headers, around.now());
      const wait = asked ?? 1000 * 4 ** attempt;
      if (wait > settings.longestWait)
        throw new Refusal(
          'fetch-later',
          `answered ${answer.status} and asks to come again in ${Math.ceil(wait / 1000)} s`,
          answer.status,
          wait,
        );
      if (attempt >= settings.retries)
        throw new Refusal('fetch-status', `answered ${answer.status}, also when asked again`, answer.status, asked);
      turns.holdBack(url.host, wait);
      await around.wait(wait);
      if (around.stop.aborted) throw new Refusal('fetch-failed', 'was not fetched: the program was stopped');
    }
  }

  async function follow(asked: string, validators: Validators | null): Promise<Fetched> {
    const checked = checkAddress(asked);
    if (checked.kind === 'refused') throw new Refusal(checked.code, checked.message);
    let url = checked.url;
    let moved = true;
    for (let redirects = 0; redirects <= settings.redirects; redirects++) {
      const answer = await askPatiently(url, conditionsOf(validators));
      const { status, headers } = answer;
      if (status === 304 && validators !== null) return { kind: 'unchanged', asked, maxAge: maxAgeOf(headers) };
      if (isRedirect(status)) {
        const next = checkAddress(header(headers, 'location') ?? '', url);
        if (next.kind === 'refused') throw new Refusal(next.code, `leads on to a place that ${next.message}`);
        moved &&= isPermanent(status);
        url = next.url;
        continue;
      }
      if (status !== 200)
        throw new Refusal('fetch-status', `answered ${status}${WORDS[status] ?? ''}`, status, retryAfterOf(headers, around.now()));
      return {
        kind: 'body',
        asked,
        address: url.href,
        bytes: answer.bytes,
        contentType: header(headers, 'content-type') ?? null,
        validators: validatorsOf(headers),
        maxAge: maxAgeOf(headers),
        moved: moved && redirects > 0,
      };
    }
    throw new Refusal('fetch-redirects', `leads on more than ${settings.redirects} times`);
  }

  return {
    fetch: async (address, validators = null) => {
      try {
        return await follow(address, validators);
      } catch (error) {
        return problemOf(address, error);
      }
    },
    close: () => agent.destroy(),
  };
}

const WORDS: Readonly<Record<number, string>> = {
  401: ' (it wants a login)',
  403: ' (it does not let us read it)',
  404: ' (it is not there)',
  410: ' (it is gone)',
  451: ' (it is withheld for legal reasons)',
};

const causeOf = (error: unknown): unknown => {
  let cause = error;
  for (let depth = 0; depth < 5 && cause instanceof Error && cause.cause !== undefined && !(cause instanceof RefusedHost); depth++)
    cause = cause.cause;
  return cause;
};

function problemOf(asked: string, thrown: unknown): Problem {
  const error = causeOf(thrown);
  const problem = (code: FetchProblem, message: string, status: number | null = null, retryAfter: number | null = null): Problem => ({
    kind: 'problem',
    asked,
    code,
    message,
    status,
    retryAfter,
  });
  if (error instanceof Refusal) return problem(error.code, error.message, error.status, error.retryAfter);
  if (error instanceof RefusedHost) return problem('address-refused', `was not fetched: ${error.message}`);
  if (error instanceof BodyError) return problem(error.code === 'broken' ? 'fetch-failed' : 'too-large', error.message);
  if (isTimeout(error)) return problem('fetch-timeout', 'did not answer in time');
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return problem('fetch-failed', 'could not be fetched: no host of that name was found');
  return problem('fetch-failed', `could not be fetched: ${error instanceof Error ? error.message || code : String(error)}`);
}

const isTimeout = (error: unknown): boolean =>
  error instanceof errors.ConnectTimeoutError ||
  error instanceof errors.HeadersTimeoutError ||
  error instanceof errors.BodyTimeoutError ||
  (error instanceof Error && error.name === 'TimeoutError');
