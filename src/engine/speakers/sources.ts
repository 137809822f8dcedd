import type { Draft } from '../mentions/drafts.js';
import type { MentionWork } from '../mentions/find-mentions.js';
import { PRONOUNS, type Pronoun } from '../mentions/pronouns.js';
import type { Attribution, Span, TokenIndex, TokenRange } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';

/** What a source's words are, before it is known who that is. Drafts are indexes. */
export type Source =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pronoun'; readonly draft: number; readonly pronoun: Pronoun; readonly at: TokenIndex }
  | { readonly kind: 'relative'; readonly at: TokenIndex }
  | { readonly kind: 'joined'; readonly drafts: readonly number[] }
  | { readonly kind: 'phrase'; readonly draft: number; readonly range: TokenRange }
  | { readonly kind: 'words'; readonly range: TokenRange };

const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'whose']);
const MARKS = new Set([',', ';', ':', '"', '“', '”', "'", '‘', '(', ')', '—', '–', '-', '--', '.', "'s"]);

/** Reads the words of an attribution's source. */
export function readSource(work: MentionWork, attribution: Attribution): Source {
  const range = trim(work, rangeOf(work, attribution.source));
  if (range.to <= range.from) return { kind: 'empty' };
  const { words, drafts } = work;
  const first = words.lower[range.from] ?? '';
  const draft = draftAt(work, range.from);
  if (range.to - range.from === 1) {
    const pronoun = PRONOUNS.get(first);
    if (pronoun !== undefined) return { kind: 'pronoun', draft, pronoun, at: range.from };
    if (RELATIVES.has(first)) return { kind: 'relative', at: range.from };
  }
  const joined = joinedIn(work, range);
  if (joined.length > 1) return { kind: 'joined', drafts: joined };
  const head = joined[0] ?? namedAtEnd(work, range) ?? headIn(work, range);
  if (head < 0) return { kind: 'words', range };
  const found = drafts[head] as Draft;
  const pronoun = found.kind === 'pronoun' ? PRONOUNS.get(words.lower[found.from] ?? '') : undefined;
  return pronoun === undefined ? { kind: 'phrase', draft: head, range } : { kind: 'pronoun', draft: head, pronoun, at: found.from };
}

/** The tokens from the first to the last of the spans; from === to where there are none. */
export function rangeOf({ mentioned }: MentionWork, spans: readonly Span[]): TokenRange {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { from: 0, to: 0 };
  return { from: firstEndingBehind(mentioned.tokens, first.start), to: firstEndingBehind(mentioned.tokens, last.end) };
}

function trim({ words }: MentionWork, { from, to }: TokenRange): TokenRange {
  while (from < to && MARKS.has(words.lower[from] ?? '')) from++;
  while (to > from + 1 && (MARKS.has(words.lower[to - 1] ?? '') || RELATIVES.has(words.lower[to - 1] ?? ''))) to--;
  if (to === from + 1 && MARKS.has(words.lower[from] ?? '')) to = from;
  return { from, to };
}

/** "the head of the institute, Lena Varga": a name behind the last comma, where the source starts with a noun and has no relative clause. */
function namedAtEnd(work: MentionWork, range: TokenRange): number | null {
  const { drafts, words } = work;
  const first = drafts[headIn(work, range)];
  if (first?.kind === 'name' || first?.plural === true || endOfMain(work, range) < range.to) return null;
  for (let index = draftFrom(work, range.from); index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    if (draft.coreFrom >= range.to) return null;
    const personal = draft.type === 'person' || (draft.type === 'unknown' && first?.type === 'person');
    if (draft.kind === 'name' && personal && draft.coreTo === range.to && words.lower[draft.from - 1] === ',') return index;
  }
  return null;
}

/** Most words before the phrase that a source is about: the tagger took them for verbs ("campaign manager Jon Berg"). */
const WORDS_BEFORE = 3;
const BREAKS_PHRASE = new Set(['ADP', 'AUX', 'CCONJ', 'PUNCT', 'PRON', 'SCONJ', 'PART']);

function headBehindWord({ drafts, mentioned }: MentionWork, range: TokenRange): number {
  for (let at = range.from; at <= range.from + WORDS_BEFORE && at < range.to; at++) {
    const index = draftFrom({ drafts }, at);
    const draft = drafts[index];
    if (draft !== undefined && draft.from === at && draft.coreTo <= range.to && !draft.modifier) return index;
    if (BREAKS_PHRASE.has(mentioned.tokens[at]?.pos ?? 'X')) return -1;
  }
  return -1;
}

/** The first draft that starts at a token or later. */
export function draftFrom({ drafts }: Pick<MentionWork, 'drafts'>, token: TokenIndex): number {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.coreFrom ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function draftAt(work: MentionWork, token: TokenIndex): number {
  const draft = draftFrom(work, token);
  return work.drafts[draft]?.from === token ? draft : -1;
}

/** Where the main phrase of a source ends: before its relative clause, apposition or participle. */
function endOfMain({ words }: MentionWork, range: TokenRange): TokenIndex {
  for (let at = range.from + 1; at < range.to; at++) if (RELATIVES.has(words.lower[at] ?? '')) return at;
  return range.to;
}

/** Drafts joined by commas and "and" at the head of the source, two or more; those of one referent count once. */
function joinedIn(work: MentionWork, range: TokenRange): readonly number[] {
  const { words, drafts, referentOf } = work;
  const to = endOfMain(work, range);
  const found: number[] = [];
  let end = -1;
  let ands = 0;
  for (let index = draftFrom(work, range.from); index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    if (draft.from >= to) break;
    if (words.lower[draft.from - 1] === '(') continue; // a legislator's state
    if (
      draft.modifier ||
      draft.coreTo > to ||
      draft.from < range.from ||
      (draft.plural && draft.type === 'group' && draft.kind === 'name' && draft.coreTo - draft.coreFrom > 2)
    )
      continue;
    if (end < 0) {
      if (draft.from - range.from > 1) return [];
    } else {
      if (draft.from < end) continue;
      const between = wordsBetween(words.lower, end, draft.from);
      if (between !== 'and' && between !== ',' && between !== ', and' && between !== '— ' && between !== '—') break;
      if (between.endsWith('and')) ands++;
      else if (draft.kind === 'nominal' && draft.opening !== 'bare') break; // an apposition
      if (isSecondRole(drafts[found.at(-1) ?? -1], draft)) {
        end = draft.to;
        continue;
      }
    }
    const referent = referentOf[index] ?? -1;
    if (draft.kind === 'name' && isRoleOf(drafts[found.at(-1) ?? -1], draft)) found.pop(); // "Former minister and presidential candidate Lena Varga" is one person
    if (referent < 0 || !found.some((other) => referentOf[other] === referent)) found.push(index);
    end = draft.to;
  }
  return ands > 0 ? found : [];
}

/** The words between two phrases, what stands in parentheses left out: "(R-Osterin)". */
function wordsBetween(lower: readonly string[], from: TokenIndex, to: TokenIndex): string {
  const kept: string[] = [];
  let inside = false;
  for (let at = from; at < to; at++) {
    const word = lower[at] ?? '';
    if (word === '(') inside = true;
    if (!inside) kept.push(word);
    if (word === ')') inside = false;
  }
  return kept.join(' ');
}

/** "the candidate and former minister" is one person: the second role has no determiner. */
const isSecondRole = (before: Draft | undefined, draft: Draft): boolean =>
  before?.kind === 'nominal' &&
  draft.kind === 'nominal' &&
  before.type === 'person' &&
  draft.type === 'person' &&
  !before.plural &&
  !draft.plural &&
  draft.opening === 'bare';

/** "Varga's surgeon and adviser Jon Berg": the noun before "and" is a role of the name behind it, which a low-case role follows too. */
const isRoleOf = (before: Draft | undefined, name: Draft): boolean =>
  before?.kind === 'nominal' && before.type === 'person' && !before.plural && (before.opening === 'bare' || /^\p{Ll}/u.test(name.role));

/** The draft that the source is about: the one its main phrase ends with; -1 where no known phrase starts it. */
function headIn(work: MentionWork, range: TokenRange): number {
  const { drafts, words } = work;
  let best = -1;
  for (let index = draftFrom(work, range.from); index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    if (draft.coreFrom >= range.to) break;
    if (draft.coreTo > range.to) continue;
    if (draft.from <= range.from) {
      if (best < 0 || draft.to > (drafts[best] as Draft).to) best = index;
    } else if (best >= 0 && draft.from > (drafts[best] as Draft).to) break;
  }
  const head = drafts[best];
  if (head === undefined) return headBehindWord(work, range);
  // "Trump's rhetoric": the source goes on behind the owner, with a noun that nothing is known of
  if (head.modifier && head.to + 1 < range.to) return words.lower[head.to] === "'s" || words.lower[head.to] === "'" ? -1 : best;
  return best;
}
