import type { Act, Mention, TokenIndex, TokenRange } from '../model.js';
import type { StatementView } from '../statements/view.js';
import { firstFrom } from '../text/first-from.js';

/** Acts that have somebody at their other end. */
const ADDRESSED: ReadonlySet<Act> = new Set(['accuses', 'demands', 'threatens', 'asks', 'denies']);

/** How far into a content the one who is accused or asked may first be named, in words. */
const REACH = 14;

/**
 * The person or body that an act is aimed at, in the text's words: whom a cue names between itself and its content
 * ("urged the ministry to"), else who is first named in the content. Null for acts without one.
 */
export function whomOf(view: StatementView, index: number, act: Act): TokenRange | null {
  const place = view.places[index];
  if (place === undefined || !ADDRESSED.has(act)) return null;
  const content = place.content[0];
  const cue = place.cue.at(-1);
  if (content === undefined) return null;
  const between = cue !== undefined && cue.to <= content.from ? firstMention(view, cue.to, content.from) : null;
  if (between !== null && act !== 'accuses') return rangeOf(between);
  if (act === 'denies' || act === 'asks') return null;
  const source = place.source[0];
  const speaker = source === undefined ? null : referentAt(view, source);
  const named = firstMention(view, content.from, Math.min(content.to, content.from + REACH), speaker);
  return named === null || (act === 'demands' && !isSubject(view, named)) ? null : rangeOf(named);
}

/** Whether a verb, an auxiliary or "to" follows a mention: it is the one who is to do something. */
function isSubject({ words }: StatementView, { to }: Mention): boolean {
  const next = words.pos[to];
  return next === 'VERB' || next === 'AUX' || words.lower[to] === 'to';
}

const rangeOf = ({ from, to }: Mention): TokenRange => ({ from, to });

const LONGEST_MENTION = 60;

/** The referent of the mention that covers a source's last word; null where none does. */
function referentAt({ attributed }: StatementView, source: TokenRange): number | null {
  const { mentions } = attributed;
  // A mention that covers the word starts at most so many tokens in front of it.
  for (let index = firstFrom(mentions, source.to - LONGEST_MENTION); index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.from > source.to - 1) return null;
    if (mention.to >= source.to) return mention.referent;
  }
  return null;
}

/** The first mention of somebody between two tokens, the speaker left out. */
function firstMention({ attributed }: StatementView, from: TokenIndex, to: TokenIndex, except: number | null = null): Mention | null {
  const { mentions } = attributed;
  for (let index = firstFrom(mentions, from); index < mentions.length; index++) {
    const mention = mentions[index];
    if (mention === undefined || mention.from >= to) return null;
    const kind = mention.referent === null ? 'unknown' : attributed.referents[mention.referent]?.kind;
    if (kind === 'document' || (mention.referent !== null && mention.referent === except)) continue;
    if (mention.kind !== 'pronoun' || mention.from - from <= 2) return mention;
  }
  return null;
}
