import type { Block } from '../../engine/index.js';
import { isFurniture } from '../furniture.js';
import { cutRuns, type Run } from './runs.js';
import { parsePage } from './tree.js';

/** HTML that is an article's text and nothing else (a feed's content, an export's field) as a text with its blocks. */
export function readFragment(html: string): { readonly text: string; readonly blocks: readonly Block[] } {
  const runs = cutRuns(parsePage(html).root);
  const blocks: Block[] = [];
  let at = 0;
  for (const run of runs) {
    blocks.push({ kind: kindOf(run), start: at, end: at + run.text.length });
    at += run.text.length + 2;
  }
  return { text: runs.map((run) => run.text).join('\n\n'), blocks };
}

function kindOf(run: Run): Block['kind'] {
  if (isFurniture(run.text)) return 'boilerplate';
  if (/^h[1-6]$/.test(run.element.name)) return 'heading';
  if (run.element.name === 'figcaption') return 'caption';
  for (let next: Run['element'] | null = run.element; next !== null; next = next.parent) if (next.name === 'blockquote') return 'quote';
  return 'paragraph';
}
