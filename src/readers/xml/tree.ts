import { Parser } from 'htmlparser2';
import type { ReaderNote } from '../reader.js';

/** An element of an XML document. Names are without their prefixes: newsroom formats are told by their elements, and prefixes differ. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlDocument {
  /** Null where the text holds no element. */
  readonly root: XmlElement | null;
  readonly notes: readonly ReaderNote[];
}

/** Deeper and longer than any newsroom's document; beyond the depth an element's text is kept and its tag ignored, beyond the count reading stops. */
const DEEPEST = 200;
const MOST = 500_000;

/** How much is parsed between two looks at the count, in code units. */
const CHUNK = 65_536;

const ENTITIES: ReaderNote = {
  code: 'entities-refused',
  message: 'declares entities of its own; they are never expanded and stand in the text as they are written',
};

/** Parses XML however broken it is. Only the five entities of XML and numbers are decoded: a document cannot define others, nor have files read in. */
export function parseXml(text: string): XmlDocument {
  const root: Draft = { name: '#root', attributes: {}, children: [] };
  const open: Draft[] = [root];
  let ignored = 0;
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count++;
        if (open.length > DEEPEST || ignored > 0) {
          ignored++;
          return;
        }
        const element: Draft = { name: localName(name), attributes: withoutPrefixes(attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(part) {
        open.at(-1)?.children.push(part);
      },
      onclosetag() {
        if (ignored > 0) ignored--;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  for (let at = 0; at < text.length && count < MOST; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.end();
  const first = root.children.find((child): child is Draft => typeof child !== 'string');
  return { root: first ?? null, notes: /<!ENTITY\s/i.test(text.slice(0, 100_000)) ? [ENTITIES] : [] };
}

interface Draft {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Draft | string)[];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** "xml:lang" and "lang" mean the same here; null prototype, because a document names the keys. */
function withoutPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const plain: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) plain[localName(name)] ??= value;
  return plain;
}

/** The elements of a name directly inside. */
export const childrenOf = (element: XmlElement | null | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** The first element at the end of a path of names. */
export function at(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  let found: XmlElement | null = element ?? null;
  for (const name of path) found = childrenOf(found, name)[0] ?? null;
  return found;
}

/** The first element of a name at any depth, in document order. */
export function findIn(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const found = child.name === name ? child : findIn(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** All text inside, white space made single; null where there is none. */
export function textIn(element: XmlElement | null | undefined): string | null {
  const text = element ? collectText(element).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}

function collectText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : collectText(child);
  return text;
}
