import { assemble, hasArticleText, type Part } from '../assemble.js';
import { dayOf } from '../days.js';
import { type Metadata, NOTHING_TOLD, splitAuthors } from '../fields.js';
import { readFragment } from '../html/read-fragment.js';
import { partsOfText } from '../make-readable.js';
import { type ArticleOrFailure, failure, type Limits, type Place } from '../reader.js';
import { isAgency } from '../wire.js';
import { parseXml } from '../xml/tree.js';
import { partsOf } from './markup-blocks.js';
import { nitfParts } from './nitf.js';
import { statusOf } from './status.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Whether a JSON object is news in ninjs (IPTC): generation 1 has `body_…` and `versioncreated`, generations 2 and 3 have lists
 * `headlines` and `bodies`. Case is not looked at: generation 3 writes `versionCreated`.
 */
export function isNinjs(value: object): boolean {
  const keys = new Set(Object.keys(value).map((key) => key.toLowerCase()));
  if (!keys.has('uri')) return false;
  if (Array.isArray(lowered(value).bodies)) return true;
  return (
    [...keys].some((key) => key.startsWith('body_')) || (keys.has('versioncreated') && (keys.has('headline') || keys.has('headlines')))
  );
}

/** The article of a ninjs object, 1.0 to 3.x. */
export function readNinjs(value: object, place: Place, limits: Limits): ArticleOrFailure {
  const item = lowered(value);
  const status = statusOf(text(item.pubstatus), text(item.embargoed));
  if (status.kind === 'canceled') return failure('canceled', place, 'was taken back by its newsroom (pubstatus "canceled")');
  const headline = text(item.headline) ?? chosen(item.headlines, ['main', 'web', 'print'])?.value ?? text(item.title);
  const body = bodyOf(item);
  const parts: Part[] = headline === null ? [] : [{ kind: 'headline', text: headline.replace(/\s+/g, ' ') }];
  if (body !== null) {
    if (body.value.length > limits.article * 4)
      return failure('too-large', place, `has a body of more than ${(limits.article * 4) / 1e6} million characters`);
    parts.push(...partsOfBody(body));
  }
  if (!hasArticleText(parts)) return failure('no-text', place, `is ninjs of type "${text(item.type) ?? 'unknown'}" without a text`);
  const told: Metadata = {
    ...NOTHING_TOLD,
    ...{ id: text(item.uri), title: headline, usageTerms: text(item.usageterms), embargoedUntil: status.embargoedUntil },
    published: firstDay(item.contentcreated, item.firstcreated, item.versioncreated),
    language: text(item.language)?.toLowerCase().split('-')[0] ?? null,
    authors: authorsOf(item),
    ...senderOf(item),
    url: text(item.uri)?.startsWith('http') ? text(item.uri) : null,
  };
  const { article, notes } = assemble(parts, told);
  return { kind: 'article', article, place, notes };
}

/** A copy whose names are in lower case; null prototype, because the sender names the keys. */
function lowered(value: object): Json {
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[key.toLowerCase()] ??= inner;
  return copy;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

interface Body {
  readonly value: string;
  readonly contentType: string;
}

/** Of several, the one of the best role, else the first with words. */
function chosen(list: unknown, roles: readonly string[]): Body | null {
  if (!Array.isArray(list)) return null;
  const bodies = list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { role, value, contenttype } = lowered(entry);
    const words = text(value);
    return words === null
      ? []
      : [{ role: text(role)?.toLowerCase() ?? '', value: words, contentType: text(contenttype)?.toLowerCase() ?? '' }];
  });
  return roles.map((role) => bodies.find((body) => body.role === role)).find((body) => body !== undefined) ?? bodies[0] ?? null;
}

/** Markup tells paragraphs apart; a plain text is taken where there is none. */
function bodyOf(item: Json): Body | null {
  if (Array.isArray(item.bodies)) {
    const marked = item.bodies.filter(
      (entry) => typeof entry === 'object' && entry !== null && /html|xml/i.test(String(lowered(entry).contenttype ?? '')),
    );
    return chosen(marked, ['main', 'html', 'xhtml', 'web', 'richtext']) ?? chosen(item.bodies, ['main', 'text', 'plain']);
  }
  const types: readonly (readonly [string, string])[] = [
    ['body_xhtml', 'text/html'],
    ['body_html', 'text/html'],
    ['body_html5', 'text/html'],
    ['body_richhtml5', 'text/html'],
    ['body_nitf', 'application/nitf+xml'],
    ['body_text', 'text/plain'],
  ];
  for (const [name, contentType] of types) {
    const value = text(item[name]);
    if (value !== null) return { value, contentType };
  }
  const other = Object.entries(item).find(([name, value]) => name.startsWith('body_') && text(value) !== null);
  return other === undefined ? null : { value: other[1] as string, contentType: '' };
}

function partsOfBody({ value, contentType }: Body): readonly Part[] {
  if (/nitf/.test(contentType)) {
    const { root } = parseXml(value);
    return root === null ? [] : root.name === 'nitf' ? nitfParts(root) : partsOf(root);
  }
  if (!/^text\/plain/.test(contentType) && /<(?:p|div|br|h\d|section|article|html|ul|blockquote)\b/i.test(value)) {
    const fragment = readFragment(value);
    return fragment.blocks.map(({ kind, start, end }) => ({ kind, text: fragment.text.slice(start, end) }));
  }
  return partsOfText(value);
}

function firstDay(...moments: readonly unknown[]): string | null {
  for (const moment of moments) {
    const day = dayOf(text(moment) ?? '');
    if (day !== null) return day;
  }
  return null;
}

/** "Von Ada Brant, Northline": names without the preposition of any language that capitalises none. */
function authorsOf(item: Json): readonly string[] {
  const line = text(item.byline) ?? text(item.by);
  if (line !== null) return splitAuthors(line.replace(/^(?:by|von|par|por|di|av|door)\s+(?=\p{Lu})/iu, ''));
  const people = Array.isArray(item.people) ? item.people : Array.isArray(item.person) ? item.person : [];
  return people.flatMap((person) => {
    if (typeof person !== 'object' || person === null) return [];
    const { name, rel } = lowered(person);
    return /creator|author|byline/i.test(String(rel ?? '')) ? (text(name) ?? []) : [];
  });
}

/** Who sent it: an agency is the wire, anything else the outlet. */
function senderOf(item: Json): Pick<Metadata, 'outlet' | 'wire'> {
  const source = Array.isArray(item.infosources) ? item.infosources[0] : null;
  const name =
    text(item.provider) ??
    (typeof source === 'object' && source !== null ? text(lowered(source).name) : null) ??
    text(item.copyrightholder);
  return { outlet: name, wire: name !== null && isAgency(name) ? name : null };
}
