import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML with a parser that takes nothing but well-formed XML with namespaces; anything else is an error. */
export function readXml(text: string): Element {
  const open: Open[] = [];
  let root: Element | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    open.push({ name: local, namespace: uri, attributes: values, children: [], text: '' });
  });
  parser.on('text', (part) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) throw new Error('an element is closed that was not open');
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  parser.write(text).close();
  if (root === null) throw new Error('the document has no element');
  return root;
}

const ATOM = 'http://www.w3.org/2005/Atom';

/** RFC 3339 with a time zone, as RFC 4287 (3.3) wants it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;

export const childrenOf = (element: Element, name: string): readonly Element[] => element.children.filter((child) => child.name === name);

/** What of RFC 4287 a feed breaks: each rule of section 4.1 on elements that must be there, once, and of their forms. */
export function atomMistakes(feed: Element): readonly string[] {
  const mistakes: string[] = [];
  const wants = (holds: boolean, what: string): void => {
    if (!holds) mistakes.push(what);
  };
  wants(feed.name === 'feed' && feed.namespace === ATOM, 'the root is no atom:feed');
  const hasAuthor = childrenOf(feed, 'author').length > 0;
  wants(linksOf(feed, 'self').length === 1, 'the feed has no one link to itself');
  for (const one of [feed, ...childrenOf(feed, 'entry')]) {
    const where = one.name;
    wants(
      one.children.every(({ namespace }) => namespace === ATOM),
      `${where}: an element of another namespace`,
    );
    for (const name of ['id', 'title', 'updated']) wants(childrenOf(one, name).length === 1, `${where}: not exactly one ${name}`);
    for (const name of ['generator', 'icon', 'logo', 'subtitle', 'published', 'rights', 'summary', 'content'])
      wants(childrenOf(one, name).length <= 1, `${where}: more than one ${name}`);
    for (const { text } of childrenOf(one, 'id')) wants(IRI.test(text), `${where}: its id is no IRI: ${text}`);
    for (const { text } of childrenOf(one, 'updated')) wants(MOMENT.test(text), `${where}: updated is no moment: ${text}`);
    for (const author of childrenOf(one, 'author')) wants(childrenOf(author, 'name').length === 1, `${where}: an author without a name`);
    wants(hasAuthor || childrenOf(one, 'author').length > 0, `${where}: no author`);
    for (const { attributes } of childrenOf(one, 'link')) wants(IRI.test(attributes.href ?? ''), `${where}: a link to ${attributes.href}`);
    for (const { attributes } of childrenOf(one, 'category')) wants(attributes.term !== undefined, `${where}: a category without a term`);
    const kinds = linksOf(one, 'alternate').map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`);
    wants(new Set(kinds).size === kinds.length, `${where}: two alternates of one kind`);
    if (where === 'entry') wants(kinds.length > 0 || childrenOf(one, 'content').length > 0, 'an entry with neither content nor alternate');
  }
  const ids = childrenOf(feed, 'entry').map((entry) => childrenOf(entry, 'id')[0]?.text);
  wants(new Set(ids).size === ids.length, 'two entries have one id');
  return mistakes;
}

export const linksOf = (element: Element, relation: string): readonly Element[] =>
  childrenOf(element, 'link').filter(({ attributes }) => (attributes.rel ?? 'alternate') === relation);
