import { ProblemError } from './problems.js';

/** One page of a list that is worked out whole. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * The items behind the one that `after` names. `nameOf` tells an item from every other one and stays the same when others come
 * before it, so that nothing is shown twice and nothing is left out.
 */
export function pageOf<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Page<Item> {
  const wanted = after === undefined ? null : readCursor(after);
  const at = wanted === null ? 0 : items.findIndex((item) => nameOf(item) === wanted) + 1;
  if (wanted !== null && at === 0) throw cursorWrong();
  const shown = items.slice(at, at + limit);
  const last = shown.at(-1);
  return { items: shown, next: last === undefined || at + limit >= items.length ? null : writeCursor(nameOf(last)) };
}

export const writeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The value of a cursor; a problem where it is none. */
export function readCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw cursorWrong();
  }
}

export const cursorWrong = (): ProblemError =>
  new ProblemError('cursor-wrong', 'This cursor does not belong to this question, or what it points at is gone; start again without one.', [
    { in: 'query', name: 'after', detail: 'not a cursor of this question' },
  ]);
