import type { Token, TokenIndex } from '../model.js';

/** The kinds of quotation marks. Doubled single marks (`''`, ``` `` ```, `,,`) count as double ones. */
export type MarkKind = 'double' | 'single' | 'angle';

/** A quotation mark in the text. `side` is `either` where neither its shape nor the white space around it tells. */
export interface Mark {
  readonly at: TokenIndex;
  readonly kind: MarkKind;
  readonly side: 'open' | 'close' | 'either';
  /** Marks pair within their family where both are at hand: a straight mark does not close a curly one inside it. */
  readonly family: 'straight' | 'curly' | 'low';
  /** True where the mark is the first of a line within its block. */
  readonly startsLine: boolean;
}

type Shape = 'opening' | 'closing' | 'straight' | 'low';

const SHAPES: ReadonlyMap<string, readonly [MarkKind, Shape]> = new Map([
  ['"', ['double', 'straight']],
  ["''", ['double', 'straight']],
  ['“', ['double', 'opening']],
  ['‟', ['double', 'opening']],
  ['``', ['double', 'opening']],
  ['‘‘', ['double', 'opening']],
  ['”', ['double', 'closing']],
  ['’’', ['double', 'closing']],
  ['„', ['double', 'low']],
  [',,', ['double', 'low']],
  ["'", ['single', 'straight']],
  ['‘', ['single', 'opening']],
  ['`', ['single', 'opening']],
  ['’', ['single', 'closing']],
  ['‚', ['single', 'low']],
  ['«', ['angle', 'opening']],
  ['»', ['angle', 'closing']],
]);

const MARK_START = /["'“‟`‘”’„,‚«»]/;
const startsMark = new Uint8Array(0x2100);
for (let code = 0; code < startsMark.length; code++) if (MARK_START.test(String.fromCharCode(code))) startsMark[code] = 1;

/** The quotation marks among the tokens `from` to `to`, which are those of one block. */
export function marksAmong(text: string, tokens: readonly Token[], from: TokenIndex, to: TokenIndex): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || token.end - token.start > 2 || startsMark[text.charCodeAt(token.start)] !== 1) continue;
    const shape = SHAPES.get(text.slice(token.start, token.end));
    if (shape === undefined || isMeasure(text, token, shape[0])) continue;
    const [kind, form] = shape;
    const side = sideOf(text, tokens, at, from, to, kind, form);
    if (side === null) continue;
    const family = form === 'straight' || form === 'low' ? form : 'curly';
    marks.push({ at, kind, side, family, startsLine: at > from && startsLine(text, tokens, at) });
  }
  return marks;
}

/** Feet and inches: the marks of 6'2". */
function isMeasure(text: string, token: Token, kind: MarkKind): boolean {
  const { start } = token;
  if (!isDigitAt(text, start - 1)) return false;
  if (kind === 'single') return isDigitAt(text, start + 1);
  let at = start - 1;
  while (at > start - 4 && isDigitAt(text, at)) at--;
  return /['’′]/.test(text[at] ?? '') && isDigitAt(text, at - 1);
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function sideOf(
  text: string,
  tokens: readonly Token[],
  at: TokenIndex,
  from: TokenIndex,
  to: TokenIndex,
  kind: MarkKind,
  shape: Shape,
): Mark['side'] | null {
  const spaced = sideBySpace(tokens, at, from, to);
  if (spaced !== 'close' && /[,;>]/.test(text[tokens[at]?.end ?? -1] ?? '')) return 'close';
  switch (shape) {
    case 'low':
      return 'open';
    case 'opening':
      return spaced === 'close' || at + 1 >= to || isBehindClause(text, tokens, at) ? 'either' : 'open';
    case 'closing':
      if (spaced !== 'open' && at > from) return 'close';
      return kind === 'single' ? null : 'either'; // ’tis: an apostrophe never opens
    case 'straight':
      return spaced === 'either' ? sideByNeighbours(text, tokens, at) : spaced;
  }
}

/** `stand.“ [HuffPost]`: no white space between the end of a clause and the mark. */
function isBehindClause(text: string, tokens: readonly Token[], at: TokenIndex): boolean {
  return /[.,!?…]/.test(text[(tokens[at]?.start ?? 0) - 1] ?? '');
}

function startsLine(text: string, tokens: readonly Token[], at: TokenIndex): boolean {
  const end = tokens[at - 1]?.end ?? 0;
  const start = tokens[at]?.start ?? 0;
  return start - end < 40 && text.slice(end, start).includes('\n');
}

/** Which side white space says that a mark is on. */
function sideBySpace(tokens: readonly Token[], at: TokenIndex, from: TokenIndex, to: TokenIndex): Mark['side'] {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const spaceBefore = at === from || token === undefined || before === undefined || before.end < token.start;
  const spaceAfter = at + 1 >= to || token === undefined || after === undefined || after.start > token.end;
  if (spaceBefore && !spaceAfter) return 'open';
  return spaceAfter && !spaceBefore ? 'close' : 'either';
}

/** A straight mark with white space on both sides or on none: (“, —“ and =“ open, ”, and ”) close. */
function sideByNeighbours(text: string, tokens: readonly Token[], at: TokenIndex): Mark['side'] {
  const token = tokens[at];
  if (token === undefined) return 'either';
  if (/[.,;:!?)\]]/.test(text[token.end] ?? '')) return 'close';
  return /[([=—–-]/.test(text[token.start - 1] ?? '') ? 'open' : 'either';
}
