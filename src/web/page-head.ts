import { type Child, type Html, html } from './html.js';

/** What stands at the top of a page about somebody or something: what kind it is, its name, and a line that says what the page shows. */
export const pageHead = ({ kicker, title, lead }: { readonly kicker: Child; readonly title: Child; readonly lead: Child }): Html =>
  html`<p class="kicker">${kicker}</p>
<h1>${title}</h1>
${lead !== null && lead !== false && html`<p class="lead">${lead}</p>`}`;
