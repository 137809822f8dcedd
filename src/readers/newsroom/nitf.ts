import { assemble, hasArticleText, type Part } from '../assemble.js';
import { dayOf } from '../days.js';
import { type Metadata, NOTHING_TOLD, splitAuthors } from '../fields.js';
import { type ArticleOrFailure, failure, type Place, type ReaderNote } from '../reader.js';
import { at, childrenOf, findIn, textIn, type XmlElement } from '../xml/tree.js';
import { partsOf } from './markup-blocks.js';
import { isoOf, statusOf } from './status.js';

/** The article of a NITF document (IPTC News Industry Text Format, 3.x). */
export function readNitf(root: XmlElement, place: Place, before: readonly ReaderNote[]): ArticleOrFailure {
  const data = at(root, 'head', 'docdata');
  const release = at(data, 'date.release')?.attributes.norm ?? null;
  const word = data?.attributes['management-status'] ?? null;
  const status = statusOf(word, word?.toLowerCase() === 'embargoed' ? release : null);
  if (status.kind === 'canceled') return failure('canceled', place, 'was taken back by its newsroom (management-status "canceled")');
  const parts = nitfParts(root);
  if (!hasArticleText(parts)) return failure('no-text', place, 'is a NITF document without a text');
  const head = at(root, 'body', 'body.head');
  const publication = at(root, 'head', 'pubdata');
  const told: Metadata = {
    ...NOTHING_TOLD,
    id: at(data, 'doc-id')?.attributes['id-string'] ?? null,
    title: textIn(at(head, 'hedline', 'hl1')) ?? textIn(at(root, 'head', 'title')),
    published: firstDay(
      release,
      at(data, 'date.issue')?.attributes.norm,
      publication?.attributes['date.publication'],
      at(head, 'dateline', 'story.date')?.attributes.norm,
    ),
    outlet: publication?.attributes.name ?? textIn(at(head, 'distributor')) ?? at(data, 'doc.copyright')?.attributes.holder ?? null,
    url: webAddress(publication?.attributes['ex-ref']),
    authors: childrenOf(head, 'byline').flatMap((line) => authorsOf(line)),
    language: (root.attributes.lang ?? findIn(root, 'body')?.attributes.lang)?.toLowerCase().split('-')[0] ?? null,
    usageTerms: textIn(at(head, 'rights')) ?? textIn(at(data, 'rights')),
    embargoedUntil: status.embargoedUntil,
  };
  const { article, notes } = assemble(parts, told);
  return { kind: 'article', article, place, notes: [...before, ...notes] };
}

/** Headline, standfirst, byline, dateline, text and tagline of a NITF document, in this order. */
export function nitfParts(root: XmlElement): readonly Part[] {
  const body = at(root, 'body') ?? root;
  const head = at(body, 'body.head');
  const line = (kind: Part['kind'], element: XmlElement | null): readonly Part[] => {
    const text = textIn(element);
    return text === null ? [] : [{ kind, text }];
  };
  return [
    ...childrenOf(at(head, 'hedline'), 'hl1').flatMap((element) => line('headline', element)),
    ...childrenOf(at(head, 'hedline'), 'hl2').flatMap((element) => line('standfirst', element)),
    ...childrenOf(head, 'abstract').flatMap((element) => line('standfirst', element)),
    ...childrenOf(head, 'byline').flatMap((element): readonly Part[] => {
      const words = [textIn(withoutTitle(element)), textIn(at(element, 'byttl'))].filter((text) => text !== null);
      return words.length === 0 ? [] : [{ kind: 'byline', text: words.join(', ') }];
    }),
    ...line('dateline', at(head, 'dateline')),
    ...childrenOf(body, 'body.content').flatMap(partsOf),
    ...childrenOf(at(body, 'body.end'), 'tagline').flatMap((element): readonly Part[] => {
      const text = textIn(element);
      return text === null ? [] : [{ kind: 'boilerplate', text, reason: 'line under the article' }];
    }),
  ];
}

/** The persons that a byline marks, else its words. */
function authorsOf(byline: XmlElement): readonly string[] {
  const persons = childrenOf(byline, 'person').flatMap((person) => textIn(person) ?? []);
  if (persons.length > 0) return persons;
  const text = textIn(withoutTitle(byline));
  return text === null ? [] : splitAuthors(text);
}

const withoutTitle = (byline: XmlElement): XmlElement => ({
  ...byline,
  children: byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl'),
});

function firstDay(...moments: readonly (string | null | undefined)[]): string | null {
  for (const moment of moments) {
    const day = moment ? dayOf(isoOf(moment)) : null;
    if (day !== null) return day;
  }
  return null;
}

const webAddress = (address: string | undefined): string | null =>
  address !== undefined && /^https?:\/\//i.test(address) ? address : null;
