import { type Span, splitBlocks } from '../engine/index.js';

/** Share of line ends that go on in lower case from which a text counts as wrapped by hand. Articles with a line a paragraph have under 2 %. */
const WRAPPED = 0.25;

/**
 * The paragraphs of a text: what stands between empty lines; where lines are not wrapped, each line is a paragraph of its own
 * (pages pasted from a browser and many exports have no empty lines).
 */
export function paragraphsOf(text: string): readonly Span[] {
  const blocks = splitBlocks(text);
  return isWrapped(text, blocks) ? blocks : blocks.flatMap((block) => linesOf(text, block));
}

/** The lines of a run of the text that hold more than white space, without white space at their ends. */
export function linesOf(text: string, run: Span): readonly Span[] {
  const lines: Span[] = [];
  let from = run.start;
  while (from < run.end) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > run.end ? run.end : newline;
    const line = trimmed(text, from, to);
    if (line.start < line.end) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function isWrapped(text: string, blocks: readonly Span[]): boolean {
  let breaks = 0;
  let continued = 0;
  for (const block of blocks) {
    const lines = linesOf(text, block);
    for (let index = 1; index < lines.length; index++) {
      const line = lines[index];
      const before = lines[index - 1];
      if (line === undefined || before === undefined) continue;
      breaks++;
      if (/\p{Ll}/u.test(text[line.start] ?? '') && /[\p{L}\p{N},;–—-]/u.test(text[before.end - 1] ?? '')) continued++;
    }
  }
  return breaks > 0 && continued / breaks >= WRAPPED;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
