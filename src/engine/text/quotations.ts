import type { Article, Note, Quotation, Token, TokenIndex, TokenRange } from '../model.js';

interface Open {
  readonly mark: Mark;
  readonly open: TokenIndex;
  readonly parts: TokenRange[];
  readonly index: number;
}

type Mark = 'double' | 'single' | 'angle';

/**
 * Pairs the quotation marks of an article, curly, straight and angled, nested, over paragraphs, and with one mark lost.
 * Quotations come in the order in which they open.
 */
export function pairQuotations(article: Article, tokens: readonly Token[]): { quotations: readonly Quotation[]; notes: readonly Note[] } {
  const quotations: (Quotation | null)[] = [];
  const notes: Note[] = [];
  const { text } = article;
  let carried: Open | null = null;
  let from = 0;
  for (const block of article.blocks) {
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? block.end) < block.end) to++;
    const stack: Open[] = [];
    let start = from;
    if (carried !== null) {
      const role = roleOf(text, tokens, from, to);
      if (role !== null && role.mark === carried.mark && role.side !== 'close') {
        stack.push(carried);
        start = from + 1;
        carried = null;
      } else {
        finish(carried, null, quotations, null);
        notes.push(unclosed(tokens, carried));
        carried = null;
      }
    }
    const continued = stack.length > 0 ? start : -1;
    const begin = new Map<Open, TokenIndex>();
    const first = stack[0];
    if (first !== undefined) begin.set(first, continued);
    for (let at = start; at < to; at++) {
      const role = roleOf(text, tokens, at, to);
      if (role === null) continue;
      const top = stack.at(-1);
      const matching = stack.findLastIndex((open) => open.mark === role.mark);
      if (role.side === 'open' || (role.side === 'either' && matching < 0)) {
        if (matching >= 0 && role.mark !== 'angle') continue; // an opening mark inside one of its kind: the page lost the closing one, or doubled it
        const open: Open = { mark: role.mark, open: at, parts: [], index: quotations.length };
        quotations.push(null);
        stack.push(open);
        begin.set(open, at + 1);
      } else if (matching >= 0 && top !== undefined) {
        while (stack.length > matching) {
          const open = stack.pop();
          if (open === undefined) break;
          open.parts.push({ from: begin.get(open) ?? at, to: at });
          finish(open, stack.length === matching ? at : null, quotations, stack.at(-1)?.index ?? null);
        }
      } else if (role.mark === 'double' && role.side === 'close') {
        notes.push({ code: 'quotation-unopened', span: spanOf(tokens, at), message: 'This mark closes a quotation that nothing opens.' });
      }
    }
    while (stack.length > 0) {
      const open = stack.pop();
      if (open === undefined) break;
      if (open.mark === 'single') {
        quotations[open.index] = null; // an apostrophe, not a quotation
        continue;
      }
      open.parts.push({ from: begin.get(open) ?? to, to });
      if (stack.length === 0) carried = open;
      else finish(open, null, quotations, stack.at(-1)?.index ?? null);
    }
    from = to;
  }
  if (carried !== null) {
    finish(carried, null, quotations, null);
    notes.push(unclosed(tokens, carried));
  }
  return { quotations: compact(quotations), notes };
}

/** Drops the places of marks that turned out to be none, and moves the references to the others. */
function compact(found: readonly (Quotation | null)[]): readonly Quotation[] {
  const moved: number[] = [];
  let count = 0;
  for (const quotation of found) moved.push(quotation === null ? -1 : count++);
  return found.flatMap((quotation) => {
    if (quotation === null) return [];
    const within = quotation.within === null ? -1 : (moved[quotation.within] ?? -1);
    return [{ ...quotation, within: within < 0 ? null : within }];
  });
}

function finish(open: Open, close: TokenIndex | null, quotations: (Quotation | null)[], within: number | null): void {
  quotations[open.index] = { open: open.open, close, parts: open.parts, within };
}

function spanOf(tokens: readonly Token[], at: TokenIndex): { start: number; end: number } {
  const token = tokens[at];
  return { start: token?.start ?? 0, end: token?.end ?? 0 };
}

function unclosed(tokens: readonly Token[], open: Open): Note {
  return { code: 'quotation-unclosed', span: spanOf(tokens, open.open), message: 'This mark opens a quotation that nothing closes.' };
}

interface Role {
  readonly mark: Mark;
  readonly side: 'open' | 'close' | 'either';
}

function roleOf(text: string, tokens: readonly Token[], at: TokenIndex, to: TokenIndex): Role | null {
  const token = tokens[at];
  if (token === undefined || at >= to || token.end - token.start !== 1) return null;
  switch (text[token.start]) {
    case '“':
    case '„':
      return { mark: 'double', side: 'open' };
    case '”':
      return { mark: 'double', side: 'close' };
    case '«':
      return { mark: 'angle', side: 'open' };
    case '»':
      return { mark: 'angle', side: 'close' };
    case '"':
      return { mark: 'double', side: sideBySpace(tokens, at) };
    case '‘':
      return { mark: 'single', side: 'open' };
    case '’':
      return { mark: 'single', side: 'close' };
    case "'":
      return { mark: 'single', side: sideBySpace(tokens, at) };
    default:
      return null;
  }
}

/** Which side a straight mark is on: white space tells, and nothing else does. */
function sideBySpace(tokens: readonly Token[], at: TokenIndex): Role['side'] {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const spaceBefore = token === undefined || before === undefined || before.end < token.start;
  const spaceAfter = token === undefined || after === undefined || after.start > token.end;
  if (spaceBefore && !spaceAfter) return 'open';
  return spaceAfter && !spaceBefore ? 'close' : 'either';
}
