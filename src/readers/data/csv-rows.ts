/** A row of a table of values, with the line on which it begins (from 1). `values` is null where the row is longer than allowed. */
export interface CsvRow {
  readonly line: number;
  readonly values: readonly string[] | null;
}

/**
 * The rows of a text with separated values (RFC 4180): fields may be quoted, with doubled quotation marks and line ends inside.
 * Empty lines are passed over. A row of more than `longest` characters, which a quotation mark without its pair can make, is given
 * up at the next line end. Holds one row at a time.
 */
export async function* csvRows(texts: AsyncIterable<string>, separator: string, longest: number): AsyncIterable<CsvRow> {
  let values: string[] = [];
  let field = '';
  let length = 0;
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let line = 1;
  let began = 1;
  let lost = false;
  const ready: CsvRow[] = [];
  const endField = (): void => {
    if (!lost) values.push(field);
    field = '';
    state = 'start';
  };
  const endRow = (): void => {
    const blank = values.length === 0 && field === '' && state === 'start' && !lost;
    endField();
    if (!blank) ready.push({ line: began, values: lost ? null : values });
    values = [];
    length = 0;
    lost = false;
  };
  for await (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const mark = text[at] as string;
      if (mark === '\n') line++;
      if (++length > longest) {
        lost = true;
        field = '';
        values = [];
        if (state === 'quoted') state = 'plain';
      }
      if (state === 'quoted') {
        if (mark === '"') state = 'closed';
        else field += mark;
      } else if (mark === '"' && state === 'closed') {
        field += mark;
        state = 'quoted';
      } else if (mark === '"' && state === 'start') state = 'quoted';
      else if (mark === separator) endField();
      else if (mark === '\n') {
        if (field.endsWith('\r')) field = field.slice(0, -1);
        endRow();
        began = line;
      } else {
        if (!lost) field += mark;
        if (state === 'start' && mark !== '\r') state = 'plain';
      }
    }
    yield* ready.splice(0);
  }
  if (values.length > 0 || field !== '' || lost) endRow();
  yield* ready.splice(0);
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator of a table, by its first line: the one that stands there most often outside of quotation marks. Null where none does. */
export function separatorOf(head: string): string | null {
  const counts = new Map<string, number>(SEPARATORS.map((mark) => [mark, 0]));
  let quoted = false;
  for (const mark of head.slice(0, 16_384)) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === '\n') break;
    else if (!quoted && counts.has(mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const best = [...counts].sort(([, one], [, other]) => other - one)[0];
  return best !== undefined && best[1] > 0 ? best[0] : null;
}
