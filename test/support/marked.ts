import { modeOf } from '../../src/engine/attributions/modes.js';
import {
  type Article,
  type Attribution,
  type Mentioned,
  makeArticle,
  type Reading,
  readArticle,
  type Span,
} from '../../src/engine/index.js';
import { viewStatements } from '../../src/engine/statements/view.js';
import { english } from './english.js';

interface Parts {
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

/** A text without its marks, and the attributions that they show. */
export interface MarkedText {
  readonly text: string;
  readonly parts: readonly Parts[];
}

const CLOSING: Readonly<Record<string, string>> = { '<': '>', '[': ']', '{': '}' };

/**
 * Reads marks of attributions: `<source> [cue] {content}`, each perhaps with the attribution's number ("[2:said]", 1 where
 * there is none). " / " is a paragraph's end. Marks do not nest, but for a content that holds another attribution.
 */
export function readMarks(marked: string): MarkedText {
  const source = marked.replaceAll(' / ', '\n\n');
  const parts: Parts[] = [];
  const open: { kind: string; number: number; start: number }[] = [];
  let text = '';
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    const top = open.at(-1);
    if (CLOSING[character] !== undefined) {
      const number = /^(\d):/.exec(source.slice(at + 1, at + 4));
      open.push({ kind: character, number: Number(number?.[1] ?? 1), start: text.length });
      if (number !== null) at += 2;
    } else if (top !== undefined && CLOSING[top.kind] === character) {
      open.pop();
      while (parts.length < top.number) parts.push({ source: [], cue: [], content: [] });
      const part = parts[top.number - 1];
      const span = { start: top.start, end: text.length };
      if (top.kind === '<') part?.source.push(span);
      else if (top.kind === '[') part?.cue.push(span);
      else part?.content.push(span);
    } else text += character;
  }
  return { text, parts };
}

/** What the engine makes of a marked text, with the attributions that its marks show. */
export function readMarked(marked: string, given: Partial<Article> = {}): Reading {
  const { text, parts } = readMarks(marked);
  const attributor = {
    attribute: (mentioned: Mentioned): readonly Attribution[] => parts.map((part) => attributionOf(mentioned, part, parts)),
  };
  const language = { ...english(), attributor };
  return readArticle(makeArticle({ language: 'en', ...given, text }), language);
}

function attributionOf(mentioned: Mentioned, part: Parts, all: readonly Parts[]): Attribution {
  const { text } = mentioned.article;
  const words = part.content.map((span) => text.slice(span.start, span.end)).join(' ');
  const cue = part.cue[0] ?? part.source[0];
  const within = all.findIndex(
    (other) => other !== part && other.content.some((span) => cue !== undefined && span.start <= cue.start && cue.end <= span.end),
  );
  const attribution: Attribution = {
    ...part,
    manner: /^[“"]/.test(words) ? 'direct' : /[“"]/.test(words) ? 'mixed' : 'indirect',
    mode: 'speech',
    within: within < 0 ? null : within,
    confidence: 1,
    reason: { rule: 'marked', score: 1 },
  };
  const place = viewStatements({ ...mentioned, attributions: [attribution] }).places[0];
  return place === undefined ? attribution : { ...attribution, mode: modeOf(mentioned, place) };
}

/** The words of a span, "-" for none. */
export const wordsAt = (reading: Reading, span: Span | null): string =>
  span === null ? '-' : reading.article.text.slice(span.start, span.end);
