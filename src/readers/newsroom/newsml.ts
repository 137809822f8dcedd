import { assemble, hasArticleText, type Part } from '../assemble.js';
import { dayOf } from '../days.js';
import { type Metadata, NOTHING_TOLD, splitAuthors } from '../fields.js';
import { readFragment } from '../html/read-fragment.js';
import { partsOfText } from '../make-readable.js';
import { type ArticleOrFailure, failure, type Place, type ReaderNote } from '../reader.js';
import { isAgency } from '../wire.js';
import { at, childrenOf, findIn, textIn, type XmlElement } from '../xml/tree.js';
import { partsOf } from './markup-blocks.js';
import { nitfParts } from './nitf.js';
import { statusOf } from './status.js';

/** The roots of NewsML-G2 documents (IPTC) that can hold news texts or name them. */
export const NEWSML_ROOTS: ReadonlySet<string> = new Set(['newsMessage', 'newsItem', 'packageItem', 'itemSet']);

/** The articles of a NewsML-G2 document: of an item, or of a message with all its items. */
export function* readNewsMl(root: XmlElement, place: Place, before: readonly ReaderNote[]): Iterable<ArticleOrFailure> {
  if (root.name === 'newsItem') yield readItem(root, place, before);
  else if (root.name === 'packageItem') yield packageFailure(root, place);
  else {
    const sets = root.name === 'itemSet' ? [root] : childrenOf(root, 'itemSet');
    const items = sets.flatMap((set) => childrenOf(set, 'newsItem'));
    const packages = sets.flatMap((set) => childrenOf(set, 'packageItem'));
    for (const item of items) yield readItem(item, { ...place, source: `${place.source} ${item.attributes.guid ?? ''}`.trim() }, before);
    // A package whose items came along only says in which order they stand.
    if (items.length === 0) for (const item of packages) yield packageFailure(item, place);
    if (items.length + packages.length === 0) yield failure('empty', place, 'is a NewsML-G2 message without news items');
  }
}

function packageFailure(item: XmlElement, place: Place): ArticleOrFailure {
  const titles = referencesOf(item).slice(0, 5).join('; ');
  const count = referencesOf(item).length;
  return failure(
    'no-text',
    place,
    `is a NewsML-G2 package: it names ${count} items and holds none of their texts${titles === '' ? '' : ` (${titles})`}`,
  );
}

const referencesOf = (item: XmlElement): readonly string[] =>
  childrenOf(at(item, 'groupSet'), 'group').flatMap((group) =>
    childrenOf(group, 'itemRef').map(
      (reference) => textIn(at(reference, 'title')) ?? reference.attributes.residref ?? reference.attributes.href ?? '',
    ),
  );

function readItem(item: XmlElement, place: Place, before: readonly ReaderNote[]): ArticleOrFailure {
  const management = at(item, 'itemMeta');
  const content = at(item, 'contentMeta');
  const status = statusOf(codeOf(at(management, 'pubStatus')), textIn(at(management, 'embargoed')));
  if (status.kind === 'canceled') return failure('canceled', place, 'was taken back by its newsroom (pubStatus "canceled")');
  const headline = textIn(childrenOf(content, 'headline')[0]) ?? textIn(at(management, 'title'));
  const body = bodyOf(at(item, 'contentSet'));
  const parts: readonly Part[] = [
    ...(headline === null || body.some((part) => part.kind === 'headline') ? [] : [{ kind: 'headline' as const, text: headline }]),
    ...body,
  ];
  if (!hasArticleText(parts))
    return failure('no-text', place, `is a NewsML-G2 item of class "${codeOf(at(management, 'itemClass')) ?? 'unknown'}" without a text`);
  const told: Metadata = {
    ...NOTHING_TOLD,
    ...{ id: item.attributes.guid ?? null, title: headline, authors: authorsOf(content), embargoedUntil: status.embargoedUntil },
    published: firstDay(
      at(content, 'contentCreated'),
      at(management, 'firstCreated'),
      at(management, 'versionCreated'),
      at(content, 'contentModified'),
    ),
    language: (at(content, 'language')?.attributes.tag ?? item.attributes.lang)?.toLowerCase().split('-')[0] ?? null,
    usageTerms: termsOf(item),
    ...senderOf(management, content),
  };
  const { article, notes } = assemble(parts, told);
  return { kind: 'article', article, place, notes: [...before, ...notes] };
}

const codeOf = (element: XmlElement | null): string | null => element?.attributes.qcode ?? element?.attributes.uri ?? null;

/** The first rendition with a text: markup before plain text. */
function bodyOf(set: XmlElement | null): readonly Part[] {
  for (const inline of childrenOf(set, 'inlineXML')) {
    const nitf = findIn(inline, 'nitf');
    const parts = nitf === null ? partsOf(findIn(inline, 'body') ?? inline) : nitfParts(nitf);
    if (parts.length > 0) return parts;
  }
  for (const inline of childrenOf(set, 'inlineData')) {
    const text = inline.children.filter((child): child is string => typeof child === 'string').join('');
    if (text.trim() === '') continue;
    if (!/html/i.test(inline.attributes.contenttype ?? '')) return partsOfText(text.trim());
    const fragment = readFragment(text);
    return fragment.blocks.map(({ kind, start, end }) => ({ kind, text: fragment.text.slice(start, end) }));
  }
  return [];
}

/** A literal of a party: what its name element says, else its literal. */
const nameOf = (party: XmlElement | null): string | null => textIn(at(party, 'name')) ?? party?.attributes.literal ?? null;

function authorsOf(content: XmlElement | null): readonly string[] {
  const line = textIn(at(content, 'by'));
  if (line !== null) return splitAuthors(line);
  return childrenOf(content, 'creator').flatMap((creator) => nameOf(creator) ?? []);
}

function senderOf(management: XmlElement | null, content: XmlElement | null): Pick<Metadata, 'outlet' | 'wire'> {
  const provider = at(management, 'provider');
  const name = nameOf(provider) ?? provider?.attributes.qcode?.replace(/^.*:/, '') ?? provider?.attributes.uri ?? null;
  const source = nameOf(at(content, 'infoSource'));
  return { outlet: name, wire: [source, name].find((candidate) => candidate !== null && isAgency(candidate)) ?? null };
}

/** Everything that the item says of its use, a line each. */
function termsOf(item: XmlElement): string | null {
  const terms = childrenOf(item, 'rightsInfo').flatMap((info) => childrenOf(info, 'usageTerms').flatMap((term) => textIn(term) ?? []));
  return terms.length === 0 ? null : terms.join('\n');
}

function firstDay(...elements: readonly (XmlElement | null)[]): string | null {
  for (const element of elements) {
    const day = dayOf(textIn(element) ?? '');
    if (day !== null) return day;
  }
  return null;
}
