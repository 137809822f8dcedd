import type { RecordedStatement } from '../record/index.js';
import { type Child, type Html, html, isolated } from './html.js';

/** How words stand on a page. The three are never mixed: a quotation in marks, reported speech without, a headline's words as such. */
export type Setting = 'direct' | 'reported' | 'headline';

/** Words in a list are cut here, with a link to the whole. 9 in 10 statements of real news are shorter than 400 characters. */
export const LIST_LENGTH = 700;

/** Words on a page of their own are cut here, so that a page stays small; the data has them whole. */
export const PAGE_LENGTH = 20_000;

const OPENING = /^["“„«‘'‹「『]/;
const CLOSING = /["”“»’'›」』][.,;:!?…]?$/;

export function settingOf(recorded: RecordedStatement): Setting {
  if (isInHeadline(recorded)) return recorded.attribution.manner === 'direct' ? 'direct' : 'headline';
  return recorded.attribution.manner === 'direct' ? 'direct' : 'reported';
}

// A list has no article text at hand: words that stand at the top of the text and in its title are the headline's.
function isInHeadline(recorded: RecordedStatement): boolean {
  const title = recorded.article.title;
  const { exact, spans } = recorded.statement.citation;
  const [words = '', start = Number.POSITIVE_INFINITY] = [exact[0], spans[0]?.start];
  return title !== null && words !== '' && start <= title.length && title.includes(words);
}

/** A quotation with its marks as printed; a mark that the page lost is supplied. */
export function quoted(words: string): string {
  const opened = OPENING.test(words) ? words : `“${words}`;
  return CLOSING.test(words) && words.length > 1 ? opened : `${opened}”`;
}

/** The first characters of a text, cut between words, never inside a character. */
export function clipped(text: string, length: number): { readonly text: string; readonly cut: boolean } {
  if (text.length <= length) return { text, cut: false };
  const head = text.slice(0, length);
  const space = head.lastIndexOf(' ');
  const end = space > length / 2 ? space : /[\uD800-\uDBFF]$/.test(head) ? length - 1 : length;
  return { text: `${head.slice(0, end)} …`, cut: true };
}

/** What to mark in the words: runs of the given words, without case. */
export function marked(text: string, terms: readonly string[]): Child {
  const known = terms.filter((term) => term.trim() !== '').slice(0, 20);
  if (known.length === 0) return text;
  const found = new RegExp(
    known.map((term) => `(?<![\\p{L}\\p{N}])${escaped(term)}[\\p{L}\\p{N}]{0,4}(?![\\p{L}\\p{N}])`).join('|'),
    'giu',
  );
  const pieces: Child[] = [];
  let from = 0;
  for (const match of text.matchAll(found)) {
    pieces.push(text.slice(from, match.index), html`<mark>${match[0]}</mark>`);
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

// "said" adds nothing to "reported:"; "ruled out" and "praised" do: without them "a ceasefire" would read as an offer.
const PLAIN_CUE = /^(?:has |had |have |also |later |then )?(?:said|says|saying|say|told|tells|telling|according to|:)(?: \w+)?$/i;

const CUE_LENGTH = 60;

/** The article's own word of saying where it carries meaning, for reported speech; null for "said" and its like. */
export function tellingCue(recorded: RecordedStatement): string | null {
  const cue = recorded.wording.cue?.replace(/\s+/g, ' ').trim() ?? '';
  if (recorded.attribution.manner === 'direct' || cue === '' || cue.length > CUE_LENGTH || PLAIN_CUE.test(cue)) return null;
  return cue;
}

/** The words of a statement as they are set everywhere. `terms` are marked in them, `length` is where they are cut. */
export function wordsOf(recorded: RecordedStatement, terms: readonly string[] = [], length = LIST_LENGTH): Html {
  const setting = settingOf(recorded);
  const { text } = clipped(recorded.statement.words, length);
  const cue = tellingCue(recorded);
  if (setting === 'direct') return html`<blockquote class="words direct" dir="auto"><p>${marked(quoted(text), terms)}</p></blockquote>`;
  return html`<p class="words ${setting}" dir="auto"><span class="manner">${setting}:</span> ${cue !== null && [isolated(cue), ' ']}${marked(text, terms)}</p>`;
}

/** The same in one line of plain text. */
export function plainWords(recorded: RecordedStatement, length = LIST_LENGTH): string {
  const setting = settingOf(recorded);
  const { text } = clipped(recorded.statement.words.replace(/\s+/g, ' '), length);
  if (setting === 'direct') return quoted(text);
  const cue = tellingCue(recorded);
  return `${setting}: ${cue === null ? '' : `${cue} `}${text}`;
}
