import { FIELD_NAMES, type FieldName, fieldOfName } from '../fields.js';
import type { ReaderNote } from '../reader.js';

/** Which column of a table holds which field of an article. */
export type ColumnMapping = ReadonlyMap<FieldName, string>;

/** What stands behind `--columns`: "text=body,published=date". Null where it cannot be understood; `problem` says why. */
export function parseColumns(written: string): { readonly mapping: ColumnMapping } | { readonly problem: string } {
  const mapping = new Map<FieldName, string>();
  for (const pair of written.split(',')) {
    const [name = '', column = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
    const field = FIELD_NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
    if (field === undefined) return { problem: `"${name}" is no field; fields are ${FIELD_NAMES.join(', ')}` };
    if (column === '') return { problem: `"${pair.trim()}" names no column; write ${name}=COLUMN` };
    mapping.set(field, column);
  }
  return { mapping };
}

/** The columns of a table by what they hold: as the user says, else by their names. */
export function mapColumns(columns: readonly string[], given: ColumnMapping | null): ColumnMapping {
  const mapping = new Map<FieldName, string>();
  const taken = new Set<string>();
  for (const [field, wanted] of given ?? []) {
    const column = columns.find((name) => name === wanted) ?? columns.find((name) => name.toLowerCase() === wanted.toLowerCase());
    if (column === undefined) continue;
    mapping.set(field, column);
    taken.add(column);
  }
  for (const field of FIELD_NAMES) {
    if (mapping.has(field)) continue;
    const ranked = columns
      .filter((column) => !taken.has(column))
      .map((column) => ({ column, rank: fieldOfName(field, column) }))
      .filter(({ rank }) => rank >= 0)
      .sort((one, other) => one.rank - other.rank);
    const best = ranked[0];
    if (best === undefined) continue;
    mapping.set(field, best.column);
    taken.add(best.column);
  }
  return mapping;
}

/** Says which column was taken for what, so that a wrong guess is seen. */
export function columnsNote(columns: readonly string[], mapping: ColumnMapping): ReaderNote {
  const used = [...mapping].map(([field, column]) => `${field}=${column}`).join(',');
  const rest = columns.filter((column) => ![...mapping.values()].includes(column));
  const others = rest.length === 0 ? '' : `; not read: ${rest.slice(0, 20).join(', ')}${rest.length > 20 ? ', …' : ''}`;
  return { code: 'columns-guessed', message: `is read with --columns ${used}${others}` };
}

/** What a table without a column of texts is told. */
export const withoutText = (columns: readonly string[]): string =>
  `has no column that is known to hold texts; say which one does: --columns text=NAME (its columns: ${columns.slice(0, 20).join(', ').slice(0, 500)})`;

/** One row as a record whose names are the fields'. */
export function recordOf(row: Readonly<Record<string, unknown>>, mapping: ColumnMapping): object {
  return Object.fromEntries([...mapping].map(([field, column]) => [field, row[column]]));
}
