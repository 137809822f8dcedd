import type { Element } from './tree.js';

/** A run of text that a browser would show as one block: a paragraph, a list item, a heading, a table cell, a caption. */
export interface Run {
  readonly text: string;
  /** The innermost block element that holds it. */
  readonly element: Element;
  /** How many of its characters stand in links, 0 to 1. */
  readonly linked: number;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr amp-img ruby rb'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['script', 'head', 'title', 'button', 'input', 'textarea', 'option', 'img']);

/** Cuts the page's visible text into runs, in the order of the page. Two line breaks in a row cut as well. */
export function cutRuns(root: Element): readonly Run[] {
  const runs: Run[] = [];
  let parts: string[] = [];
  let linked = 0;
  let holder = root;
  let breaks = 0;
  const flush = (): void => {
    const text = parts.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') runs.push({ text, element: holder, linked: Math.min(1, linked / text.length) });
    parts = [];
    linked = 0;
    breaks = 0;
  };
  // An explicit stack: each entry is an element to enter, a text, or the closing of a block.
  type Entry = { readonly node: Element | string; readonly links: number; readonly block: Element } | { readonly close: Element };
  const stack: Entry[] = [{ node: root, links: 0, block: root }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if ('close' in entry) {
      flush();
      holder = entry.close;
      continue;
    }
    const { node, links, block } = entry;
    if (typeof node === 'string') {
      if (parts.length === 0) holder = block;
      parts.push(node);
      if (/\S/.test(node)) breaks = 0;
      if (links > 0) linked += node.replace(/\s+/g, ' ').length;
      continue;
    }
    if (SKIPPED.has(node.name) || isHidden(node)) continue;
    if (node.name === 'br') {
      if (++breaks >= 2) flush();
      else parts.push(' ');
      continue;
    }
    const inline = INLINE.has(node.name);
    if (!inline) {
      flush();
      stack.push({ close: block });
    }
    const inside = links + (node.name === 'a' ? 1 : 0);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push({ node: child, links: inside, block: inline ? block : node });
    }
  }
  flush();
  return runs;
}

function isHidden(element: Element): boolean {
  const { attributes } = element;
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  const style = attributes.style;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
