import { embargoEnd, WITHOUT_END } from '../days.js';

/** What a newsroom says may be done with an item, in the words of IPTC's publishing status and NITF's management status. */
export type Status = { readonly kind: 'canceled' } | { readonly kind: 'usable'; readonly embargoedUntil: string | null };

/**
 * The status of an item. One that is withheld is under an embargo without an end; one that is embargoed without a moment as well.
 * `stat:` and other prefixes of IPTC's codes are passed over.
 */
export function statusOf(status: string | null, embargoed: string | null): Status {
  const word = (status ?? '').toLowerCase().replace(/^.*[:/]/, '');
  if (word === 'canceled' || word === 'cancelled') return { kind: 'canceled' };
  const end = embargoed === null ? null : embargoEnd(isoOf(embargoed));
  if (word === 'withheld') return { kind: 'usable', embargoedUntil: WITHOUT_END };
  if (word === 'embargoed') return { kind: 'usable', embargoedUntil: end ?? WITHOUT_END };
  return { kind: 'usable', embargoedUntil: end };
}

/** "20310314T060000-0500", as NITF writes moments, in the form of ISO 8601 with marks. */
export function isoOf(written: string): string {
  const basic = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(written.trim());
  if (basic === null) return written.trim();
  const [, year, month, day, hour, minute, second = '00', zone = ''] = basic;
  return hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
