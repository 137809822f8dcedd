import type { Dating } from '../../engine/index.js';
import { intervalText } from '../../web/days.js';

/** "on 14 March 2031", "in March 2031", "between 1 and 14 March 2031", "on or before 14 March 2031", "day not given". */
export function formatSaid({ from, to }: Pick<Dating, 'from' | 'to'>): string {
  const text = intervalText(from, to);
  if (from !== null && from === to) return `on ${text}`;
  return /^(?:[A-Z]\p{L}+ )?\d{4}$/u.test(text) ? `in ${text}` : text;
}
