import { linesOf, type Span } from '../engine/index.js';
import { furnitureReason, isFurniture } from './furniture.js';
import { readHeadLine } from './head-lines.js';
import type { Dialect, Draft } from './make-readable.js';

/** How many paragraphs may stand above the first one of the article itself. */
const LONGEST_HEAD = 12;

/** A headline that nobody named is at most so long. */
const LONGEST_HEADLINE = 160;

/** A headline that repeats the title may be broken into so many lines. */
const MOST_HEADLINE_LINES = 3;

/**
 * Reads what stands above the first paragraph (headline, byline, date, furniture) into the draft, and returns the paragraphs
 * below it. A headline is Markdown's first heading of the first rank, or what repeats the title; without a title a first line
 * that is short, does not end like a sentence, and stands apart from the text below it.
 */
export function readHead(text: string, paragraphs: readonly Span[], dialect: Dialect, draft: Draft): readonly Span[] {
  let index = 0;
  let titled = false;
  while (index < paragraphs.length && index < LONGEST_HEAD) {
    const lines = titled ? 0 : headlineLines(text, paragraphs.slice(index, index + MOST_HEADLINE_LINES + 1), dialect, draft.title);
    if (lines > 0) {
      const start = paragraphs[index]?.start ?? 0;
      const end = paragraphs[index + lines - 1]?.end ?? start;
      draft.blocks.push({ kind: 'headline', start, end });
      draft.title ??= text.slice(start, end).replace(/^#\s+/, '');
      titled = true;
      index += lines;
    } else if (readLines(text, paragraphs[index], draft)) index++;
    else break;
  }
  return paragraphs.slice(index);
}

/** How many paragraphs from the first on are the headline. */
function headlineLines(text: string, paragraphs: readonly Span[], dialect: Dialect, title: string | null): number {
  const words = (span: Span | undefined): string => (span ? text.slice(span.start, span.end) : '');
  if (dialect === 'markdown' && /^#\s/.test(words(paragraphs[0]))) return 1;
  if (title !== null) {
    const wanted = lettersOf(title);
    let found = '';
    for (let lines = 1; lines <= MOST_HEADLINE_LINES; lines++) {
      found += lettersOf(words(paragraphs[lines - 1]));
      if (found === wanted && wanted !== '') return lines;
      if (!wanted.startsWith(found)) return 0;
    }
    return 0;
  }
  const [first, next] = paragraphs;
  if (first === undefined || next === undefined) return 0;
  const apart = /\n\s*\n/.test(text.slice(first.end, next.start)) || readHeadLine(words(next)) !== null;
  return apart && looksLikeHeadline(words(first)) ? 1 : 0;
}

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function looksLikeHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || line.includes('\n') || !/\p{L}\s+\S/u.test(line)) return false;
  return /[\p{L}\p{N}?)’'”"%]$/u.test(line) && !/^["“]/.test(line) && readHeadLine(line) === null && !isFurniture(line);
}

/** Reads a paragraph of which every line is byline, date or furniture, a block a line; false where one is something else. */
function readLines(text: string, paragraph: Span | undefined, draft: Draft): boolean {
  if (paragraph === undefined) return false;
  const lines = linesOf(text, paragraph).map((span) => {
    const words = text.slice(span.start, span.end);
    return { span, head: readHeadLine(words), furniture: furnitureReason(words) };
  });
  if (!lines.every((line) => line.head !== null || line.furniture !== null)) return false;
  for (const { span, head, furniture } of lines) {
    const reason = head === null && furniture !== null ? { reason: furniture } : {};
    draft.blocks.push({ kind: head?.kind ?? 'boilerplate', ...span, ...reason });
    if (head?.kind === 'byline' && draft.authors.length === 0) draft.authors = head.authors;
    if (head?.kind === 'dateline') draft.published ??= head.published;
  }
  return true;
}
