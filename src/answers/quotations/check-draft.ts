import type { Offset } from '../../engine/index.js';
import type { StatementRecord } from '../../record/index.js';
import { checkQuotation, LONGEST_QUOTATION, type QuotationCheck } from './check-quotation.js';

/** A quotation of a draft, with its place. */
export interface DraftQuotation {
  /** Without its marks. */
  readonly words: string;
  readonly start: Offset;
  readonly end: Offset;
  /** From 1. */
  readonly line: number;
}

export interface CheckedQuotation extends DraftQuotation {
  readonly check: QuotationCheck;
}

/** Quotations of fewer words are titles and scare quotes: there is nothing to check them by. */
export const SHORTEST_CHECKED = 3;
/** A mark that the draft never closes ends at its paragraph, or here. */
const LONGEST = 2500;
/** A draft has so many quotations at most; a longer text is no draft. */
const MOST = 2000;

/** The quotations of a text in double or angled marks, paragraph by paragraph; a paragraph that is opened and not closed counts to its end. */
export function quotationsOfDraft(text: string): readonly DraftQuotation[] {
  const found: DraftQuotation[] = [];
  let line = 1;
  let open = -1;
  const finish = (end: Offset): void => {
    const words = text.slice(open, end).trim();
    if (found.length < MOST && words.split(/\s+/).length >= SHORTEST_CHECKED)
      found.push({ words, start: open, end, line: line - newlines(words) });
    open = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '\n') line++;
    if (open >= 0 && ((mark === '\n' && /^\n\s*\n/.test(text.slice(at, at + 4))) || at - open > LONGEST)) finish(at);
    else if (open < 0 && (mark === '“' || mark === '"' || mark === '«')) open = at + 1;
    else if (open >= 0 && (mark === '”' || mark === '"' || mark === '»')) finish(at);
  }
  if (open >= 0) finish(text.length);
  return found;
}

const newlines = (text: string): number => text.split('\n').length - 1;

/** Checks every quotation of a draft, in its order. */
export async function* checkDraft(record: StatementRecord, text: string): AsyncIterable<CheckedQuotation> {
  for (const quotation of quotationsOfDraft(text)) {
    const words = quotation.words.split(/\s+/).slice(0, LONGEST_QUOTATION).join(' ');
    yield { ...quotation, check: await checkQuotation(record, { quotation: words, limit: 3 }) };
  }
}
