import type { WordSource } from '../dates/word-source.js';
import type { Act, TokenIndex, TokenRange } from '../model.js';
import { type ActSign, impliedActs, isNegated, namedActs } from './act-signs.js';
import { HOSTILE } from './lexicon.js';

/**
 * What somebody does by a sentence that stands alone, without marked source and content ("Osterin said it would boycott
 * the talks"): the first act that a verb names, else what its auxiliaries commit to or oblige to, else `states`.
 */
export function classifySentence(words: WordSource, range: TokenRange): Act {
  const named = namedActs(words, range).filter(({ at }) => isVerbal(words, at));
  const first = named.find(({ act, at }) => act !== 'accuses' || !isInsideClause(words, at, range));
  const refused = impliedActs(words, range).find(({ act, rule }) => act === 'rejects' && rule === 'out');
  if (refused !== undefined) return 'rejects';
  const committed = commitmentIn(words, range);
  if (first === undefined) return committed?.act ?? impliedOf(words, range);
  if (isObliged(words, first.at)) return 'demands';
  if (committed === null || committed.at > first.at) return first.act;
  return committed.act === 'promises' ? first.act : committed.act;
}

/** "must agree": what the verb names is demanded of somebody, not done. */
function isObliged({ lower }: WordSource, at: TokenIndex): boolean {
  for (let before = at - 1; before >= at - 3; before--) if (lower[before] === 'must' || lower[before] === 'should') return true;
  return false;
}

/** Whether a sign is a verb or a predicate ("is ready to"), not a noun that another verb takes ("rejected calls"). */
function isVerbal(words: WordSource, at: TokenIndex): boolean {
  const pos = words.pos[at];
  if (pos === 'NOUN' && (words.lower[at + 1] === 'that' || words.lower[at + 2] === 'that')) return true;
  return pos === 'VERB' || pos === 'AUX' || (pos === 'ADJ' && words.lower[at + 1] === 'to');
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'whom', 'where']);

function isInsideClause(words: WordSource, at: TokenIndex, range: TokenRange): boolean {
  for (let before = at - 1; before >= range.from; before--) if (RELATIVES.has(words.lower[before] ?? '')) return true;
  return false;
}

const AUXILIARIES: ReadonlySet<string> = new Set(["'d", "'ll", 'will', 'would']);

/** The first "will" or "would" of a sentence with its verb: harm threatens, "not" rejects, anything else promises. */
function commitmentIn(words: WordSource, range: TokenRange): ActSign | null {
  for (let at = range.from; at < range.to; at++) {
    const lower = words.lower[at] ?? '';
    if (!AUXILIARIES.has(lower)) continue;
    for (let next = at + 1; next <= at + 5 && next < range.to; next++) {
      if (words.pos[next] !== 'VERB') continue;
      const act: Act = isNegated(words, next, at) ? 'rejects' : HOSTILE.has(words.lower[next] ?? '') ? 'threatens' : 'promises';
      return { act, at, rule: lower };
    }
  }
  return null;
}

function impliedOf(words: WordSource, range: TokenRange): Act {
  for (const { act } of impliedActs(words, range)) if (act !== 'asks') return act;
  return 'states';
}
