import type { TokenIndex } from '../model.js';
import { WORD_CLASS as is } from './word-classes.js';
import type { Words } from './words.js';

/** Where the name starts in a run of capitalised words: behind "Foreign Minister", "Secretary of State", "Democratic Sen."; the run's end where all of it is a role. */
export function startOfName({ lower, classes }: Words, from: TokenIndex, to: TokenIndex): TokenIndex {
  const last = lastWord(classes, from, to);
  if (isBodyName(classes, from, last)) return from;
  let start = from;
  for (let at = from; at < to; at++) {
    const bits = classes[at] ?? 0;
    const leads = (bits & (is.title | is.role)) !== 0;
    if ((bits & is.firstName) !== 0 && !leads && at < last) return at;
    if (leads) start = lower[at + 1] === 'of' || lower[at + 1] === 'for' ? behindOffice(lower, classes, at + 1, to) : at + 1;
    else if ((bits & is.party) !== 0 && at === start && at < last) start = at + 1;
    if (start > at + 1) at = start - 1;
  }
  return Math.min(start, to);
}

/** What can go on with an office's name: "Chief of the General Staff". */
const OFFICE = is.title | is.role | is.office | is.body | is.people;

/** "of State", "of the House": the office behind a title ends before the name. */
function behindOffice(lower: readonly string[], classes: Int32Array, of: TokenIndex, to: TokenIndex): TokenIndex {
  let at = of + 1;
  if (lower[at] === 'the') at++;
  for (let next = at + 1; next < to; next++) if (((classes[next] ?? 0) & is.firstName) !== 0) return next;
  at++;
  while (at < to && ((classes[at] ?? 0) & OFFICE) !== 0) at++;
  return at;
}

/** The last word of a name that is no suffix ("Jr."). */
function lastWord(classes: Int32Array, from: TokenIndex, to: TokenIndex): TokenIndex {
  let last = to - 1;
  while (last > from && ((classes[last] ?? 0) & is.suffix) !== 0) last--;
  return last;
}

/** A name that ends in a word for a body and does not open with a first name ("Justice Department", "King County"). */
function isBodyName(classes: Int32Array, from: TokenIndex, last: TokenIndex): boolean {
  const bits = classes[last] ?? 0;
  return (bits & is.body) !== 0 && (bits & (is.role | is.title)) === 0 && ((classes[from] ?? 0) & is.firstName) === 0;
}
