import type { Stance } from '../engine/index.js';
import { type Html, html } from './html.js';

/** The order in which stances are listed everywhere. */
export const STANCES: readonly Stance[] = ['for', 'only-if', 'against', 'unclear'];

export const stanceWords = (stance: Stance): string => (stance === 'only-if' ? 'only if' : stance);

export const isStance = (text: string): text is Stance => (STANCES as readonly string[]).includes(text);

/** Draws each stance's shape: filled circle, half circle, square, open circle. Used by `<use href="#mark-…">` on every page. */
export const STANCE_SHAPES: Html = html`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
<defs>
<g id="mark-for"><circle r="5.5" class="full"/></g>
<g id="mark-only-if"><circle r="5" class="hollow"/><path d="M0-5.5a5.5 5.5 0 0 0 0 11z" class="full"/></g>
<g id="mark-against"><rect x="-5" y="-5" width="10" height="10" class="full"/></g>
<g id="mark-unclear"><circle r="4.75" class="hollow"/></g>
</defs>
</svg>`;

/** A shape in a line of text. It says nothing to who cannot see it: its words always follow. */
export const stanceShape = (stance: Stance): Html =>
  html`<svg class="shape ${stance}" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false"><use href="#mark-${stance}"/></svg>`;

/** The shape followed by its words. */
export const stanceLabel = (stance: Stance): Html =>
  html`<span class="stance ${stance}">${stanceShape(stance)} ${stanceWords(stance)}</span>`;
