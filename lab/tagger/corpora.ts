import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGLISH_WORDS } from '../../src/engine/english/english.js';
import { NO_TAG, TAGS } from '../../src/engine/english/tagger/word-features.js';
import { makeArticle, type Span } from '../../src/engine/index.js';
import { splitWords } from '../../src/engine/text/tokens.js';
import { createWinkTagger } from './wink-tagger.js';

/** A paragraph's words, with the tags that a person gave them (-1 where they cut the words otherwise) and those of wink. */
export interface TaggedBlock {
  readonly words: readonly string[];
  readonly gold: Int8Array;
  readonly silver: Int8Array;
}

export interface TaggedDocument {
  readonly id: string;
  readonly blocks: readonly TaggedBlock[];
}

type GoldToken = readonly [start: number, end: number, tag: string, lemma: string, head: number, relation: string];

interface CorpusLine {
  readonly id: string;
  readonly text: string;
  readonly tokens?: readonly GoldToken[];
}

const NUMBERS: ReadonlyMap<string, number> = new Map(TAGS.map((tag, index) => [tag, index]));
const wink = createWinkTagger();

/** The documents of one part of GUM ("train", "dev"), cut into words as the engine cuts them. */
export const readGum = (part: string): readonly TaggedDocument[] => readCorpus(`gum/${part}.jsonl`);

/** The news articles of one part of PolNeAR, their headlines left out: wink takes nearly every word of them for a name. */
export const readNews = (part: string): readonly TaggedDocument[] =>
  readCorpus(`polnear/${part}.jsonl`).map(({ id, blocks }) => ({ id, blocks: blocks.slice(1) }));

function readCorpus(name: string): readonly TaggedDocument[] {
  const path = fileURLToPath(new URL(`../../../shared/corpora/${name}`, import.meta.url));
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [readDocument(JSON.parse(line) as CorpusLine)]));
}

function readDocument({ id, text, tokens = [] }: CorpusLine): TaggedDocument {
  const byStart = new Map(tokens.map((token, index) => [token[0], index]));
  const blocks = makeArticle({ text }).blocks.map((block): TaggedBlock => {
    const spans: Span[] = [];
    splitWords(text, block.start, block.end, ENGLISH_WORDS, spans);
    const words = spans.map(({ start, end }) => text.slice(start, end));
    const gold = Int8Array.from(spans, (span) => goldTag(tokens, byStart, span));
    return { words, gold, silver: Int8Array.from(wink.tag(words), (tag) => NUMBERS.get(tag) ?? NO_TAG) };
  });
  return { id, blocks };
}

/** The tag of the gold token at the span; of several in it, that of their head ("long-term"); -1 where the borders cross. */
function goldTag(tokens: readonly GoldToken[], byStart: ReadonlyMap<number, number>, { start, end }: Span): number {
  const first = byStart.get(start);
  if (first === undefined) return -1;
  let last = first;
  while ((tokens[last]?.[1] ?? end) < end) last++;
  if (tokens[last]?.[1] !== end) return -1;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token !== undefined && (first === last || token[4] < first || token[4] > last)) return NUMBERS.get(token[2]) ?? -1;
  }
  return -1;
}
