import type { TokenIndex, TokenRange } from '../model.js';
import type { Candidate } from './candidates.js';
import { asFirst, asSecond, asThird, type FeatureList, template } from './feature-list.js';
import { type CueShape, headOf, shapeOfCue } from './role-features.js';
import { MARK, POS, QUOTE, SHAPE, type TokenTable } from './token-table.js';

export const JUDGE_FEATURE_CAPACITY = 64;

/** What the judge asks about one candidate and its neighbours. */
export interface Surroundings {
  /** The likeliest other candidate in whose content the cue stands, or null. */
  readonly holder: Candidate | null;
  /** How likely the likeliest cue inside the content is, and how many there are. */
  readonly innerMost: number;
  readonly innerCount: number;
  /** The likeliest other candidate whose content overlaps, without holding the cue or standing in the content. */
  readonly rival: Candidate | null;
  /** The likeliest other candidate whose source overlaps. */
  readonly sharer: Candidate | null;
}

const overlaps = (a: TokenRange, b: TokenRange): boolean => a.from < b.to && b.from < a.to;
const any = (list: readonly TokenRange[], range: TokenRange): boolean => list.some((one) => overlaps(one, range));
const likelier = (a: Candidate | null, b: Candidate): Candidate => (a === null || b.cue.probability > a.cue.probability ? b : a);

/** How far, in candidates, neighbours are looked for. */
const NEAR = 12;

export function surroundingsOf(candidates: readonly Candidate[], index: number): Surroundings {
  const own = candidates[index];
  let holder: Candidate | null = null;
  let rival: Candidate | null = null;
  let sharer: Candidate | null = null;
  let innerMost = 0;
  let innerCount = 0;
  if (own === undefined) return { holder, rival, sharer, innerMost, innerCount };
  const end = Math.min(candidates.length, index + NEAR + 1);
  for (let at = Math.max(0, index - NEAR); at < end; at++) {
    const other = candidates[at];
    if (other === undefined || at === index) continue;
    const holds = any(other.content, own.cue);
    const held = any(own.content, other.cue);
    if (holds) holder = likelier(holder, other);
    if (held) {
      innerCount++;
      innerMost = Math.max(innerMost, other.cue.probability);
    }
    if (!holds && !held && other.content.some((range) => any(own.content, range))) rival = likelier(rival, other);
    if (other.source.some((range) => any(own.source, range))) sharer = likelier(sharer, other);
  }
  return { holder, rival, sharer, innerMost, innerCount };
}

const length = (ranges: readonly TokenRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** The head of a source: the last noun, name or pronoun before a comma or preposition, else the first token. */
function sourceHead(table: TokenTable, source: readonly TokenRange[]): TokenIndex {
  const first = source[0];
  if (first === undefined) return -1;
  let head = first.from;
  for (let at = first.from; at < first.to; at++) {
    const pos = table.pos[at];
    if (pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON) head = at;
    else if ((pos === POS.ADP || table.mark[at] === MARK.comma) && at > first.from + 1) break;
  }
  return head;
}

/** The place of one range against another: negative before, positive behind, 0 where they touch or there is none. */
function gap(cue: TokenRange, ranges: readonly TokenRange[]): number {
  const first = ranges[0];
  if (first === undefined) return -99;
  return first.from >= cue.to ? first.from - cue.to + 1 : first.to - cue.from - 1;
}

/** Fills `list` with what the words of a candidate say about it, for the sparse part of the judge. */
export function judgeFeatures(table: TokenTable, candidate: Candidate, around: Surroundings, list: FeatureList): void {
  const { keys } = list;
  let n = 0;
  const { cue, source, content } = candidate;
  const shape: CueShape = shapeOfCue(table, cue);
  const { stem, fine, coarse, first: ends } = shape;
  const who = sourceHead(table, source);
  const whoStem = who < 0 ? 0 : (table.stem[who] ?? 0);
  const whoCoarse = who < 0 ? 0 : (table.coarse[who] ?? 0);
  const whoPos = who < 0 ? 0 : (table.pos[who] ?? 0);
  const opens = content[0]?.from ?? -1;
  const word = opens < 0 ? 0 : (table.word[opens] ?? 0);
  const pos = opens < 0 ? 0 : (table.pos[opens] ?? 0);
  const what = opens < 0 ? 0 : (table.coarse[headOf(table, { from: opens, to: Math.min(opens + 6, content[0]?.to ?? opens) })] ?? 0);
  const side = (opens < cue.from ? 0 : 1) + 2 * Math.min(2, content.length);
  const chance = Math.round(cue.probability * 8);
  const sure = Math.max(-8, Math.round(candidate.certainty * 2));
  const held = around.holder === null ? 0 : 1 + Math.round(around.holder.cue.probability * 4);
  const holder = around.holder === null ? 0 : (table.stem[headOf(table, around.holder.cue)] ?? 0);
  keys[n++] = template(400) + asFirst(chance);
  keys[n++] = template(401) + asFirst(chance) + asSecond(sure);
  keys[n++] = template(402) + asFirst(stem);
  keys[n++] = template(403) + asFirst(stem) + asSecond(chance);
  keys[n++] = template(404) + asFirst(stem) + asSecond(whoStem);
  keys[n++] = template(405) + asFirst(stem) + asSecond(whoCoarse) + asThird(whoPos);
  keys[n++] = template(406) + asFirst(stem) + asSecond(word) + asThird(side);
  keys[n++] = template(407) + asFirst(stem) + asSecond(pos) + asThird(side);
  keys[n++] = template(408) + asFirst(stem) + asSecond(held);
  keys[n++] = template(409) + asFirst(stem) + asSecond(holder);
  keys[n++] = template(410) + asFirst(fine) + asSecond(whoCoarse);
  keys[n++] = template(411) + asFirst(fine) + asSecond(pos) + asThird(side);
  keys[n++] = template(412) + asFirst(ends) + asSecond(side);
  keys[n++] = template(413) + asFirst(ends) + asSecond(whoPos);
  keys[n++] = template(414) + asFirst(whoStem) + asSecond(chance);
  keys[n++] = template(415) + asFirst(whoCoarse) + asSecond(whoPos) + asThird(chance);
  keys[n++] = template(416) + asFirst(holder) + asSecond(held);
  keys[n++] = template(417) + asFirst(shape.around) + asSecond(side) + asThird(chance);
  keys[n++] = template(418) + asFirst(stem) + asSecond(shape.next);
  keys[n++] = template(419) + asFirst(stem) + asSecond(shape.previous);
  keys[n++] = template(420) + asFirst(stem) + asSecond(sure);
  keys[n++] = template(421) + asFirst(stem) + asSecond(table.quote[cue.from] ?? 0);
  keys[n++] = template(422) + asFirst(table.quote[cue.from] ?? 0) + asSecond(table.quote[Math.max(opens, 0)] ?? 0) + asThird(side);
  keys[n++] = template(423) + asFirst(coarse) + asSecond(whoCoarse) + asThird(what);
  keys[n++] = template(424) + asFirst(fine) + asSecond(what);
  keys[n++] = template(425) + asFirst(word) + asSecond(pos) + asThird(coarse);
  keys[n++] = template(426) + asFirst(stem) + asSecond(table.word[Math.max(0, cue.from - 1)] ?? 0);
  keys[n++] = template(427) + asFirst(stem) + asSecond(table.word[Math.min(table.count - 1, cue.to)] ?? 0);
  const rival = around.rival === null ? 0 : (table.stem[headOf(table, around.rival.cue)] ?? 0);
  keys[n++] = template(428) + asFirst(stem) + asSecond(rival);
  keys[n++] = template(429) + asFirst(rival) + asSecond(chance);
  keys[n++] = template(430) + asFirst(stem) + asSecond(Math.round(candidate.choice * 6)) + asThird(chance);
  list.length = n;
}

export const JUDGE_COLUMNS = 45;

/** Fills `row` with the figures of a candidate, for the trees. `words` is what the sparse part says. */
export function judgeColumns(table: TokenTable, candidate: Candidate, around: Surroundings, words: number, row: Float32Array): void {
  const { cue, source, content } = candidate;
  const from = table.sentenceFrom[cue.from] ?? 0;
  const to = table.sentenceTo[cue.from] ?? 0;
  const head = headOf(table, cue);
  const who = sourceHead(table, source);
  const opens = content[0]?.from ?? cue.to;
  const ends = content.at(-1)?.to ?? cue.to;
  let quoted = 0;
  let verbs = 0;
  let quotes = 0;
  for (const range of content) {
    for (let at = range.from; at < range.to; at++) {
      const quote = table.quote[at];
      if (quote === QUOTE.inside || quote === QUOTE.short) quoted++;
      if (quote === QUOTE.open) quotes++;
      else if (quote === QUOTE.close) quotes--;
      if (table.pos[at] === POS.VERB) verbs++;
    }
  }
  const size = length(content);
  const shape = shapeOfCue(table, cue);
  let column = 0;
  const put = (value: number): void => {
    row[column++] = value;
  };
  put(words);
  put(cue.probability);
  put(candidate.certainty);
  put(candidate.choice);
  put(candidate.sourceLeast);
  put(candidate.sourceMean);
  put(candidate.sourceMost);
  put(candidate.contentLeast);
  put(candidate.contentMean);
  put(candidate.contentMost);
  put(cue.to - cue.from);
  put(table.pos[head] ?? 0);
  put(table.pos[cue.from] ?? 0);
  put(table.quote[cue.from] ?? 0);
  put(length(source));
  put(size);
  put(content.length);
  put(source.length);
  put(gap(cue, source));
  put(gap(cue, content));
  put(size === 0 ? 0 : quoted / size);
  put(quotes);
  put(verbs);
  put(table.pos[opens] ?? 0);
  put(table.quote[opens] ?? 0);
  put(cue.from - from);
  put(to - cue.to);
  put(to - from);
  put(table.block[cue.from] ?? 0);
  put(shape.next);
  put(shape.previous);
  put(around.holder?.cue.probability ?? 0);
  put(around.holder?.certainty ?? -30);
  put(around.innerMost);
  put(around.innerCount);
  put(around.rival?.cue.probability ?? 0);
  put(around.sharer?.cue.probability ?? 0);
  put(who < 0 ? 0 : (table.pos[who] ?? 0));
  put(who < 0 ? 0 : (table.shape[who] ?? 0) === SHAPE.lower ? 1 : 2);
  put(ends === to || table.mark[ends] === MARK.stop ? 1 : 0);
  put((source[0]?.from ?? -1) === from ? 1 : 0);
  put(opens < from ? 1 : 0);
  put(ends > to ? 1 : 0);
  put(around.holder === null ? 0 : table.quote[cue.from] === QUOTE.inside ? 2 : 1);
  put(table.block[cue.from] === 0 ? 1 : 0);
}
