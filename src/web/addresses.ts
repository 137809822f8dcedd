import type { Citation } from '../engine/index.js';

/** Addresses of our own pages. A part from outside is always encoded. */
const part = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

export const statementAddress = (id: string): string => `/s/${part(id)}`;
export const articleAddress = (sha256: string, statement?: string): string =>
  `/article/${part(sha256)}${statement === undefined ? '' : `#${part(statement)}`}`;
/** Longer keys are no names; an address with one would be refused by servers and browsers on its way. */
const KEY_LENGTH = 600;

/** Null for a speaker whose key is too long for an address. */
export const speakerAddress = (key: string): string | null => (key.length > KEY_LENGTH ? null : `/speaker/${part(key)}`);
export const issueAddress = (id: string): string => `/issue/${part(id)}`;
export const threadAddress = (id: string): string => `/thread/${part(id)}`;
export const shiftAddress = (issue: string, from: string, to: string): string => `/shift/${part(issue)}/${part(from)}/${part(to)}`;
export const compareAddress = (speakers: readonly string[], issue: string | null): string =>
  withQuery('/compare', [
    ...speakers.map((key): [string, string] => ['speaker', key]),
    ...(issue === null ? [] : [['issue', issue] as [string, string]]),
  ]);
export const searchAddress = (query: string, more: readonly (readonly [string, string])[] = []): string =>
  withQuery('/search', [['q', query], ...more]);

/** What narrows a search to an outlet or speaker of this name; a name is cut where an address would grow too long. */
export const clauseOf = (field: string, name: string): string => `${field}:"${name.slice(0, 200).replace(/["“”„«»]/g, ' ')}"`;

/** An address with its query; nothing is added for an empty list. */
export function withQuery(path: string, entries: readonly (readonly [string, string])[]): string {
  const query = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Longer addresses do not open in every browser. */
const LINK_LENGTH = 2_000;

/** An address from outside that a link may have: http or https. Null for every other kind, so that it is shown as text. */
export function webAddress(text: string | null): string | null {
  if (text === null || text.length > LINK_LENGTH || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** How many characters of a passage a text fragment names at each of its ends. */
const FRAGMENT_END = 60;

/** A link to the exact passage in the original page (text fragment); null where the article has no address on the web. */
export function passageAddress(url: string | null, citation: Pick<Citation, 'exact'>): string | null {
  const page = webAddress(url);
  const words = citation.exact[0]?.replace(/\s+/g, ' ').trim() ?? '';
  if (page === null || words === '') return page;
  const directive =
    words.length <= 2 * FRAGMENT_END ? fragmentPart(words) : `${fragmentPart(firstWords(words))},${fragmentPart(lastWords(words))}`;
  const target = new URL(page);
  const fragment = target.hash.includes(':~:') ? (target.hash.split(':~:')[0] ?? '') : target.hash;
  target.hash = '';
  return `${target.href.replace(/#$/, '')}${fragment === '' ? '#' : fragment}:~:text=${directive}`;
}

// In a text directive, "-", "," and "&" are syntax.
const fragmentPart = (words: string): string => part(words).replaceAll('-', '%2D');

const firstWords = (words: string): string => words.slice(0, FRAGMENT_END).replace(/\s\S*$/, '');

const lastWords = (words: string): string => words.slice(-FRAGMENT_END).replace(/^\S*\s/, '');
