import { SPEECH_WORDS, THOUGHT_WORDS } from '../english/lists/mode-words.js';
import type { Sentence, TokenRange } from '../model.js';
import type { Candidate } from './candidates.js';
import { hashLower } from './hashing.js';
import { MARK, QUOTE, type TokenTable } from './token-table.js';

/** Contents as if each of their sentences stood by itself: what somebody is said to have said, read like any other text. */
export interface InsideView {
  readonly table: TokenTable;
  readonly sentences: readonly Sentence[];
  /** For each token the place in the list of holders of the one whose content it stands in, or -1. */
  readonly holders: Int32Array;
}

/** Fewer tokens than this attribute nothing: "he was told so". */
const FEWEST = 4;

const THAT = hashLower('that', 0, 4);

/**
 * The contents of the holders as sentences of their own, without "that" and marks around them, quotation marks forgotten
 * where all of a sentence stands between them. Of contents that overlap the first one has the words. Null where there are none.
 */
export function viewInside(table: TokenTable, holders: readonly Candidate[]): InsideView | null {
  const owners = new Int32Array(table.count).fill(-1);
  const view: TokenTable = {
    ...table,
    sentenceFrom: table.sentenceFrom.slice(),
    sentenceTo: table.sentenceTo.slice(),
    quote: table.quote.slice(),
    quotation: table.quotation.slice(),
  };
  const sentences: Sentence[] = [];
  holders.forEach(({ content }, holder) => {
    for (const range of content) {
      for (const part of partsOf(table, range)) {
        if (part.to - part.from < FEWEST || owners[part.from] !== -1 || !holdsCueWord(table, part)) continue;
        owners.fill(holder, part.from, part.to);
        isolate(view, part);
        sentences.push({ ...part, block: table.block[part.from] ?? 0 });
      }
    }
  });
  if (sentences.length === 0) return null;
  sentences.sort((first, second) => first.from - second.from);
  return { table: view, sentences, holders: owners };
}

/** The sentences, or parts of them, that a range covers, without what stands around their words. */
function partsOf(table: TokenTable, { from, to }: TokenRange): readonly TokenRange[] {
  const parts: TokenRange[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, Math.max(start + 1, table.sentenceTo[start] ?? to));
    parts.push(trimmed(table, start, end));
    start = end;
  }
  return parts;
}

function trimmed(table: TokenTable, start: number, end: number): TokenRange {
  let from = start;
  let to = end;
  while (from < to && (table.mark[from] === MARK.quote || table.word[from] === THAT)) from++;
  while (to > from && (table.mark[to - 1] === MARK.quote || table.mark[to - 1] === MARK.comma)) to--;
  return { from, to };
}

/** Hashes of the words that most cues have one of: a part without any is not read, which saves half of the work. */
const CUE_WORDS: ReadonlySet<number> = new Set([...SPEECH_WORDS, ...THOUGHT_WORDS].map((word) => hashLower(word, 0, word.length)));

function holdsCueWord(table: TokenTable, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (CUE_WORDS.has(table.word[at] ?? 0)) return true;
  return false;
}

/** Makes a range a sentence of its own. */
function isolate(view: TokenTable, { from, to }: TokenRange): void {
  const quotation = view.quotation[from];
  const quoted = quotation !== -1 && quotation === view.quotation[to - 1];
  for (let at = from; at < to; at++) {
    view.sentenceFrom[at] = from;
    view.sentenceTo[at] = to;
    if (!quoted || view.quotation[at] !== quotation) continue;
    view.quote[at] = QUOTE.none;
    view.quotation[at] = -1;
  }
}
