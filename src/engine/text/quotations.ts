import type { Note, Quotation, TokenIndex, TokenRange } from '../model.js';
import { endBeforeCue, isBehindCue, isClauseEnd, isCue, type Words } from './lost-marks.js';
import { type Mark, type MarkKind, marksAmong } from './marks.js';

/** A quotation whose closing mark has not come yet. */
interface Run {
  readonly kind: MarkKind;
  readonly family: Mark['family'];
  readonly open: TokenIndex;
  readonly parts: TokenRange[];
  /** Its place in the list of quotations. */
  readonly index: number;
  /** Where its words in this block start. */
  from: TokenIndex;
  /** A single mark that closes a clause inside a double quotation and nothing else: perhaps the closing mark, mistyped; else -1. */
  stray: TokenIndex;
}

interface Pairing {
  readonly words: Words;
  readonly quotations: (Quotation | null)[];
  readonly notes: Note[];
  /** The quotations that are open, the outermost first. */
  readonly stack: Run[];
  /** The one that the block before left open. */
  carried: Run | null;
  /** The mark that closed last. */
  closed: TokenIndex;
}

/**
 * Pairs the quotation marks of an article, curly, straight and angled, nested, over paragraphs, and with one mark lost.
 * Quotations come in the order in which their words begin. `ends` are the tokens at which the blocks end.
 */
export function pairQuotations(
  words: Words,
  ends: readonly TokenIndex[],
): { readonly quotations: readonly Quotation[]; readonly notes: readonly Note[] } {
  const pairing: Pairing = { words, quotations: [], notes: [], stack: [], carried: null, closed: -1 };
  let from = 0;
  for (const to of ends) {
    if (to > from) pairBlock(pairing, from, to);
    from = to;
  }
  if (pairing.carried !== null) abandon(pairing, pairing.carried);
  return { quotations: inOrder(pairing.quotations), notes: pairing.notes };
}

function pairBlock(pairing: Pairing, from: TokenIndex, to: TokenIndex): void {
  const marks = marksAmong(pairing.words.text, pairing.words.tokens, from, to);
  const first = resume(pairing, marks, from);
  for (let index = first; index < marks.length; index++) pairMark(pairing, marks, index, from);
  while (pairing.stack.length > 0) leaveOpen(pairing, pairing.stack.pop() as Run, from, to);
}

/** Takes up the quotation that the block before left open, where this one opens it anew or closes it; gives the first mark left to pair. */
function resume(pairing: Pairing, marks: readonly Mark[], from: TokenIndex): number {
  const run = pairing.carried;
  if (run === null) return 0;
  pairing.carried = null;
  const first = marks[0];
  if (first !== undefined && first.at === from && first.kind === run.kind && first.side !== 'close') {
    pairing.stack.push(run);
    run.from = from + 1;
    return marks[1]?.at === from + 1 && marks[1].kind === run.kind ? 2 : 1;
  }
  const next = run.kind === 'single' ? undefined : marks.find((mark) => mark.kind === run.kind);
  if (next !== undefined && next.side === 'close') {
    pairing.stack.push(run);
    run.from = from;
    return 0;
  }
  abandon(pairing, run);
  return 0;
}

function pairMark(pairing: Pairing, marks: readonly Mark[], index: number, blockFrom: TokenIndex): void {
  const mark = marks[index];
  if (mark === undefined) return;
  const { stack } = pairing;
  const matching = matchingRun(stack, mark);
  const run = stack[matching];
  if (run === undefined) pairAlone(pairing, mark, blockFrom);
  else if (mark.at === run.from && mark.at === run.open + 1 && mark.side !== 'close') {
    run.from = mark.at + 1; // a doubled mark
  } else if (mark.side !== 'open' || run.family === 'low') {
    if (mark.kind === 'single' && isPossessive(pairing.words, marks, index)) return;
    close(pairing, matching, mark.at);
  } else if (mark.startsLine && endOfWords(pairing.words, run, mark.at) < 0) {
    run.parts.push({ from: run.from, to: mark.at }); // the next paragraph of the quotation, on a line of its own
    run.from = mark.at + 1;
  } else if (mark.kind === 'angle' || mark.family !== run.family || isNested(marks, index)) {
    open(pairing, mark);
  } else {
    cut(pairing, matching, mark.at);
    open(pairing, mark);
  }
}

/** The innermost open run that the mark belongs to: of its kind, and of its family where there is one; -1 where there is none. */
function matchingRun(stack: readonly Run[], mark: Mark): number {
  const same = stack.findLastIndex((run) => run.kind === mark.kind && run.family === mark.family);
  return same >= 0 ? same : stack.findLastIndex((run) => run.kind === mark.kind);
}

/** A mark while no quotation of its kind is open. */
function pairAlone(pairing: Pairing, mark: Mark, blockFrom: TokenIndex): void {
  const { words, stack } = pairing;
  if (mark.side !== 'close' || (mark.kind === 'double' && isBehindCue(words, mark.at))) open(pairing, mark);
  else if (mark.kind !== 'single') {
    if (mark.at - 1 !== pairing.closed) openedNowhere(pairing, mark, blockFrom);
  } else {
    const outer = stack.at(-1);
    if (outer !== undefined && outer.stray < 0 && isClauseEnd(words, mark.at - 1)) outer.stray = mark.at;
  }
}

/** Quotations within quotations go no deeper: marks beyond are left alone, so that a page of nothing but opening marks takes no longer than another. */
const DEEPEST = 6;

function open({ quotations, stack }: Pairing, mark: Mark): void {
  if (stack.length >= DEEPEST) return;
  stack.push({ kind: mark.kind, family: mark.family, open: mark.at, parts: [], index: quotations.length, from: mark.at + 1, stray: -1 });
  quotations.push(null);
}

/** Closes the run at `depth` of the stack; what is open inside it lost its closing mark. */
function close(pairing: Pairing, depth: number, at: TokenIndex): void {
  const { stack } = pairing;
  while (stack.length > depth) {
    const run = stack.pop() as Run;
    const outer = stack.length === depth;
    if (run.from === at && run.parts.length === 0) continue; // nothing between the marks
    if (!outer && run.kind === 'single' && isStraight(pairing.words, run.open)) continue; // an apostrophe
    run.parts.push({ from: run.from, to: at });
    finish(pairing, run, outer ? at : null);
  }
  if (pairing.stack.length === 0) pairing.closed = at;
}

/** Ends a run whose closing mark the text lost before another one opens at `next`: at its cue, else with the sentence before. */
function cut(pairing: Pairing, depth: number, next: TokenIndex): void {
  const { stack, words } = pairing;
  while (stack.length > depth) {
    const run = stack.pop() as Run;
    const end = endOfWords(words, run, next);
    if (run.kind === 'single' && end < 0) continue;
    run.parts.push({ from: run.from, to: end < 0 ? next : end });
    if (run.kind !== 'single') pairing.notes.push(unclosed(words, run));
    finish(pairing, run, null);
  }
}

/** The block ends and the run is open: it goes on in the next block, or its closing mark is lost. */
function leaveOpen(pairing: Pairing, run: Run, from: TokenIndex, to: TokenIndex): void {
  const { words } = pairing;
  if (run.kind === 'single' && (pairing.stack.length > 0 || run.from !== from + 1)) return; // an apostrophe
  const end = run.kind === 'single' ? -1 : endOfWords(words, run, to);
  run.parts.push({ from: run.from, to: end < 0 ? to : end });
  if (pairing.stack.length === 0 && end < 0) pairing.carried = run;
  else if (run.kind !== 'single') {
    pairing.notes.push(unclosed(words, run));
    finish(pairing, run, null);
  }
}

/** Where the words of a run that lost its closing mark plainly end before `to`: at a mistyped mark or before a cue; -1 where nothing tells. */
function endOfWords(words: Words, run: Run, to: TokenIndex): TokenIndex {
  return run.stray >= run.from ? run.stray : endBeforeCue(words, run.from, to);
}

/** Ends a run that no later block goes on with. */
function abandon(pairing: Pairing, run: Run): void {
  if (run.kind === 'single') return;
  pairing.notes.push(unclosed(pairing.words, run));
  finish(pairing, run, null);
}

/** A mark that closes what nothing opened: the words of its sentence, where a clause ends before it or a cue follows. */
function openedNowhere(pairing: Pairing, mark: Mark, blockFrom: TokenIndex): void {
  const { words, quotations } = pairing;
  const { tokens } = words;
  const start = tokens[mark.at]?.start ?? 0;
  pairing.notes.push({
    code: 'quotation-unopened',
    span: { start, end: tokens[mark.at]?.end ?? start },
    message: 'This mark closes a quotation that nothing opens.',
  });
  if (!isClauseEnd(words, mark.at - 1) && !isCue(words, mark.at + 1, Math.min(tokens.length, mark.at + 9))) return;
  const from = Math.max(blockFrom, pairing.closed + 1, startOfSentence(words, mark.at));
  if (from >= mark.at || isCue(words, from, mark.at)) return;
  quotations.push({ open: null, close: mark.at, parts: [{ from, to: mark.at }], within: null });
  pairing.closed = mark.at;
}

/** Where the sentence that holds the token begins. */
function startOfSentence({ sentences }: Words, at: TokenIndex): TokenIndex {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low]?.from ?? 0;
}

/** Whether an opening mark inside a run of its own kind is a quotation within: two closing marks follow. */
function isNested(marks: readonly Mark[], index: number): boolean {
  const kind = marks[index]?.kind;
  let closing = 0;
  for (let next = index + 1; next < marks.length && closing < 2; next++) {
    const mark = marks[next];
    if (mark?.kind !== kind) continue;
    if (mark?.side !== 'close') return false;
    closing++;
  }
  return closing === 2;
}

/** The apostrophe of a plural's possessive ("the voters’ view") in a single quotation that closes later. */
function isPossessive({ text, tokens }: Words, marks: readonly Mark[], index: number): boolean {
  const mark = marks[index];
  const token = tokens[mark?.at ?? -1];
  const after = tokens[(mark?.at ?? 0) + 1];
  if (mark === undefined || token === undefined || after === undefined) return false;
  if (!/[sSzx]/.test(text[token.start - 1] ?? '') || !/\p{L}|\p{N}/u.test(text[after.start] ?? '')) return false;
  for (let next = index + 1; next < marks.length; next++) {
    const later = marks[next];
    if (later?.kind === 'single') return later.side === 'close';
    if (later?.side === 'close') return false;
  }
  return false;
}

const isStraight = ({ text, tokens }: Words, at: TokenIndex): boolean => text[tokens[at]?.start ?? -1] === "'";

function finish({ quotations, stack }: Pairing, run: Run, close: TokenIndex | null): void {
  quotations[run.index] = { open: run.open, close, parts: run.parts, within: stack.at(-1)?.index ?? null };
}

function unclosed({ tokens }: Words, run: Run): Note {
  const mark = tokens[run.open];
  const span = { start: mark?.start ?? 0, end: mark?.end ?? 0 };
  return { code: 'quotation-unclosed', span, message: 'This mark opens a quotation that nothing closes.' };
}

/** Drops the places of marks that turned out to be none, and moves the references to the others. */
function inOrder(found: readonly (Quotation | null)[]): readonly Quotation[] {
  const moved: number[] = [];
  let count = 0;
  for (const quotation of found) moved.push(quotation === null ? -1 : count++);
  return found.flatMap((quotation) => {
    if (quotation === null) return [];
    const within = quotation.within === null ? -1 : (moved[quotation.within] ?? -1);
    return [{ ...quotation, within: within < 0 ? null : within }];
  });
}
