import type { Part } from '../assemble.js';
import { isFurniture } from '../furniture.js';
import { linesOfPage, type PdfLine, type PdfPage } from './pdf-lines.js';

/** So many lines at the top and at the bottom of a page may be running heads or feet. */
const EDGE = 3;

/** A line of another size than the text around it, by this share, is another paragraph. */
const OTHER_SIZE = 0.12;

/** A gap of so many times the usual one begins a paragraph; a first line that stands in by so much of its size does as well. */
const WIDE_GAP = 1.35;
const INDENT = 0.8;

/** The distance between two lines of one paragraph, in times of their size, is at most this: newspapers have 1.2, typescripts 2. */
const WIDEST_SET = 2;

/** A line that ends so much of the column's width before its edge, and ends a sentence, ends a paragraph. */
const SHORT = 0.12;

/** The paragraphs of a document's pages. Running heads and page numbers are kept behind the paragraph that they interrupt, with the reason. */
export function paragraphsOfPages(pages: readonly PdfPage[]): readonly Part[] {
  const all = pages.map(linesOfPage);
  const repeated = repeatedEdges(all);
  const body = bodySize(all.flat());
  const parts: Part[] = [];
  const waiting: Part[] = [];
  let text = '';
  let heading = false;
  let before: PdfLine | null = null;
  const finish = (): void => {
    if (text !== '') parts.push({ kind: heading ? 'heading' : isFurniture(text) ? 'boilerplate' : 'paragraph', text });
    text = '';
    parts.push(...waiting.splice(0));
  };
  for (const lines of all) {
    const edge = edgesOf(lines);
    const gap = usualGap(lines);
    let first = true;
    for (const [index, line] of lines.entries()) {
      const reason = edge.has(index) ? furnitureOf(line.text, repeated) : null;
      if (reason !== null) {
        waiting.push({ kind: 'boilerplate', text: line.text, reason });
        continue;
      }
      const column = columnOf(lines, line);
      if (before !== null && beginsParagraph(line, before, gap, column, first)) finish();
      if (text === '') heading = line.size > body * (1 + OTHER_SIZE * 2) && line.text.length < 200;
      text = joined(text, line.text);
      before = line;
      first = false;
    }
  }
  finish();
  return parts;
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Where the column of a line begins and ends: by the lines that overlap it. */
function columnOf(lines: readonly PdfLine[], line: PdfLine): Column {
  const near = lines.filter(
    (other) => other.left < line.right && other.right > line.left && other.right - other.left > (line.right - line.left) * 0.5,
  );
  return {
    left: Math.min(line.left, ...near.slice(0, 60).map((other) => other.left)),
    right: Math.max(line.right, ...near.slice(0, 60).map((other) => other.right)),
  };
}

function beginsParagraph(line: PdfLine, before: PdfLine, gap: number, column: Column, firstOfPage: boolean): boolean {
  if (Math.abs(line.size - before.size) > before.size * OTHER_SIZE) return true;
  const ended = /[.!?:]["”’')\]]*$/.test(before.text);
  const jumped = firstOfPage || line.y > before.y + line.size;
  // At the top of a column or page only the words tell: one that goes on in lower case, or behind a hyphen, goes on.
  if (jumped) return ended && !/^\p{Ll}/u.test(line.text);
  // A page with few lines has no usual gap: lines are then taken to be set at most so far apart.
  const usual = gap > 0 ? Math.min(gap, line.size * WIDEST_SET) : line.size * WIDEST_SET;
  if (before.y - line.y > usual * WIDE_GAP) return true;
  if (line.left - column.left > line.size * INDENT && line.left - before.left > line.size * INDENT) return true;
  return ended && column.right - before.right > (column.right - column.left) * SHORT;
}

/** "cease-" and "fire" are one word with its hyphen, "govern-" and "ment" one without. */
const KEEPS_HYPHEN = /(?:^|[\s(“"])(?:anti|cease|co|cross|ex|half|long|non|post|pre|pro|self|semi|short|so|vice|well)-$/i;

function joined(text: string, line: string): string {
  if (text === '') return line;
  if (/\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) return (KEEPS_HYPHEN.test(text) ? text : text.slice(0, -1)) + line;
  return `${text} ${line}`;
}

/** The distance between two lines that is most common on a page. */
function usualGap(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index++) {
    const gap = Math.round(((lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0)) * 2) / 2;
    if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].sort(([one, first], [other, second]) => second - first || one - other)[0]?.[0] ?? 0;
}

/** The size in which most letters are set. */
function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(Math.round(size * 2) / 2, (counts.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 10;
}

/** The lines nearest to a page's upper and lower edge, by index. */
function edgesOf(lines: readonly PdfLine[]): ReadonlySet<number> {
  const order = lines.map((line, index) => ({ index, y: line.y })).sort((one, other) => one.y - other.y);
  return new Set([...order.slice(0, EDGE), ...order.slice(-EDGE)].map(({ index }) => index));
}

/** Without its numbers, which change from page to page. */
const shapeOf = (line: string): string => line.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** Shapes that stand at the edge of several pages. */
function repeatedEdges(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edge = edgesOf(lines);
    for (const shape of new Set(lines.filter((_, index) => edge.has(index)).map((line) => shapeOf(line.text))))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const fewest = Math.max(2, Math.ceil(pages.length / 4));
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([shape]) => shape));
}

function furnitureOf(line: string, repeated: ReadonlySet<string>): string | null {
  if (/^(?:[-–—\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*)$/i.test(line)) return 'page number';
  return repeated.has(shapeOf(line)) && line.length < 160 ? 'running head' : null;
}
