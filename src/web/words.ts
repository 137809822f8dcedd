import { clipped, quoted, settingOf, setWords, tellingCue } from '../answers/text/wording.js';
import type { RecordedStatement } from '../record/index.js';
import { type Child, type Html, html, isolated } from './html.js';

export { clipped, quoted, type Setting, settingOf, tellingCue } from '../answers/text/wording.js';

/** Words in a list are cut here, with a link to the whole. 9 in 10 statements of real news are shorter than 400 characters. */
export const LIST_LENGTH = 700;

/** Words on a page of their own are cut here, so that a page stays small; the data has them whole. */
export const PAGE_LENGTH = 20_000;

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
  return setWords(recorded, clipped(recorded.statement.words.replace(/\s+/g, ' '), length).text);
}
