import { AGENCIES } from './lists/agencies.js';

/** "OSTERIN, March 14 (Northline) - ", "Osterin (AP) — ", "(AFP)": place, perhaps a day, the agency in brackets, a dash. "(R-Osterin)" is a party. */
const BRACKETED =
  /^(?:[\p{Lu}][\p{L}.'’ ,/-]{0,60}?(?:\d{1,2}[^(\n]{0,12})?)?\((?![A-Z]-)([\p{Lu}][\p{L}. -]{0,30}|[a-z]{3,4})\)\s*(?:[-–—:]|$)/u;

/** "AP, OSTERIN — ", "Reuters - ": an agency of the list before the dash. */
const LEADING = /^([\p{L} ]{2,30}?)(?:,[^\n–—-]{1,40})?\s*[–—-]{1,2}\s/u;

/** "Copyright 2031 Northline News Agency": only an agency of the list counts there. */
const RIGHTS = /^(?:copyright|©|\(c\))\s*(?:©\s*)?(?:by\s+)?(?:\d{4}\s+)?(?:by\s+)?([\p{L} .-]{2,40}?)(?:[.,]|\s+\d{4}|\s+all rights|$)/iu;

/** The agency that a story's first paragraph credits in its dateline; null where it credits none. */
export function wireOfDateline(paragraph: string): string | null {
  const head = paragraph.slice(0, 140);
  const bracketed = BRACKETED.exec(head)?.[1];
  if (bracketed !== undefined) return bracketed.trim();
  const leading = LEADING.exec(head)?.[1]?.trim();
  return leading !== undefined && isAgency(leading) ? leading : null;
}

/** The agency that a line about rights names. */
export function wireOfRights(line: string): string | null {
  const name = RIGHTS.exec(line.trim().slice(0, 140))?.[1]?.trim();
  return name !== undefined && isAgency(name) ? name : null;
}

/** Whether a byline is an agency's name and no person's. */
export const isAgency = (name: string): boolean => AGENCIES.has(name.trim().toLowerCase());
