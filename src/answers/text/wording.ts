import type { RecordedStatement } from '../../record/index.js';

/** How words stand wherever they are shown. A quotation in marks, reported speech without, a headline's words as such: never mixed. */
export type Setting = 'direct' | 'reported' | 'headline';

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

// "said" adds nothing to "reported:"; "ruled out" and "praised" do: without them "a ceasefire" would read as an offer.
const PLAIN_CUE = /^(?:has |had |have |also |later |then )?(?:said|says|saying|say|told|tells|telling|according to|:)(?: \w+)?$/i;

const CUE_LENGTH = 60;

/** The article's own word of saying where it carries meaning, for reported speech; null for "said" and its like. */
export function tellingCue(recorded: RecordedStatement): string | null {
  const cue = recorded.wording.cue?.replace(/\s+/g, ' ').trim() ?? '';
  if (recorded.attribution.manner === 'direct' || cue === '' || cue.length > CUE_LENGTH || PLAIN_CUE.test(cue)) return null;
  return cue;
}

/** The words as they are set, in one line of plain text: in marks where they are a quotation, introduced where they are not. */
export function setWords(recorded: RecordedStatement, words: string): string {
  const setting = settingOf(recorded);
  const line = words.replace(/\s+/g, ' ');
  if (setting === 'direct') return quoted(line);
  const cue = tellingCue(recorded);
  return `${setting}: ${cue === null ? '' : `${cue} `}${line}`;
}
