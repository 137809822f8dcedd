/** How addresses are fetched. Times are milliseconds, sizes bytes. */
export interface FetchSettings {
  /** What servers are told of who asks; the first word is what robots.txt files are searched for. */
  readonly userAgent: string;
  readonly connectTimeout: number;
  /** Longest silence before and within an answer. */
  readonly idleTimeout: number;
  /** Longest time for one address with its redirects, without waiting for its turn. */
  readonly totalTimeout: number;
  /** Of one answer, unpacked. */
  readonly largest: number;
  readonly redirects: number;
  /** Between two requests to one host. */
  readonly hostDelay: number;
  /** The longest that a site's own wish (Crawl-delay) makes us wait between two requests. */
  readonly longestDelay: number;
  /** How often a request is made again after an error that may pass. */
  readonly retries: number;
  /** The longest wait that a server's Retry-After is obeyed at once; for a longer one the address fails and says when to come again. */
  readonly longestWait: number;
  /** Hosts that may be fetched wherever they are, and without a delay between requests. */
  readonly allowedHosts: readonly string[];
}

/** The name that robots.txt files know us by. */
export const PRODUCT = 'OnRecord';

/**
 * "OnRecord/0.1.0 (contact: desk@meridian.example)". Whoever is asked can write to whoever asks; without a contact the program's
 * own purpose stands there. What cannot stand in a header is left out.
 */
export function userAgentOf(version: string, contact: string | null): string {
  const written = (contact ?? '')
    .replace(/[^\x20-\x7e]|[()]/g, '')
    .trim()
    .slice(0, 200);
  return `${PRODUCT}/${version} (${written === '' ? 'news archive of a single user' : `contact: ${written}`})`;
}

/** News pages have 0.1 to 2 MB; a large export fits as well. One request a second and host is what careful crawlers keep to. */
export const DEFAULT_FETCHING: Omit<FetchSettings, 'userAgent'> = {
  connectTimeout: 10_000,
  idleTimeout: 20_000,
  totalTimeout: 120_000,
  largest: 64_000_000,
  redirects: 10,
  hostDelay: 1000,
  longestDelay: 30_000,
  retries: 2,
  longestWait: 60_000,
  allowedHosts: [],
};
