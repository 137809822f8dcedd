import type { Language } from '../language.js';
import type { Attribution, Block, Manner, Mentioned, Quotation, Span, TokenIndex, TokenRange } from '../model.js';
import { firstStartingFrom } from '../text/token-search.js';

/** The words of an article as the rules here look at them. */
interface Page {
  readonly mentioned: Mentioned;
  readonly language: Language;
  /** For each token 1 where an attribution has it. */
  readonly taken: Uint8Array;
  /** The tokens of each block. */
  readonly blocks: readonly TokenRange[];
  /** Quotations that stand in no other, by the token that opens them. */
  readonly quotations: ReadonlyMap<TokenIndex, Quotation>;
}

/** What one rule finds, in tokens. */
interface Found {
  readonly rule: string;
  readonly source: TokenRange;
  readonly cue: TokenRange | null;
  readonly content: TokenRange;
  readonly manner: Manner;
  readonly confidence: number;
}

type Rule = (page: Page, block: number) => Found | null;

/**
 * Rules for what a page says by its layout, which running text does not teach the model: pull quotes with a name behind
 * them, headlines that end in who says so, questions and answers, lines of a transcript. They look only at words that no attribution has.
 * Case and counter-example of each: test/cases/attributions/.
 */
const RULES: readonly Rule[] = [nameBehindQuotation, headlineTail, questionOrAnswer, speakerLine];

/** The attributions, and those that layout tells, in text order; `within` moves along. */
export function addLayouts(mentioned: Mentioned, language: Language, found: readonly Attribution[]): readonly Attribution[] {
  const page: Page = {
    mentioned,
    language,
    taken: takenBy(mentioned, found),
    blocks: tokensOfBlocks(mentioned),
    quotations: new Map(mentioned.quotations.flatMap((one) => (one.open === null || one.within !== null ? [] : [[one.open, one]]))),
  };
  const added: Attribution[] = [];
  for (let block = 0; block < page.blocks.length; block++) {
    if (UNREAD.has(mentioned.article.blocks[block]?.kind ?? 'boilerplate')) continue;
    for (const rule of RULES) {
      const one = rule(page, block);
      if (one === null) continue;
      added.push(attributionOf(mentioned, one));
      break;
    }
  }
  if (added.length === 0) return found;
  const all = [...found, ...added].sort((first, second) => placeOf(first) - placeOf(second));
  const places = new Map(all.map((attribution, index) => [attribution, index]));
  return all.map((attribution) => {
    const holder = attribution.within === null ? undefined : found[attribution.within];
    return holder === undefined ? attribution : { ...attribution, within: places.get(holder) ?? null };
  });
}

/** Parts of a page that nobody says. */
const UNREAD: ReadonlySet<Block['kind']> = new Set(['boilerplate', 'byline', 'dateline']);

const placeOf = ({ cue, content }: Attribution): number => (cue[0] ?? content[0])?.start ?? 0;

function takenBy({ tokens }: Mentioned, found: readonly Attribution[]): Uint8Array {
  const taken = new Uint8Array(tokens.length);
  for (const { source, cue, content } of found) {
    for (const span of [...source, ...cue, ...content]) {
      for (let at = firstStartingFrom(tokens, span.start); at < tokens.length && (tokens[at]?.start ?? 0) < span.end; at++) taken[at] = 1;
    }
  }
  return taken;
}

function tokensOfBlocks({ article, tokens }: Mentioned): readonly TokenRange[] {
  return article.blocks.map(({ start, end }) => ({ from: firstStartingFrom(tokens, start), to: firstStartingFrom(tokens, end) }));
}

function attributionOf({ tokens }: Mentioned, { rule, source, cue, content, manner, confidence }: Found): Attribution {
  const span = ({ from, to }: TokenRange): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  return {
    source: [span(source)],
    cue: cue === null ? [] : [span(cue)],
    content: [span(content)],
    manner,
    mode: 'speech',
    within: null,
    confidence,
    reason: { rule, score: confidence },
  };
}

/** The longest name with its role, in tokens. */
const LONGEST_NAME = 14;

/** How sure the rules are. No corpus has enough such places to measure it: they are set below what clear text gets. */
const SURE = { nameBehind: 0.8, headline: 0.8, answer: 0.6, speakerLine: 0.7 } as const;

/** “Nobody will stop us.” — Lena Varga, foreign minister. The name may stand in the next block, behind a dash. */
function nameBehindQuotation(page: Page, index: number): Found | null {
  const block = page.blocks[index];
  if (block === undefined) return null;
  const quotation = page.quotations.get(block.from);
  const end = quotation?.close ?? null;
  if (quotation === undefined || end === null || end >= block.to || !isSaid(page, quotation)) return null;
  const content = { from: block.from, to: end + 1 };
  const next = page.blocks[index + 1];
  const line = content.to < block.to ? { from: content.to, to: block.to } : next;
  if (line === undefined) return null;
  const dash = isDash(wordAt(page, line.from));
  if (content.to === block.to && !dash) return null;
  const source = { from: dash ? line.from + 1 : line.from, to: isStop(wordAt(page, line.to - 1)) ? line.to - 1 : line.to };
  if (!isName(page, source) || !isFree(page, content) || !isFree(page, source)) return null;
  const cue = dash ? { from: line.from, to: line.from + 1 } : null;
  return { rule: 'name-behind-quotation', source, cue, content, manner: 'direct', confidence: SURE.nameBehind };
}

/** Words somebody said rather than a title: they hold a verb and are more than a few. */
function isSaid(page: Page, { parts }: Quotation): boolean {
  const part = parts[0];
  return part !== undefined && parts.length === 1 && isSentence(page, part);
}

/** A name, alone or with a role behind a comma: it starts with a capital letter and holds no verb. */
function isName({ mentioned }: Page, { from, to }: TokenRange): boolean {
  if (to <= from || to - from > LONGEST_NAME || mentioned.tokens[from]?.pos !== 'PROPN') return false;
  for (let at = from; at < to; at++) {
    const pos = mentioned.tokens[at]?.pos;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PRON') return false;
  }
  return true;
}

/** Most tokens of a headline, and of the name at its end. */
const LONGEST_HEADLINE = 30;
const LONGEST_HEADLINE_NAME = 6;

/** Osterin will sign treaty, Varga says: a first block without a full stop that ends in a name and a verb of saying. */
function headlineTail(page: Page, index: number): Found | null {
  const block = page.blocks[index];
  const kind = page.mentioned.article.blocks[index]?.kind;
  if (block === undefined || !(index === 0 || (kind !== undefined && HEADINGS.has(kind)))) return null;
  const verb = block.to - 1;
  if (block.to - block.from > LONGEST_HEADLINE || !page.language.reportingVerbs.has(wordAt(page, verb).toLowerCase())) return null;
  let from = verb;
  while (from > block.from && verb - from < LONGEST_HEADLINE_NAME && wordAt(page, from - 1) !== ',') from--;
  const source = { from, to: verb };
  const content = { from: block.from, to: from - 1 };
  if (wordAt(page, from - 1) !== ',' || content.to - content.from < 2 || !isFree(page, { from: block.from, to: block.to })) return null;
  if (!isCapital(wordAt(page, from)) || !isName(page, { from, to: from + 1 })) return null;
  return { rule: 'headline-tail', source, cue: { from: verb, to: verb + 1 }, content, manner: 'indirect', confidence: SURE.headline };
}

const HEADINGS: ReadonlySet<Block['kind']> = new Set(['headline', 'standfirst', 'heading']);

/** Q: Will you sign? A: We will. Only where the page has both. */
function questionOrAnswer(page: Page, index: number): Found | null {
  const block = page.blocks[index];
  if (block === undefined || !opensAs(page, block, 'Q') === !opensAs(page, block, 'A')) return null;
  const near = page.blocks.slice(Math.max(0, index - 2), index + 3);
  if (!near.some((other) => opensAs(page, other, 'Q')) || !near.some((other) => opensAs(page, other, 'A'))) return null;
  const content = { from: block.from + 2, to: block.to };
  if (content.to - content.from < 2 || !isFree(page, content)) return null;
  const source = { from: block.from, to: block.from + 1 };
  const cue = { from: block.from + 1, to: block.from + 2 };
  return { rule: 'question-or-answer', source, cue, content, manner: 'indirect', confidence: SURE.answer };
}

const opensAs = (page: Page, { from, to }: TokenRange, letter: 'Q' | 'A'): boolean =>
  to - from > 2 && wordAt(page, from) === letter && wordAt(page, from + 1) === ':';

/** VARGA: We will sign. Only where a line near it opens with a name as well, and what follows is a sentence. */
function speakerLine(page: Page, index: number): Found | null {
  const block = page.blocks[index];
  const colon = block === undefined ? -1 : colonBehindName(page, block);
  if (block === undefined || colon < 0) return null;
  const near = [-2, -1, 1, 2].map((away) => page.blocks[index + away]);
  if (!near.some((other) => other !== undefined && colonBehindName(page, other) >= 0)) return null;
  const content = { from: colon + 1, to: block.to };
  if (!isFree(page, { from: block.from, to: block.to }) || !isSentence(page, content)) return null;
  const source = { from: block.from, to: colon };
  return { rule: 'speaker-line', source, cue: { from: colon, to: colon + 1 }, content, manner: 'indirect', confidence: SURE.speakerLine };
}

/** Most tokens of a name in front of a colon. */
const LONGEST_LABEL = 5;

/** The colon behind the name that a block opens with, or -1. One word alone is a name in capitals only: lists open with "Housing:". */
function colonBehindName(page: Page, { from, to }: TokenRange): TokenIndex {
  for (let at = from; at < Math.min(to, from + LONGEST_LABEL + 1); at++) {
    if (wordAt(page, at) === ':') return at > from + 1 || (at > from && isAllCapitals(wordAt(page, from))) ? at : -1;
    if (!isCapital(wordAt(page, at))) return -1;
  }
  return -1;
}

/** Three words or more with a verb among them. */
function isSentence({ mentioned }: Page, { from, to }: TokenRange): boolean {
  if (to - from < 3) return false;
  for (let at = from; at < to; at++) if (mentioned.tokens[at]?.pos === 'VERB' || mentioned.tokens[at]?.pos === 'AUX') return true;
  return false;
}

const wordAt = ({ mentioned }: Page, at: TokenIndex): string => {
  const token = mentioned.tokens[at];
  return token === undefined ? '' : mentioned.article.text.slice(token.start, token.end);
};

const isDash = (word: string): boolean => /^[-–—]+$/.test(word);
const isStop = (word: string): boolean => word === '.';
const isAllCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
const isCapital = (word: string): boolean => word !== word.toLowerCase();

function isFree({ taken }: Page, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (taken[at] === 1) return false;
  return true;
}
