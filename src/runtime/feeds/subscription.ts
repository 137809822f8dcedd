import type { Day } from '../../engine/index.js';
import type { Validators } from '../fetching/index.js';

/** A feed that somebody follows, with what is known from asking for it. Moments are milliseconds since 1970. */
export interface Subscription extends Validators {
  readonly address: string;
  readonly title: string | null;
  /** `whole`: where an item holds only a teaser, its page is fetched as well. */
  readonly texts: 'as-given' | 'whole';
  readonly added: Day;
  readonly asked: number | null;
  /** Not to be asked before then. */
  readonly next: number;
  /** How long to wait after an answer that brought nothing. */
  readonly interval: number;
  /** How often in a row it could not be fetched, and why the last time; null after an answer. */
  readonly failures: number;
  readonly problem: string | null;
  /** True where the feed said that it is gone for good: it is not asked again. */
  readonly gone: boolean;
  /** What was filed of it, latest last: an item's address or id with the beginning of its text's hash. */
  readonly seen: readonly string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A feed is asked at most so often, and at least so often while it answers. */
const SHORTEST = 15 * MINUTE;
const LONGEST = 24 * HOUR;

/** After failures the wait doubles up to here. */
const LONGEST_AFTER_FAILURES = 7 * 24 * HOUR;

/** Feeds have tens or hundreds of items; this many are remembered, so that what fell out of the feed and comes back is known. */
const REMEMBERED = 3000;

export const subscribe = (address: string, title: string | null, texts: Subscription['texts'], added: Day): Subscription => ({
  ...{ address, title, texts, added, etag: null, lastModified: null, asked: null, next: 0, interval: SHORTEST },
  ...{ failures: 0, problem: null, gone: false, seen: [] },
});

/** What an answer brought. */
export type FeedAnswer =
  | {
      readonly kind: 'answer';
      readonly validators: Validators | null;
      readonly added: readonly string[];
      readonly title: string | null;
      /** Where a permanent redirect leads; null where the feed stayed. */
      readonly moved: string | null;
      /** Seconds for which the server says that its answer holds. */
      readonly maxAge: number | null;
    }
  | { readonly kind: 'problem'; readonly message: string; readonly status: number | null; readonly retryAfter: number | null };

/**
 * The subscription after an answer. A feed that brought something is asked again after half the time, one that brought nothing
 * after half as much time again; the server's own word (max-age) is obeyed up to a day. Failures double the wait; 410 ends it.
 */
export function afterAnswer(feed: Subscription, answer: FeedAnswer, now: number): Subscription {
  if (answer.kind === 'problem') {
    const failures = feed.failures + 1;
    const wait = Math.min(LONGEST_AFTER_FAILURES, SHORTEST * 2 ** Math.min(failures, 20));
    return {
      ...feed,
      ...{ asked: now, failures, problem: answer.message, gone: answer.status === 410 },
      next: now + Math.max(wait, answer.retryAfter ?? 0),
    };
  }
  const factor = answer.added.length > 0 ? 0.5 : 1.5;
  const interval = clamp(feed.interval * factor, SHORTEST, LONGEST);
  const wait = clamp(Math.max(interval, (answer.maxAge ?? 0) * 1000), SHORTEST, LONGEST);
  return {
    ...feed,
    ...(answer.validators ?? {}),
    address: answer.moved ?? feed.address,
    title: feed.title ?? answer.title,
    ...{ asked: now, interval, next: now + wait, failures: 0, problem: null, gone: false },
    seen: [...feed.seen, ...answer.added].slice(-REMEMBERED),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
