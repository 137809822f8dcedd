import type { Block, Offset } from '../../engine/index.js';

/** The words of a text in lower case, each with its place: what two articles are compared by. */
export interface RunningWords {
  readonly words: readonly string[];
  readonly starts: readonly Offset[];
  readonly ends: readonly Offset[];
  /** How many words of the article stand between quotation marks; they are not in `words`. */
  readonly quoted: number;
}

/** A quotation reaches at most so far; a lost closing mark then costs one paragraph and not the article. */
const LONGEST_QUOTATION = 1200;

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu;

/**
 * The reporter's own words: what stands outside of quotation marks and of page furniture. Two reporters in one room write down
 * the same quotations, so only their own words can tell whether one copied the other.
 */
export function ownWords(text: string, blocks: readonly Block[]): RunningWords {
  const words: string[] = [];
  const starts: Offset[] = [];
  const ends: Offset[] = [];
  let quoted = 0;
  for (const block of blocks) {
    if (block.kind === 'boilerplate' || block.kind === 'byline' || block.kind === 'headline') continue;
    const inside = quotationsIn(text.slice(block.start, block.end));
    for (const match of text.slice(block.start, block.end).matchAll(WORD)) {
      if (inside.some(([from, to]) => match.index >= from && match.index < to)) {
        quoted++;
        continue;
      }
      words.push(match[0].toLowerCase().replaceAll('’', "'"));
      starts.push(block.start + match.index);
      ends.push(block.start + match.index + match[0].length);
    }
  }
  return { words, starts, ends, quoted };
}

/** Where quotations stand in one paragraph, by its double marks alone. */
function quotationsIn(paragraph: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let open = -1;
  for (let at = 0; at < paragraph.length; at++) {
    const mark = paragraph[at];
    if (mark === '“' || (mark === '"' && open < 0)) open = open < 0 ? at : open;
    else if ((mark === '”' || mark === '"') && open >= 0) {
      if (at - open <= LONGEST_QUOTATION) found.push([open, at]);
      open = -1;
    }
  }
  if (open >= 0) found.push([open, Math.min(paragraph.length, open + LONGEST_QUOTATION)]);
  return found;
}
