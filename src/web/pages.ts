import type { Feed } from './feed.js';
import type { Html } from './html.js';
import { aboutView } from './pages/about.js';
import { articleView } from './pages/article.js';
import { checkView } from './pages/check.js';
import { collectionsView, collectionView } from './pages/collections.js';
import { compareView } from './pages/compare.js';
import { correctionsView } from './pages/corrections.js';
import { coverageView } from './pages/coverage.js';
import { figuresView } from './pages/figures.js';
import { adHocView, issueView } from './pages/issue.js';
import { issuesView } from './pages/issues.js';
import { matrixView } from './pages/matrix.js';
import { searchView } from './pages/search.js';
import { shiftsView, shiftView } from './pages/shifts.js';
import { speakerView } from './pages/speaker.js';
import { speakersView } from './pages/speakers.js';
import { startView } from './pages/start.js';
import { statementView } from './pages/statement.js';
import { threadView } from './pages/thread.js';
import type { Rows } from './respond.js';
import type { Asked, Desk, View } from './view.js';

/** A page whose data have been read, ready to be written in any form. */
export interface Opened {
  readonly data: unknown;
  readonly title: string;
  readonly query: string;
  readonly body: () => Html;
  /** Null where the page has no table. */
  readonly rows: (() => Rows) | null;
}

export interface PageEntry {
  readonly path: string;
  /** How the navigation calls it; null where it stands not in the navigation. */
  readonly name: string | null;
  readonly open: (desk: Desk, asked: Asked) => Promise<Opened | null>;
  /** Null where the page has no feed. */
  readonly feed: ((desk: Desk, asked: Asked) => Promise<Feed | null>) | null;
}

function entry<Data>(path: string, name: string | null, view: View<Data>): PageEntry {
  return {
    path,
    name,
    feed: view.feed?.bind(view) ?? null,
    async open(desk, asked) {
      const data = await view.read(desk, asked);
      if (data === null) return null;
      const { rows } = view;
      return {
        data,
        title: view.title(data),
        query: view.query?.(data) ?? '',
        body: () => view.body(data, asked),
        rows: rows === undefined ? null : () => rows(data),
      };
    },
  };
}

/** Also asked by a form: a draft is too long for an address. */
export const CHECK = entry('/check', 'Check', checkView);

/** Every page that is read, in the order of the navigation. */
export const PAGES: readonly PageEntry[] = [
  entry('/', null, startView),
  entry('/search', null, searchView),
  entry('/speakers', 'Speakers', speakersView),
  entry('/speaker/:key', null, speakerView),
  entry('/article/:sha256', null, articleView),
  entry('/s/:id', null, statementView),
  entry('/issues', 'Issues', issuesView),
  entry('/issue', null, adHocView),
  entry('/issue/:id', null, issueView),
  entry('/shifts', 'Shifts', shiftsView),
  entry('/shift/:issue/:from/:to', null, shiftView),
  entry('/compare', 'Compare', compareView),
  entry('/matrix', 'Matrix', matrixView),
  entry('/replies', 'Replies', threadView),
  entry('/thread/:id', null, threadView),
  CHECK,
  entry('/figures', 'Figures', figuresView),
  entry('/coverage', 'Coverage', coverageView),
  entry('/collections', null, collectionsView),
  entry('/collections/:id', null, collectionView),
  entry('/corrections', null, correctionsView),
  entry('/about', null, aboutView),
];
