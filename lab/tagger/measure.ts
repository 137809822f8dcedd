import { createTagger } from '../../src/engine/english/tagger/tagger.js';
import { TAGS } from '../../src/engine/english/tagger/word-features.js';
import type { TaggedBlock, TaggedDocument } from './corpora.js';
import { createWinkTagger } from './wink-tagger.js';

interface Score {
  readonly accuracy: number;
  /** F1 by tag, in the order of TAGS; NaN where neither people nor the tagger gave it. */
  readonly byTag: readonly number[];
}

/** Compares tags with those that people gave, over the words that both cut alike. */
function scoreTags(blocks: readonly TaggedBlock[], tagsOf: (block: TaggedBlock) => ArrayLike<number>): Score {
  const right = new Array<number>(TAGS.length).fill(0);
  const given = new Array<number>(TAGS.length).fill(0);
  const wanted = new Array<number>(TAGS.length).fill(0);
  const bump = (list: number[], at: number): void => {
    list[at] = (list[at] ?? 0) + 1;
  };
  for (const block of blocks) {
    const tags = tagsOf(block);
    block.gold.forEach((gold, at) => {
      if (gold < 0) return;
      bump(wanted, gold);
      bump(given, tags[at] ?? 0);
      if (tags[at] === gold) bump(right, gold);
    });
  }
  const sum = (list: readonly number[]): number => list.reduce((one, other) => one + other, 0);
  return {
    accuracy: sum(right) / sum(wanted),
    byTag: TAGS.map((_, tag) => (2 * (right[tag] ?? 0)) / ((given[tag] ?? 0) + (wanted[tag] ?? 0))),
  };
}

/** Prints accuracy and F1 by tag of wink and of the tagger with these bytes, and how many words each tags in a second. */
export function printComparison(name: string, documents: readonly TaggedDocument[], bytes: Uint8Array): void {
  const blocks = documents.flatMap((document) => document.blocks);
  const tagger = createTagger(bytes);
  const numbers = new Map(TAGS.map((tag, index) => [tag as string, index]));
  const own = scoreTags(blocks, ({ words }) => tagger.tag(words).map((tag) => numbers.get(tag) ?? 0));
  const wink = scoreTags(blocks, ({ silver }) => silver);
  const words = blocks.reduce((sum, { gold }) => sum + gold.filter((tag) => tag >= 0).length, 0);
  const percent = (value: number): string => (Number.isNaN(value) ? '–' : (value * 100).toFixed(1)).padStart(6);
  process.stdout.write(
    `\n${name}, ${words} words      wink   own\naccuracy             ${percent(wink.accuracy)}${percent(own.accuracy)}\n`,
  );
  TAGS.forEach((tag, index) => {
    process.stdout.write(`${tag.padEnd(21)}${percent(wink.byTag[index] ?? Number.NaN)}${percent(own.byTag[index] ?? Number.NaN)}\n`);
  });
  process.stdout.write(`words a second: wink ${speed(blocks, createWinkTagger().tag)}, own ${speed(blocks, tagger.tag)}\n`);
}

function speed(blocks: readonly TaggedBlock[], tag: (words: readonly string[]) => unknown): number {
  const rounds: number[] = [];
  const words = blocks.reduce((sum, block) => sum + block.words.length, 0);
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    for (const block of blocks) tag(block.words);
    rounds.push(performance.now() - start);
  }
  rounds.sort((a, b) => a - b);
  return Math.round(words / ((rounds[4] ?? 1) / 1000));
}
