import type { Span } from '../model.js';

/** One empty line or several between two paragraphs. */
const BREAK = /\n[^\S\n]*(?:\n[^\S\n]*)+/g;

/** Share of line ends that go on in lower case from which a text counts as wrapped by hand. Articles with a line a paragraph have under 2 %. */
const WRAPPED = 0.25;

/**
 * A text is wrapped by hand where this share of its lines was broken only because the next word had no room any more: so break
 * programs, while a writer ends a paragraph wherever it ends. Lines longer than `WIDEST` are no hand-wrapped ones, and fewer
 * line ends than `FEWEST` tell nothing.
 */
const FULL_LINES = 0.8;
const WIDEST = 120;
const FEWEST = 3;

/**
 * The paragraphs of a plain text, white space at their ends left out: what stands between empty lines; where lines are not
 * wrapped by hand, each line is a paragraph of its own (pages pasted from a browser and many exports have no empty lines).
 */
export function paragraphsOf(text: string): readonly Span[] {
  const runs = runsOf(text);
  return isWrapped(text, runs) ? runs : runs.flatMap((run) => linesOf(text, run));
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

/** Runs of lines without an empty line between them. */
function runsOf(text: string): readonly Span[] {
  const runs: Span[] = [];
  let from = 0;
  const push = (to: number): void => {
    const run = trimmed(text, from, to);
    if (run.start < run.end) runs.push(run);
  };
  for (const match of text.matchAll(BREAK)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(text.length);
  return runs;
}

function isWrapped(text: string, runs: readonly Span[]): boolean {
  const all = runs.map((run) => linesOf(text, run));
  let widest = 0;
  for (const lines of all) for (const { start, end } of lines) widest = Math.max(widest, end - start);
  let breaks = 0;
  let continued = 0;
  let full = 0;
  for (const lines of all)
    for (let index = 1; index < lines.length; index++) {
      const line = lines[index];
      const before = lines[index - 1];
      if (line === undefined || before === undefined) continue;
      breaks++;
      if (/\p{Ll}/u.test(text[line.start] ?? '') && /[\p{L}\p{N},;–—-]/u.test(text[before.end - 1] ?? '')) continued++;
      if (before.end - before.start + 1 + firstWord(text, line) > widest) full++;
    }
  if (breaks === 0) return false;
  return continued / breaks >= WRAPPED || (breaks >= FEWEST && widest <= WIDEST && full / breaks >= FULL_LINES);
}

function firstWord(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && !/\s/.test(text[at] ?? '')) at++;
  return at - start;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
