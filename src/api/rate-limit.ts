/** How much one client may ask: `burst` at once, then `rate` a second. */
export interface RateLimit {
  readonly rate: number;
  readonly burst: number;
}

export interface Allowance {
  readonly allowed: boolean;
  /** Requests that are left at once. */
  readonly left: number;
  /** Seconds until another request is allowed; 0 where one is. */
  readonly wait: number;
  /** Seconds until the whole burst is there again. */
  readonly full: number;
}

export interface RateLimiter {
  readonly limit: RateLimit;
  take(client: string): Allowance;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** So many clients are remembered; the one that was not heard of for the longest is forgotten first, its bucket being full by then. */
const CLIENTS = 10_000;

/** A token bucket for each client. `clock` tells milliseconds and only goes forward. */
export function createRateLimiter(limit: RateLimit, clock: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    limit,
    take(client) {
      const now = clock();
      const { tokens, at } = buckets.get(client) ?? { tokens: limit.burst, at: now };
      const held = Math.min(limit.burst, tokens + ((now - at) / 1000) * limit.rate);
      const left = held >= 1 ? held - 1 : held;
      buckets.delete(client);
      buckets.set(client, { tokens: left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return {
        allowed: held >= 1,
        left: Math.floor(left),
        wait: held >= 1 ? 0 : Math.ceil((1 - held) / limit.rate),
        full: Math.ceil((limit.burst - left) / limit.rate),
      };
    },
  };
}
