import type { Draft } from '../mentions/drafts.js';
import type { MentionWork } from '../mentions/find-mentions.js';
import { PRONOUNS, type Pronoun } from '../mentions/pronouns.js';
import type { Attribution, Span, TokenIndex, TokenRange } from '../model.js';

/** What a source's words are, before it is known who that is. Drafts are indexes. */
export type Source =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pronoun'; readonly draft: number; readonly pronoun: Pronoun; readonly at: TokenIndex }
  | { readonly kind: 'relative'; readonly at: TokenIndex }
  | { readonly kind: 'joined'; readonly drafts: readonly number[] }
  | { readonly kind: 'phrase'; readonly draft: number; readonly range: TokenRange }
  | { readonly kind: 'words'; readonly range: TokenRange };

const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'whose']);
const EDGES = new Set([',', ';', ':', '"', '“', '”', "'", '‘', '(', ')', '—', '–', '-', '--', '.', "'s", 'that,']);

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
  const head = joined[0] ?? headIn(work, range);
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
  return { from: tokenAt(mentioned.tokens, first.start), to: tokenAt(mentioned.tokens, last.end) };
}

/** The first token that ends behind an offset. */
export function tokenAt(tokens: readonly Span[], offset: number): TokenIndex {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function trim({ words }: MentionWork, { from, to }: TokenRange): TokenRange {
  while (from < to && EDGES.has(words.lower[from] ?? '')) from++;
  while (to > from && EDGES.has(words.lower[to - 1] ?? '')) to--;
  return { from, to };
}

/** The first draft that starts at a token or later. */
export function draftFrom({ drafts }: MentionWork, token: TokenIndex): number {
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
      const between = words.lower.slice(end, draft.from).join(' ');
      if (between !== 'and' && between !== ',' && between !== ', and' && between !== '— ' && between !== '—') break;
      if (between.endsWith('and')) ands++;
      else if (draft.kind === 'nominal' && draft.opening !== 'bare') break; // an apposition
    }
    const referent = referentOf[index] ?? -1;
    if (draft.kind === 'name' && isBareRole(drafts[found.at(-1) ?? -1])) found.pop(); // "Former minister and presidential candidate Lena Varga" is one person
    if (referent < 0 || !found.some((other) => referentOf[other] === referent)) found.push(index);
    end = draft.to;
  }
  return ands > 0 ? found : [];
}

const isBareRole = (draft: Draft | undefined): boolean =>
  draft?.kind === 'nominal' && draft.type === 'person' && !draft.plural && draft.opening === 'bare';

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
  if (head === undefined) return -1;
  // "Trump's rhetoric": the source goes on behind the owner, with a noun that nothing is known of
  if (head.modifier && head.to + 1 < range.to) return words.lower[head.to] === "'s" || words.lower[head.to] === "'" ? -1 : best;
  return best;
}
