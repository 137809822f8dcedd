import type { Quotation, TokenIndex, TokenRange } from '../model.js';
import type { Candidate } from './candidates.js';
import { MARK, POS, QUOTE, type TokenTable } from './token-table.js';

/**
 * Gives each attribution what goes on from it and nobody else has: the other paragraphs of a quotation that it holds a
 * paragraph of, quotations that open the next sentences of its paragraph, the further points of a list. Of 1,545 such sentences
 * behind an attribution in the corpus's train part that hold no attribution of their own, 1,532 belong to the one before.
 * The list keeps its order; those that nothing is added to stay the same values.
 */
export function goOn(table: TokenTable, quotations: readonly Quotation[], kept: readonly Candidate[]): readonly Candidate[] {
  const taken = new Uint8Array(table.count);
  for (const { cue, source, content } of kept) {
    taken.fill(1, cue.from, cue.to);
    for (const { from, to } of [...source, ...content]) taken.fill(1, from, to);
  }
  return kept.map((candidate) => {
    const more = [
      ...otherParts(table, quotations, candidate, taken),
      ...nextSentences(table, quotations, candidate, taken),
      ...nextItems(table, candidate, taken),
    ];
    if (more.length === 0) return candidate;
    return { ...candidate, content: [...candidate.content, ...more].sort((first, second) => first.from - second.from) };
  });
}

/** The paragraphs of a quotation that the content holds another whole paragraph of, where all of each is free. */
function otherParts(table: TokenTable, quotations: readonly Quotation[], { content }: Candidate, taken: Uint8Array): readonly TokenRange[] {
  const more: TokenRange[] = [];
  for (const range of content) {
    const quotation = quotations[table.quotation[Math.min(range.from + 1, range.to - 1)] ?? -1];
    if (quotation === undefined || quotation.parts.length < 2 || quotation.within !== null) continue;
    if (!quotation.parts.some((part) => range.from <= part.from && range.to >= part.to)) continue;
    for (const part of quotation.parts) {
      const whole = withMarks(table, part);
      if (isFree(taken, whole)) more.push(take(taken, whole));
    }
  }
  return more;
}

/** The free quotations that open the sentences behind an attribution, to the end of its paragraph. */
function nextSentences(
  table: TokenTable,
  quotations: readonly Quotation[],
  { cue, content }: Candidate,
  taken: Uint8Array,
): readonly TokenRange[] {
  const more: TokenRange[] = [];
  const block = table.block[cue.from];
  const end = Math.max(cue.to, ...content.map(({ to }) => to));
  for (let at = table.sentenceTo[end - 1] ?? end; at < table.count && table.block[at] === block; ) {
    const part = quotations[table.quotation[at] ?? -1]?.parts.find(({ from }) => from === at + 1);
    if (table.quote[at] !== QUOTE.open || part === undefined) break;
    const whole = withMarks(table, part);
    if (!isFree(taken, { from: at, to: table.sentenceTo[whole.to - 1] ?? whole.to })) break;
    more.push(take(taken, whole));
    at = table.sentenceTo[whole.to - 1] ?? whole.to;
  }
  return more;
}

/** The points of a list behind the one that the content ends with: paragraphs that start with the same mark. */
function nextItems(table: TokenTable, { cue, content }: Candidate, taken: Uint8Array): readonly TokenRange[] {
  const last = content.at(-1);
  if (last === undefined || table.block[last.from] === table.block[cue.from]) return [];
  const start = isFirst(table, last.from) ? last.from : last.from - 1;
  const pos = table.pos[start];
  if (!isFirst(table, start) || table.mark[start] === MARK.quote || (pos !== POS.PUNCT && pos !== POS.SYM)) return [];
  const more: TokenRange[] = [];
  for (let at = endOfBlock(table, start); at < table.count && table.word[at] === table.word[start]; ) {
    const end = endOfBlock(table, at);
    const to = table.mark[end - 1] === MARK.stop ? end - 1 : end;
    if (to - at < 2 || !isFree(taken, { from: at, to })) break;
    more.push(take(taken, { from: at + last.from - start, to }));
    at = end;
  }
  return more;
}

const isFirst = (table: TokenTable, at: TokenIndex): boolean => at >= 0 && (at === 0 || table.block[at - 1] !== table.block[at]);

function endOfBlock(table: TokenTable, at: TokenIndex): TokenIndex {
  let end = at;
  while (end < table.count && table.block[end] === table.block[at]) end = Math.max(end + 1, table.sentenceTo[end] ?? end + 1);
  return end;
}

function withMarks(table: TokenTable, { from, to }: TokenRange): TokenRange {
  const opens = from > 0 && table.quote[from - 1] === QUOTE.open;
  const closes = to < table.count && table.quote[to] === QUOTE.close;
  return { from: opens ? from - 1 : from, to: closes ? to + 1 : to };
}

function isFree(taken: Uint8Array, { from, to }: TokenRange): boolean {
  for (let at: TokenIndex = from; at < to; at++) if (taken[at] === 1) return false;
  return true;
}

function take(taken: Uint8Array, range: TokenRange): TokenRange {
  taken.fill(1, range.from, range.to);
  return range;
}
