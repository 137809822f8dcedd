import type { Span } from '../../engine/index.js';
import { speakerKey } from '../../engine/speakers/names.js';
import {
  type ArticleHead,
  EVERYTHING,
  type LookedAt,
  RecordError,
  type RecordedStatement,
  type StatementRecord,
} from '../../record/index.js';
import { otherQuotations, type Variant } from '../same-words/same-words.js';
import { type Difference, differences } from './differences.js';
import {
  createTexts,
  exactRuns,
  type HeldText,
  type Place,
  spansOf,
  statementWords,
  type Texts,
  type Voice,
  voiceOf,
} from './held-text.js';
import { type NearPlace, nearPlaces } from './near-places.js';
import { otherWords } from './other-words.js';
import { type Find, markedParts, type PlacedParts, unmarkedParts } from './parts.js';
import { type Quotation, readQuotation } from './quotation.js';
import { findRun, type WordRun, wordRun } from './word-run.js';

/**
 * `exact`: somebody's own words, the same but for marks, case and spaces. `shortened`: the same with something left out.
 * `stitched`: each part is somebody's words, but not said together. `altered`: nearly the same words. `other-speaker`: the
 * words are somebody else's. `otherwise`: the record quotes the same utterance in other words, as another translation does. `reported`: they stand in the record only as what somebody is reported to have said, without
 * quotation marks. `not-quoted`: they are an article's own words. `not-found`: not in what was looked at.
 */
export type Verdict =
  | 'exact'
  | 'shortened'
  | 'stitched'
  | 'altered'
  | 'otherwise'
  | 'other-speaker'
  | 'reported'
  | 'not-quoted'
  | 'not-found';

export interface CheckQuestion {
  /** The words, with or without quotation marks; ellipses and bracketed insertions are understood. At most 400 words. */
  readonly quotation: string;
  /** Words of the name of whoever is said to have spoken them, or null. */
  readonly speaker?: string | null;
  /** How many matches are told of each part; default 10. */
  readonly limit?: number;
}

/** A place that holds the words, or nearly. */
export interface QuotationMatch {
  readonly head: ArticleHead;
  /** Where in the article's text, and the words there. Several where a cue interrupts them. */
  readonly spans: readonly Span[];
  readonly words: readonly string[];
  readonly voice: Voice;
  /** Whose words; null where the engine made no statement of them. */
  readonly statement: RecordedStatement | null;
  /** 1 for the same words. */
  readonly similarity: number;
  /** From the quotation's words to the source's, run by run; empty for the same words. */
  readonly differences: readonly Difference[];
  /** How the source's sentence goes on behind the words; null where it ends with them. What is left out there can be the condition. */
  readonly goesOn: string | null;
}

/** A run of the quotation with the places that hold it, best first. */
export interface CheckedPart {
  readonly words: string;
  readonly matches: readonly QuotationMatch[];
}

export interface QuotationCheck {
  readonly quotation: string;
  readonly verdict: Verdict;
  /** One part, but several for `shortened` and `stitched`. Empty for `not-found`. */
  readonly parts: readonly CheckedPart[];
  /** For `shortened`: what stands between the parts in the source. */
  readonly leftOut: readonly string[];
  /** How other places quote the same utterance in other words: longer, shorter, altered, translated otherwise. At most ten. */
  readonly elsewhere: readonly Variant[];
  readonly lookedAt: LookedAt;
}

export const LONGEST_QUOTATION = 400;

/** How many texts are looked into for the same words, and for nearly the same. With fewer, altered quotations are missed; `npx tsx lab/check-quotations.ts` tells. */
const EXACT_TEXTS = 20;
const NEAR_TEXTS = 12;

const MATCHES = 10;

/** Whether words were said, by whom, where, and what was changed about them. */
export async function checkQuotation(record: StatementRecord, question: CheckQuestion): Promise<QuotationCheck> {
  const quotation = readQuotation(question.quotation);
  if (quotation.words > LONGEST_QUOTATION)
    throw new RecordError('query-wrong', `the quotation has ${quotation.words} words; check at most ${LONGEST_QUOTATION} at once`);
  const found = quotation.words === 0 ? NOTHING : await look(record, quotation, question);
  const statement = found.parts[0]?.matches[0]?.statement ?? null;
  const elsewhere = statement === null ? [] : (await otherQuotations(record, statement)).slice(0, MATCHES);
  return { quotation: question.quotation, ...found, elsewhere, lookedAt: await record.lookedAt(EVERYTHING) };
}

type Finding = Pick<QuotationCheck, 'verdict' | 'parts' | 'leftOut'>;

const NOTHING: Finding = { verdict: 'not-found', parts: [], leftOut: [] };

async function look(record: StatementRecord, quotation: Quotation, question: CheckQuestion): Promise<Finding> {
  const texts = createTexts(record);
  const find: Find = (run) => findExact(record, texts, run);
  const [only, ...more] = quotation.pieces;
  const whole = more.length === 0 && only !== undefined ? only : wordRun(quotation.pieces.map(({ text }) => text.trim()).join(' '));
  const exact = more.length === 0 ? await find(whole) : [];
  if (exact.length > 0) return judge(question, [part(whole, exact.map(exactMatch))], [], 'exact');
  const candidates = await findCandidates(record, texts, quotation);
  const marked = more.length === 0 ? null : await markedParts(texts, quotation, candidates, find);
  if (marked !== null) return judgeParts(question, marked);
  const near = await nearPlaces(texts, candidates, whole.keys);
  const nearest = Math.max(0, ...near.map(({ similarity }) => similarity));
  const unmarked = more.length > 0 || nearest >= PLAINLY_ALTERED ? null : await unmarkedParts(texts, whole, candidates, find);
  if (unmarked !== null) return judgeParts(question, unmarked);
  if (near.length === 0) return inOtherWords(texts, candidates, whole, question);
  const same = near.filter(({ alignment }) => alignment.distance === 0);
  if (same.length > 0)
    return judge(
      question,
      [
        part(
          whole,
          same.map(({ place }) => exactMatch(place)),
        ),
      ],
      [],
      'exact',
    );
  return judge(
    question,
    [
      part(
        whole,
        near.map((place) => nearMatch(whole, place)),
      ),
    ],
    [],
    'altered',
  );
}

async function inOtherWords(texts: Texts, candidates: readonly HeldText[], whole: WordRun, question: CheckQuestion): Promise<Finding> {
  const { speaker } = question;
  const found = await otherWords(texts, candidates, whole, speaker ? (statement) => isBy({ statement }, speaker) : null);
  if (found.length === 0) return NOTHING;
  const matches = found.map(({ place, likeness }) => ({ ...exactMatch(place), similarity: likeness }));
  return { verdict: 'otherwise', parts: [part(whole, matches.slice(0, question.limit ?? MATCHES))], leftOut: [] };
}

/** A place this near is what was altered, even where the words could also be pieced together from elsewhere. */
const PLAINLY_ALTERED = 0.8;

/** All places that hold the words of a run: next to one another, or with nothing but a cue between them. */
async function findExact(record: StatementRecord, texts: Texts, run: WordRun): Promise<readonly Place[]> {
  const words = run.spans.map(({ start, end }) => run.text.slice(start, end));
  const places: Place[] = [];
  for (const text of await record.findPhrase(words, EXACT_TEXTS)) {
    const held = texts.hold(text);
    for (const indexes of exactRuns(held, run.keys)) places.push(await texts.place(held, indexes));
  }
  if (places.length > 0) return places;
  const filter = { kind: 'words', where: 'words', match: 'exact', words: words.join(' ') } as const;
  const { statements } = await record.statements({ filter, limit: EXACT_TEXTS });
  for (const statement of statements) {
    const held = await texts.find(statement.article.sha256);
    const indexes = held === null ? [] : statementWords(held, statement);
    const at = findRun(
      indexes.map((index) => held?.run.keys[index] ?? ''),
      run.keys,
    );
    if (held !== null && at >= 0) places.push({ held, words: indexes.slice(at, at + run.keys.length), statement });
  }
  return places;
}

async function findCandidates(record: StatementRecord, texts: Texts, quotation: Quotation): Promise<readonly HeldText[]> {
  const words = quotation.pieces.flatMap((piece) => piece.spans.map(({ start, end }) => piece.text.slice(start, end)));
  return (await record.findTexts(words, NEAR_TEXTS)).map((text) => texts.hold(text));
}

const part = (run: WordRun, matches: readonly QuotationMatch[]): CheckedPart => ({ words: run.text.trim(), matches });

function exactMatch(place: Place): QuotationMatch {
  const { held, words, statement } = place;
  const spans = spansOf(held, words);
  return {
    head: held.head,
    spans,
    words: spans.map(({ start, end }) => held.run.text.slice(start, end)),
    voice: voiceOf(place),
    statement,
    similarity: 1,
    differences: [],
    goesOn: goesOn(place.held.run.text, spans, statement),
  };
}

/** Marks that end a sentence. */
const SENTENCE_END = /[.!?…]/;

function goesOn(text: string, spans: readonly Span[], statement: RecordedStatement | null): string | null {
  const end = spans.at(-1)?.end ?? 0;
  const holder = statement?.statement.citation.spans.find((span) => span.start < end && end < span.end);
  if (holder === undefined) return null;
  const rest = text.slice(end, holder.end);
  const stop = rest.search(SENTENCE_END);
  const words = (stop < 0 ? rest : rest.slice(0, stop)).replace(/^[\s,;:–—-]+|[\s,;:”"’']+$/g, '');
  return /\p{L}/u.test(words) ? words : null;
}

const nearMatch = (quoted: WordRun, { place, alignment, similarity }: NearPlace): QuotationMatch => ({
  ...exactMatch(place),
  similarity,
  differences: differences(quoted, place, alignment),
});

/** Words said together with something left out are shortened, or whole where only a cue stands between them; others are stitched. */
function judgeParts(question: CheckQuestion, { parts, together, leftOut }: PlacedParts): Finding {
  const checked = parts.map(({ run, places }) => part(run, places.map(exactMatch)));
  return judge(question, checked, leftOut, together ? (leftOut.length === 0 ? 'exact' : 'shortened') : 'stitched');
}

const VOICES: readonly Voice[] = ['quoted', 'reported', 'article'];

/** Puts the best matches first and lets the verdict follow from them: whose words they are decides before how near they are. */
function judge(question: CheckQuestion, parts: readonly CheckedPart[], leftOut: readonly string[], verdict: Verdict): Finding {
  const limit = question.limit ?? MATCHES;
  const sorted = parts.map(({ words, matches }) => ({ words, matches: [...matches].sort(byWorth(question.speaker)).slice(0, limit) }));
  return { verdict: verdictOf(question, sorted, verdict), parts: sorted, leftOut };
}

function verdictOf({ speaker }: CheckQuestion, parts: readonly CheckedPart[], verdict: Verdict): Verdict {
  const best = parts.map(({ matches }) => matches[0]).filter((match) => match !== undefined);
  if (best.some(({ voice }) => voice === 'article')) return verdict === 'altered' ? 'not-found' : 'not-quoted';
  if (best.some(({ voice }) => voice === 'reported')) return 'reported';
  if (speaker && best.some((match) => match.statement !== null && !isBy(match, speaker))) return 'other-speaker';
  return verdict;
}

function isBy({ statement }: Pick<QuotationMatch, 'statement'>, speaker: string): boolean {
  const names = [statement?.speaker.name, statement?.statement.speaker.name, statement?.wording.source].filter((name) => name);
  const wanted = ` ${speakerKey(speaker)} `;
  return names.some((name) => ` ${speakerKey(name ?? '')} `.includes(wanted));
}

const byWorth =
  (speaker: string | null | undefined) =>
  (match: QuotationMatch, other: QuotationMatch): number =>
    (speaker ? Number(isBy(other, speaker)) - Number(isBy(match, speaker)) : 0) ||
    VOICES.indexOf(match.voice) - VOICES.indexOf(other.voice) ||
    other.similarity - match.similarity ||
    (match.head.published ?? '9999').localeCompare(other.head.published ?? '9999') ||
    match.head.address.localeCompare(other.head.address);
