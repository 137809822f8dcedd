import { createRequire } from 'node:module';

/** What a site asks of robots (RFC 9309), for one origin. */
export interface RobotRules {
  allows(address: string): boolean;
  /** Seconds that the site asks robots to leave between two requests; null where it does not say. */
  readonly delay: number | null;
}

/** The answer to the request for an origin's robots.txt; null status where none came. */
export interface RobotsAnswer {
  readonly status: number | null;
  readonly text: string;
}

/** RFC 9309 section 2.5: at least 500 kibibytes of the file are read; what stands behind is passed over. */
export const ROBOTS_LIMIT = 512_000;

/** RFC 9309 section 2.3.1.2: at least five redirects are followed. */
export const ROBOTS_REDIRECTS = 5;

/** RFC 9309 section 2.4: rules are kept for a day at most. In milliseconds. */
export const ROBOTS_AGE = 86_400_000;

interface Parser {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}

// Its types describe an ES module, but the package is CommonJS without a default export.
const parseRobots = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Parser;

const EVERYTHING: RobotRules = { allows: () => true, delay: null };
const NOTHING: RobotRules = { allows: () => false, delay: null };

/**
 * The rules of an origin by the answer that its robots.txt gave (RFC 9309 section 2.3.1): rules where it is there; no rules where
 * it is not (4xx); everything forbidden where the site cannot be reached or has an error (5xx), and where it asks for fewer
 * requests (429).
 */
export function rulesOf(origin: string, answer: RobotsAnswer, agent: string): RobotRules {
  const { status, text } = answer;
  if (status === null || status >= 500 || status === 429) return NOTHING;
  if (status >= 300 || status < 200) return EVERYTHING;
  const robots = parseRobots(`${origin}/robots.txt`, wholeLines(text.replace(/^\ufeff/, '')));
  return {
    allows: (address) => new URL(address).pathname === '/robots.txt' || robots.isAllowed(address, agent) !== false,
    delay: robots.getCrawlDelay(agent) ?? null,
  };
}

/** A file that was cut may end in half a rule, which would mean something else. */
function wholeLines(text: string): string {
  if (text.length < ROBOTS_LIMIT) return text;
  const cut = text.slice(0, ROBOTS_LIMIT);
  return cut.slice(0, cut.lastIndexOf('\n') + 1);
}
