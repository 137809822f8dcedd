import type { Day } from '../engine/model.js';
import { dayOf } from './days.js';
import { splitAuthors } from './fields.js';

/** What a line above an article's first paragraph tells. */
export type HeadLine =
  | { readonly kind: 'byline'; readonly authors: readonly string[] }
  /** `published` is null where the line dates something else ("Updated ...") or names no day. */
  | { readonly kind: 'dateline'; readonly published: Day | null };

/** "By Ida Holm and Jon Berg", "BY IDA HOLM, Meridian Post", "*By Ida Holm*": names behind By, and no verb. */
const BYLINE = /^[*_\s]{0,3}by:?\s+([^\n]{2,140}?)[*_\s]{0,3}$/i;

/** "Ida Holm | Meridian Post", "IDA HOLM, Staff Writer". Letters of a name: capitals first, initials, particles. */
const NAME = /^(?:the )?\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|del|der|di|van|von|bin|al|el|la|le|of|the|for) ){0,2}\p{Lu}[\p{L}.'’-]*){0,4}$/u;

/** "date 2031-03-14", "Published: 14 March 2031, 10:04", "Updated March 14, 2031", "Posted on 2031-03-14". */
const LABELLED =
  /^(date|dated|published|posted|first published|publication date|updated|last updated|modified|last modified)(?: on| at)?\s*[:|]?\s+(\S.{3,60})$/i;

/** A day alone on its line, perhaps with a time: what stands behind it may only be a clock. */
const CLOCK =
  /^[\s,|•·-]*(?:at )?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2})?[\s,.]*$/i;
const DAY_ALONE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})/iu;

/** Reads one line above the first paragraph; null where it is neither byline nor date. */
export function readHeadLine(line: string): HeadLine | null {
  const text = line.trim();
  if (text.length > 160) return null;
  return readByline(text) ?? readDateLine(text);
}

function readByline(text: string): HeadLine | null {
  const written = BYLINE.exec(text)?.[1];
  if (written === undefined) return null;
  const names = written
    .split(/\s+[|•·–—]\s+|\s+-\s+/)[0]
    ?.split(/,\s*/)
    .filter((part, index) => index === 0 || !isDescription(part))
    .join(', ');
  const authors = splitAuthors(names ?? '').map(unmark);
  return authors.length > 0 && authors.every((name) => NAME.test(name)) ? { kind: 'byline', authors } : null;
}

const unmark = (name: string): string => name.replace(/^[*_[]+|[*_\].]+$/g, '');

/** "staff writer", "Meridian Post correspondent", "Northline": what follows a name behind a comma and is none. */
const isDescription = (part: string): boolean =>
  /\b(?:writer|reporter|correspondent|editor|staff|news|press|post|times|journal|agency|chief|bureau|desk)\b/i.test(part) ||
  !/\s/.test(part.trim());

function readDateLine(text: string): HeadLine | null {
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const day = dayOf(labelled[2] ?? '');
    if (day === null) return null;
    return { kind: 'dateline', published: /updated|modified/i.test(labelled[1] ?? '') ? null : day };
  }
  const alone = DAY_ALONE.exec(text);
  if (!alone || !CLOCK.test(text.slice(alone[0].length))) return null;
  const day = dayOf(alone[0]);
  return day === null ? null : { kind: 'dateline', published: day };
}
