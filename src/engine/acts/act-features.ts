import { isCapitalized, type WordSource } from '../dates/word-source.js';
import { CLAIMS } from '../english/lists/claim-nouns.js';
import { COURSES } from '../english/lists/course-nouns.js';
import type { Act, TokenRange } from '../model.js';
import { ACTS } from '../model-values.js';
import type { Place, StatementView } from '../statements/view.js';
import type { RuledAct } from './act-rules.js';
import { type ActSign, impliedActs, namedActs } from './act-signs.js';
import { HARSH, KIND } from './lexicon.js';

/** The signs of one attribution: what its cue names, what its content names and implies. */
export interface ActEvidence {
  readonly cue: readonly ActSign[];
  readonly content: readonly ActSign[];
  /** What the content implies where a clause of it starts. */
  readonly implied: readonly ActSign[];
  /** What it implies further on. */
  readonly later: readonly ActSign[];
  /** Whether the content's first words name a course of action: "the proposal", "the program". */
  readonly course: boolean;
  /** Whether they name something said: "the allegation". */
  readonly claim: boolean;
  readonly harsh: number;
  readonly kind: number;
}

const NO_EVIDENCE: ActEvidence = { cue: [], content: [], implied: [], later: [], course: false, claim: false, harsh: 0, kind: 0 };

export function actEvidence(view: StatementView, index: number): ActEvidence {
  const { words, places } = view;
  const place = places[index];
  if (place === undefined) return NO_EVIDENCE;
  let harsh = 0;
  let kind = 0;
  for (const range of place.content) {
    for (let at = range.from; at < Math.min(range.to, range.from + 80); at++) {
      const lower = words.lower[at] ?? '';
      if (HARSH.has(lower)) harsh++;
      if (KIND.has(lower)) kind++;
    }
  }
  const implied = place.content.flatMap((range) => impliedActs(words, range));
  return {
    cue: place.cue.flatMap((range) => namedActs(words, range)),
    content: place.content.flatMap((range) => namedActs(words, firstWords(range))),
    implied: implied.filter(({ at }) => isEarly(view, at, place.content)),
    later: implied.filter(({ at }) => !isEarly(view, at, place.content)),
    course: place.content.some((range) => namesAny(words, range, 8, COURSES)),
    claim: place.content.some((range) => namesAny(words, range, 4, CLAIMS)),
    harsh,
    kind,
  };
}

/** How many words into a content or one of its sentences still belong to its first clause. */
const EARLY = 9;

/** Whether a word stands in the first clause of a content or of a sentence of it. */
function isEarly(view: StatementView, at: number, content: readonly TokenRange[]): boolean {
  const sentence = view.attributed.sentences[view.sentenceOf[at] ?? 0]?.from ?? 0;
  return at - sentence < EARLY + 2 || content.some(({ from, to }) => at >= from && at < to && at - from < EARLY);
}

/** Whether one of the first words of a range is in a set. */
function namesAny(words: WordSource, { from, to }: TokenRange, first: number, set: ReadonlySet<string>): boolean {
  for (let at = from; at < Math.min(to, from + first); at++) if (set.has(words.lower[at] ?? '') && words.pos[at] !== 'VERB') return true;
  return false;
}

/** The acts that a content names count where it starts: later ones are mostly somebody else's. */
const firstWords = (range: TokenRange): TokenRange => ({ from: range.from, to: Math.min(range.to, range.from + 12) });

/** The strongest of some signs by the definition's order; null for none. */
export function strongest(signs: readonly ActSign[]): ActSign | null {
  let best: ActSign | null = null;
  for (const sign of signs) if (best === null || ACTS.indexOf(sign.act) < ACTS.indexOf(best.act)) best = sign;
  return best;
}

/** What an attribution's act is judged by; `ruled` is what its words name or plainly imply, null where they do neither. */
export function actFeatures(view: StatementView, index: number, evidence: ActEvidence, ruled: RuledAct | null): readonly string[] {
  const { words, places, attributed } = view;
  const place = places[index];
  const attribution = attributed.attributions[index];
  if (place === undefined || attribution === undefined) return [];
  const { mode, manner } = attribution;
  const cue = strongest(evidence.cue)?.act ?? 'none';
  const harsh = Math.min(3, evidence.harsh);
  const named = namesSomebody(view, place.content);
  const features = ['bias', `mode:${mode}`, `manner:${manner}`, `cue:${cue}`];
  features.push(ruled === null ? 'unruled' : `ruled:${ruled.act}`, `rule:${ruled?.rule ?? 'none'}`);
  features.push(`cue-course:${cue}-${evidence.course}`, `harsh:${cue}-${harsh}`, `harsh-named:${harsh}-${named}`);
  if (cue === 'none') {
    features.push(`harsh-kind:${harsh}-${Math.min(2, evidence.kind)}`, `kind-course:${Math.min(2, evidence.kind)}-${evidence.course}`);
    features.push(`plain-content:${strongest(evidence.content)?.act ?? 'none'}`);
    for (const { act, rule } of evidence.implied) features.push(`implied:${act}`, `implied:${act}-${rule}`);
    for (const { act } of evidence.later) features.push(`later:${act}`);
  }
  const first = words.lower[place.content[0]?.from ?? -1] ?? '';
  if (first === 'to') {
    const act = evidence.content.find(({ at }) => at - (place.content[0]?.from ?? 0) <= 3)?.act ?? 'none';
    features.push(`content-to:${mode}`, `to-do:${cue}-${act}`);
  }
  addCueWords(features, view, place, cue);
  addSourceWords(features, view, place);
  addContentWords(features, view, place, cue === 'none' ? 'w' : 'n');
  return features;
}

/** The words of the cue, and the verb with the first word of what is said. */
function addCueWords(features: string[], { words }: StatementView, place: Place, cue: Act | 'none'): void {
  for (const range of place.cue) {
    for (let at = range.from; at < range.to; at++) if (words.pos[at] !== 'PUNCT') features.push(`c:${words.lower[at]}`);
  }
  if (place.cue.length === 0) features.push('no-cue');
  const verb = words.lower[place.verb] ?? '';
  if (cue === 'none') features.push(`verb:${verb}-${opening(words, place.content[0])}`);
}

/** What kind of word a content opens with. */
function opening(words: WordSource, range: TokenRange | undefined): string {
  if (range === undefined) return 'nothing';
  const lower = words.lower[range.from] ?? '';
  return lower === 'that' || lower === 'to' ? lower : (words.pos[range.from] ?? 'X');
}

/** The source's nouns in small letters: critics and supporters tell what they do. */
function addSourceWords(features: string[], { words }: StatementView, place: Place): void {
  const range = place.source[0];
  if (range === undefined) return;
  for (let at = range.from; at < Math.min(range.to, range.from + 6); at++)
    if (words.pos[at] === 'NOUN' && !isCapitalized(words.words[at])) features.push(`s:${words.lower[at]}`);
}

/** How many words of a content are looked at. */
const CONTENT_WORDS = 40;

function addContentWords(features: string[], view: StatementView, place: Place, prefix: string): void {
  const { words } = view;
  const seen = new Set<string>();
  let left = CONTENT_WORDS;
  let start = true;
  for (const range of place.content) {
    for (let at = range.from; at < range.to && left > 0; at++) {
      const lower = words.lower[at] ?? '';
      const pos = words.pos[at];
      if (pos === 'PUNCT' ? lower !== '?' && lower !== '!' : pos === 'PROPN' || pos === 'NUM') continue;
      left--;
      if (start) features.push(`${prefix}1:${lower}`);
      start = false;
      if (!seen.has(lower)) features.push(`${prefix}:${lower}`);
      seen.add(lower);
    }
  }
}

/** Whether a content's first words name somebody: a capitalized word that does not start it. */
function namesSomebody(view: StatementView, content: readonly TokenRange[]): boolean {
  const { words } = view;
  for (const { from, to } of content) {
    for (let at = from; at < Math.min(to, from + 25); at++) if (words.pos[at] === 'PROPN' && isCapitalized(words.words[at])) return true;
  }
  return false;
}
