import type { Span } from '../../engine/index.js';
import {
  type ArticleHead,
  EVERYTHING,
  type LookedAt,
  nameKey,
  RecordError,
  type RecordedStatement,
  type StatementRecord,
} from '../../record/index.js';
import { type Difference, differences } from './differences.js';
import { createTexts, exactPlaces, type HeldText, type Place, spansOf, statementAt, type Texts, type Voice, voiceOf } from './held-text.js';
import { type NearPlace, nearPlace } from './near-places.js';
import { joinedParts, type PlacedPart } from './parts.js';
import { type Quotation, readQuotation } from './quotation.js';
import { type WordRun, wordRun } from './word-run.js';

/**
 * `exact`: somebody's own words, the same but for marks, case and spaces. `shortened`: the same with something left out.
 * `stitched`: each part is somebody's words, but not said together. `altered`: nearly the same words. `other-speaker`: the
 * words are somebody else's. `reported`: they stand in the record only as what somebody is reported to have said, without
 * quotation marks. `not-quoted`: they are an article's own words. `not-found`: not in what was looked at.
 */
export type Verdict = 'exact' | 'shortened' | 'stitched' | 'altered' | 'other-speaker' | 'reported' | 'not-quoted' | 'not-found';

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
  return { quotation: question.quotation, ...found, lookedAt: await record.lookedAt(EVERYTHING) };
}

type Finding = Pick<QuotationCheck, 'verdict' | 'parts' | 'leftOut'>;

const NOTHING: Finding = { verdict: 'not-found', parts: [], leftOut: [] };

async function look(record: StatementRecord, quotation: Quotation, question: CheckQuestion): Promise<Finding> {
  const texts = createTexts(record);
  const [only, ...more] = quotation.pieces;
  if (only !== undefined && more.length === 0) {
    const exact = await findExact(record, texts, only);
    if (exact.length > 0) return judge(question, [part(only, exact.map(exactMatch))], [], 'exact');
  }
  const candidates = await findCandidates(record, texts, quotation);
  const joined = await joinedParts(quotation, candidates, (piece) => findExact(record, texts, piece));
  if (joined !== null) return judgeJoined(question, joined);
  const whole = wordRun(quotation.pieces.map(({ text }) => text.trim()).join(' '));
  const near = candidates.map((held) => nearPlace(held, whole.keys)).filter((found) => found !== null);
  if (near.length === 0) return NOTHING;
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

/** All places that hold the words of a run, the earliest filed texts first. */
async function findExact(record: StatementRecord, texts: Texts, run: WordRun): Promise<readonly Place[]> {
  const words = run.spans.map(({ start, end }) => run.text.slice(start, end));
  const held = new Set<HeldText>();
  for (const text of await record.findPhrase(words, EXACT_TEXTS)) held.add(await texts.read(text));
  const filter = { kind: 'words', where: 'words', match: 'exact', words: words.join(' ') } as const;
  const { statements } = await record.statements({ filter, limit: EXACT_TEXTS });
  for (const sha256 of new Set(statements.filter(isInterrupted).map(({ article }) => article.sha256))) {
    const article = await record.article(sha256);
    if (article !== null) held.add(await texts.read({ sha256, text: article.article.text, head: article.head }));
  }
  return [...held].flatMap((one) => exactPlaces(one, run.keys));
}

const isInterrupted = ({ statement }: RecordedStatement): boolean => statement.citation.spans.length > 1;

async function findCandidates(record: StatementRecord, texts: Texts, quotation: Quotation): Promise<readonly HeldText[]> {
  const words = quotation.pieces.flatMap((piece) => piece.spans.map(({ start, end }) => piece.text.slice(start, end)));
  const held: HeldText[] = [];
  for (const text of await record.findTexts(words, NEAR_TEXTS)) held.push(await texts.read(text));
  return held;
}

const part = (run: WordRun, matches: readonly QuotationMatch[]): CheckedPart => ({ words: run.text.trim(), matches });

function exactMatch(place: Place): QuotationMatch {
  const statement = statementAt(place);
  const spans = spansOf(place);
  return {
    head: place.held.head,
    spans,
    words: spans.map(({ start, end }) => place.held.run.text.slice(start, end)),
    voice: voiceOf(place, statement),
    statement,
    similarity: 1,
    differences: [],
  };
}

const nearMatch = (quoted: WordRun, { place, alignment, similarity }: NearPlace): QuotationMatch => ({
  ...exactMatch(place),
  similarity,
  differences: differences(quoted, place, alignment),
});

/** Words said together with something left out are shortened, or whole where only a cue stands between them; others are stitched. */
function judgeJoined(question: CheckQuestion, { parts, together, leftOut, changed }: PlacedPart): Finding {
  const checked = parts.map(({ run, places }) => part(run, places.map(exactMatch)));
  if (!together) return judge(question, checked, [], 'stitched');
  if (changed !== null) return judge(question, [part(changed.run, [nearMatch(changed.run, changed.near)])], [], 'altered');
  return judge(question, checked, leftOut, leftOut.length === 0 ? 'exact' : 'shortened');
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

function isBy({ statement }: QuotationMatch, speaker: string): boolean {
  const names = [statement?.speaker.name, statement?.statement.speaker.name, statement?.wording.source].filter((name) => name);
  const wanted = ` ${nameKey(speaker)} `;
  return names.some((name) => ` ${nameKey(name ?? '')} `.includes(wanted));
}

const byWorth =
  (speaker: string | null | undefined) =>
  (match: QuotationMatch, other: QuotationMatch): number =>
    (speaker ? Number(isBy(other, speaker)) - Number(isBy(match, speaker)) : 0) ||
    VOICES.indexOf(match.voice) - VOICES.indexOf(other.voice) ||
    other.similarity - match.similarity ||
    (match.head.published ?? '9999').localeCompare(other.head.published ?? '9999') ||
    match.head.address.localeCompare(other.head.address);
