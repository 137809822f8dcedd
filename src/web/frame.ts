import type { LookedAt } from '../record/index.js';
import type { StaticFiles } from './assets.js';
import { spanText } from './days.js';
import { type Child, counted, type Html, html } from './html.js';
import { personForm } from './sign-in.js';
import { STANCE_SHAPES } from './stance.js';
import { clipped } from './words.js';

export interface NavigationEntry {
  readonly href: string;
  readonly name: string;
}

export interface Frame {
  readonly title: string;
  /** The path of the page, so that navigation can say where one is. */
  readonly path: string;
  /** What stands in the search box. */
  readonly query?: string;
  readonly navigation: readonly NavigationEntry[];
  /** Who is signed in, where somebody must be. */
  readonly person?: string | null;
  readonly files: StaticFiles;
  /** Addresses of the same data, shown at the foot. */
  readonly formats?: readonly NavigationEntry[];
  /** The address of the page's feed; null where it has none. */
  readonly feed?: string | null;
  readonly body: Child;
}

/** A whole page: masthead with search and navigation, the page's own body, the foot. */
export const framed = (frame: Frame): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title === '' ? 'OnRecord' : `${clipped(frame.title, 200).text} · OnRecord`}</title>
<link rel="stylesheet" href="${frame.files.addressOf('style.css')}">
<link rel="icon" href="${frame.files.addressOf('icon.svg')}" type="image/svg+xml">
${
  frame.feed != null &&
  html`<link rel="alternate" type="application/atom+xml" title="${clipped(frame.title === '' ? 'OnRecord' : frame.title, 200).text}" href="${frame.feed}">
`
}<script type="module" src="${frame.files.addressOf('keys.js')}"></script>
</head>
<body>
<a class="skip" href="#main">To the page</a>
${STANCE_SHAPES}
<header class="masthead">
<a class="wordmark" href="/">OnRecord</a>
${frame.path !== '/' && searchForm(frame.query ?? '')}
<nav aria-label="Pages"><ul>${frame.navigation.map((entry) => navigationEntry(entry, frame.path))}</ul></nav>
${frame.person != null && personForm(frame.person)}
</header>
<main class="page" id="main">
${frame.body}
</main>
<footer class="colophon"><div>
<p>A record of who said what. It does not say whether it is true.</p>
<ul class="foot-links">
${frame.formats?.map((format) => html`<li><a href="${format.href}">${format.name}</a></li>`)}
<li><a href="/corrections">Corrections</a></li>
<li><a href="/about">About the record</a></li>
</ul>
</div></footer>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
<dl class="facts"><dt><kbd>/</kbd></dt><dd>to the search box</dd><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous statement</dd><dt><kbd>Enter</kbd></dt><dd>open it</dd><dt><kbd>?</kbd></dt><dd>this list</dd></dl>
<form method="dialog"><button>Close</button></form></dialog>
</body>
</html>
`;

const searchForm = (query: string): Html => html`<form class="search" action="/search" role="search">
<input id="search" type="search" name="q" aria-label="Search the record" placeholder="Search: words, speaker:Name, date:2031-03" value="${query}">
<button>Search</button>
</form>`;

const navigationEntry = (entry: NavigationEntry, path: string): Html =>
  isWithin(path, entry.href)
    ? html`<li><a href="${entry.href}" aria-current="${path === entry.href ? 'page' : 'true'}">${entry.name}</a></li>`
    : html`<li><a href="${entry.href}">${entry.name}</a></li>`;

/** "/speaker/…" belongs to "/speakers". */
const isWithin = (path: string, href: string): boolean => path === href || path.startsWith(`${href.replace(/s$/, '')}/`);

/** What an answer was made from: "214 articles, 5 outlets, 3 Jan 2030 – 22 Aug 2031". */
export function lookedAtText(lookedAt: LookedAt): string {
  const days = spanText(lookedAt.from, lookedAt.to);
  const imported = lookedAt.imported === 0 ? [] : [counted(lookedAt.imported, 'imported quotation')];
  return [counted(lookedAt.articles, 'article'), counted(lookedAt.outlets, 'outlet'), ...(days === null ? [] : [days]), ...imported].join(
    ', ',
  );
}

/** The line that ends every list. `more` adds what else a reader must know to weigh it. */
export const lookedAtLine = (lookedAt: LookedAt, more: Child = null): Html =>
  html`<p class="looked-at">Looked at: ${lookedAtText(lookedAt)}${more}.</p>`;
