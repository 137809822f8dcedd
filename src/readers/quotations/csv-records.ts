import { decode } from '../decode.js';
import { type Failure, failure } from '../reader.js';
import { linesOfStream } from '../streams.js';

export interface CsvRecord {
  readonly kind: 'record';
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record that goes on for longer lost a quotation mark: its first line is a failure, and reading goes on behind that. */
const MOST_LINES = 500;
const LONGEST_RECORD = 1_000_000;

interface HeldLine {
  readonly number: number;
  readonly text: string;
}

/**
 * The records of a CSV file (RFC 4180; also with bare line feeds, and with semicolons or tabs between cells where the first line
 * has more of these). A record that is broken is a failure with its line.
 */
export async function* csvRecords(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord | Failure> {
  let between: string | null = null;
  const gather = createGatherer();
  for await (const { number, bytes } of linesOfStream(chunks, LONGEST_RECORD)) {
    if (bytes === null) {
      yield failure('too-large', { source, line: number }, `is longer than ${LONGEST_RECORD / 1e6} MB, the most that one line may have`);
      continue;
    }
    const text = decode(bytes).text.replace(/\r$/, '');
    between ??= text.trim() === '' ? null : separatorOf(text);
    for (const lines of gather.take({ number, text })) yield recordOf(source, lines, between ?? ',');
  }
  for (const lines of gather.end()) yield recordOf(source, lines, between ?? ',');
}

/** Puts lines together to records: one ends where as many marks were closed as opened. */
function createGatherer() {
  let held: HeldLine[] = [];
  let length = 0;
  let open = false;
  /** Gives up on the first line that is held, and takes the others anew. */
  function* giveUp(): Generator<readonly HeldLine[]> {
    const [first, ...others] = held;
    held = [];
    length = 0;
    open = false;
    if (first !== undefined) yield [first];
    for (const line of others) yield* take(line);
  }
  function* take(line: HeldLine): Generator<readonly HeldLine[]> {
    if (held.length === 0 && line.text.trim() === '') return;
    held.push(line);
    length += line.text.length;
    if (marksIn(line.text) % 2 === 1) open = !open;
    if (!open) {
      yield held;
      held = [];
      length = 0;
    } else if (held.length > MOST_LINES || length > LONGEST_RECORD) yield* giveUp();
  }
  return {
    take,
    *end(): Generator<readonly HeldLine[]> {
      while (held.length > 0) yield* giveUp();
    },
  };
}

const marksIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
};

function recordOf(source: string, lines: readonly HeldLine[], between: string): CsvRecord | Failure {
  const line = lines[0]?.number ?? 1;
  const cells = cellsOf(lines.map(({ text }) => text).join('\n'), between);
  if (cells === null)
    return failure('broken-csv', { source, line }, 'is no record: a quotation mark is not closed, or stands within a cell without marks');
  return { kind: 'record', line, cells };
}

/** The cells of one record; null where its quotation marks do not fit. */
export function cellsOf(text: string, between: string): readonly string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      const closed = closingMark(text, at + 1);
      if (closed < 0) return null;
      cells.push(text.slice(at + 1, closed).replaceAll('""', '"'));
      at = closed + 1;
      if (at < text.length && text[at] !== between) return null;
    } else {
      const next = text.indexOf(between, at);
      const end = next < 0 ? text.length : next;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return cells;
    at++;
  }
}

/** Where a cell's closing mark stands: the first that is not doubled. */
function closingMark(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

const separatorOf = (header: string): string => {
  const count = (mark: string): number => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};
