import { type Attribution, makeArticle, type Position, type Reading, type Span, type Statement } from '../src/engine/index.js';
import { cite, statementId, wordsOf } from '../src/engine/statements/citations.js';
import { contentHash } from '../src/engine/statements/content-hash.js';

/** Articles of invented words, as many as wanted and the same ones every time: sizes and word frequencies as in news. */
export interface MadeArticles {
  reading(index: number): Reading;
  /** A word, as often as it stands in the texts. */
  word(next: () => number): string;
  /** One of the commonest words, the commonest first. */
  commonWord(rank: number): string;
  /** A speaker, as often as one speaks. */
  name(next: () => number): string;
}

const SENTENCES = 38;
const WORDS = 20;
const STATEMENTS = 20;
const VOCABULARY = 30_000;
const SPEAKERS = 2_000;
const OUTLETS = ['Meridian Post', 'Osterin Courier', 'Harbour Wire', 'The Lowland Times', 'Radio Karst'];
const REASON = {
  rule: 'made-for-bench',
  score: 1,
  parts: [
    { rule: 'one-part', score: 0.5 },
    { rule: 'another-part', score: 0.5 },
  ],
};
const ACTS = ['states', 'demands', 'rejects', 'offers'] as const;
const STANCES = ['for', 'against', 'only-if', 'unclear'] as const;
/** One statement in three takes a side, as in the samples (135 of 420); two in three of those on a matter of a shipped issue. */
const TARGETS = [
  'a ceasefire in the valley',
  'direct talks with the south',
  'the exchange of prisoners',
  'security guarantees for the coast',
  'the withdrawal of troops',
  'sanctions on the harbour',
  'the lease of the old mill',
  'a longer school day',
  'the third ferry line',
] as const;

/** A small generator (mulberry32): the same numbers on every machine. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function makeWord(next: () => number): string {
  const syllables = 1 + Math.floor(next() * 3);
  let word = '';
  for (let index = 0; index <= syllables; index++) word += 'bcdfghklmnprstvz'[Math.floor(next() * 16)] ?? '';
  return [...word].map((letter) => letter + ('aeiou'[Math.floor(next() * 5)] ?? '')).join('');
}

const day = (index: number): string => new Date(Date.UTC(2030, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Articles with so many statements each, at most one a sentence. */
export function makeArticles(each = STATEMENTS): MadeArticles {
  const next = numbers(7);
  const vocabulary = Array.from({ length: VOCABULARY }, () => makeWord(next));
  const names = Array.from({ length: SPEAKERS }, () => `${capital(makeWord(next))} ${capital(makeWord(next))}`);
  return {
    reading: (index) => makeReading(numbers(index + 1), index, { vocabulary, names, each }),
    word: (random) => pick(random, vocabulary),
    commonWord: (rank) => vocabulary[rank] ?? 'word',
    name: (random) => names[Math.floor(SPEAKERS ** random()) - 1] ?? 'Lena Varga',
  };
}

function makePosition({ start, end }: Span, named: string, number: number): Position {
  const target = { start, end: start + named.length };
  const stance = STANCES[number % STANCES.length] ?? 'for';
  return { target, stance, condition: stance === 'only-if' ? { start: end - 30, end } : null, evidence: target, reason: REASON };
}

/** Frequencies fall off as in any text: the commonest word is some 6 % of all. */
const pick = (next: () => number, vocabulary: readonly string[]): string => vocabulary[Math.floor(VOCABULARY ** next()) - 1] ?? 'word';

interface Material {
  readonly vocabulary: readonly string[];
  readonly names: readonly string[];
  readonly each: number;
}

function makeReading(next: () => number, index: number, { vocabulary, names, each }: Material): Reading {
  let text = '';
  const attributions: Attribution[] = [];
  const speakers: string[] = [];
  const targets: (string | null)[] = [];
  for (let sentence = 0; sentence < SENTENCES; sentence++) {
    const own = Array.from({ length: WORDS }, () => pick(next, vocabulary));
    const target = sentence < each && sentence % 3 === 0 ? TARGETS[Math.floor(next() * TARGETS.length)] : undefined;
    const words = (target === undefined ? own : [target, ...own.slice(target.split(' ').length)]).join(' ');
    targets.push(target ?? null);
    const speaker = names[Math.floor(SPEAKERS ** next()) - 1] ?? 'Lena Varga';
    const start = text.length + speaker.length + 6;
    text += `${speaker} said ${words}.${sentence % 3 === 2 ? '\n\n' : ' '}`;
    if (sentence >= each) continue;
    speakers.push(speaker);
    attributions.push({
      source: [{ start: start - 6 - speaker.length, end: start - 6 }],
      cue: [{ start: start - 5, end: start - 1 }],
      content: [{ start, end: start + words.length }],
      manner: 'indirect',
      mode: 'speech',
      within: null,
      confidence: 0.8,
      reason: REASON,
    });
  }
  const published = day(index % 600);
  const article = makeArticle({
    text,
    id: `made-${index}`,
    language: 'en',
    published,
    outlet: OUTLETS[index % OUTLETS.length] ?? null,
    title: `Article ${index}`,
  });
  const sha256 = contentHash(text);
  const statements = attributions.map((attribution, at): Statement => {
    const citation = cite(article, sha256, attribution);
    const [span] = attribution.content;
    const named = targets[at] ?? null;
    const from = at % 3 === 1 ? null : published;
    return {
      id: statementId(citation),
      attribution: at,
      speaker: { kind: 'person', name: speakers[at] ?? null, id: null, wikidata: null, referent: 0, reason: REASON },
      words: wordsOf(text, attribution),
      said: { from, to: from, basis: from === null ? 'unknown' : 'stated', edtf: from, evidence: null, retold: false, reason: REASON },
      addressee: null,
      occasion: null,
      act: ACTS[at % ACTS.length] ?? 'states',
      whom: null,
      position: span === undefined || named === null ? null : makePosition(span, named, index + at),
      figures: [],
      chain: [],
      citation,
    };
  });
  return { article, tokens: [], notes: [], sentences: [], quotations: [], mentions: [], referents: [], attributions, statements };
}
