import type { BlockKind } from '../../engine/index.js';
import type { Part } from '../assemble.js';
import { isFurniture } from '../furniture.js';
import type { XmlElement } from '../xml/tree.js';

/** What the elements of XHTML and of NITF's body (IPTC NITF 3.6) are. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  p: 'paragraph',
  li: 'paragraph',
  dt: 'paragraph',
  dd: 'paragraph',
  pre: 'paragraph',
  td: 'paragraph',
  th: 'paragraph',
  fn: 'boilerplate',
  hl1: 'headline',
  hl2: 'heading',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  bq: 'quote',
  blockquote: 'quote',
  figcaption: 'caption',
  'media-caption': 'caption',
  'media-producer': 'caption',
  caption: 'caption',
};

/** Elements that hold no words of the article. */
const UNSEEN = new Set(['script', 'style', 'media-metadata', 'media-reference', 'media-object', 'head', 'object', 'iframe']);

/** Elements that begin a line of their own and are none of the above. */
const BLOCKS = new Set([
  'div',
  'section',
  'article',
  'block',
  'body',
  'ul',
  'ol',
  'dl',
  'table',
  'tr',
  'media',
  'figure',
  'note',
  'br',
  'hr',
  'body.content',
  'aside',
  'header',
  'footer',
  'main',
]);

/** The parts of an article's markup, in order. */
export function partsOf(element: XmlElement): readonly Part[] {
  const parts: Part[] = [];
  let text = '';
  let kind: BlockKind = 'paragraph';
  const finish = (): void => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') parts.push({ kind: kind === 'paragraph' && isFurniture(words) ? 'boilerplate' : kind, text: words });
    text = '';
  };
  const walk = (inside: XmlElement, inherited: BlockKind): void => {
    for (const child of inside.children) {
      if (typeof child === 'string') {
        if (text === '') kind = inherited;
        text += child;
        continue;
      }
      if (UNSEEN.has(child.name)) continue;
      const own = KINDS[child.name];
      const breaks = own !== undefined || BLOCKS.has(child.name);
      if (breaks) finish();
      // A paragraph in a quotation is the quotation's.
      walk(child, own === undefined || (own === 'paragraph' && inherited !== 'paragraph') ? inherited : own);
      if (breaks) finish();
    }
  };
  walk(element, 'paragraph');
  finish();
  return parts;
}
