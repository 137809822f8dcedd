import { embargoText } from '../text/days.js';
import type { ExportReport } from './exported.js';

/** What an export left out because of an embargo, as a sentence; null where it left nothing out. */
export function withheldText({ embargoed, embargoEnds }: ExportReport): string | null {
  if (embargoed === 0) return null;
  const what = embargoed === 1 ? '1 statement is' : `${embargoed} statements are`;
  return `${what} left out: under embargo${endText(embargoEnds)}.`;
}

const endText = (ends: string | null): string =>
  ends === null || ends.startsWith('9999') ? ' without an end' : `, the first ${embargoText(ends)}`;
