import type { Failure } from '../../readers/index.js';
import type { Filed } from '../../record/index.js';
import type { ReadItem } from '../../runtime/index.js';
import type { Context } from '../context.js';

/** What happens while articles are added, as JSON lines for programs: docs/adding-news.md has the table. Nothing where nobody asked. */
export interface Events {
  article(item: ReadItem, filed: Filed): Promise<unknown>;
  failure(failure: Failure): Promise<unknown>;
  skipped(place: string): Promise<unknown>;
  /** At most once a second. */
  progress(counts: { readonly articles: number; readonly seconds: number; readonly share: number | null }): Promise<unknown>;
  end(summary: object): Promise<unknown>;
}

const PAUSE = 1000;

export function jsonEvents({ out, clock }: Context): Events {
  const write = (event: string, values: object): Promise<unknown> => out.line(JSON.stringify({ event, ...values }));
  let told = clock();
  return {
    article: ({ place, article }, { outcome, address, sha256, version, statements }) =>
      write('article', { outcome, address, title: article.title, sha256, version, statements, place: place.source, line: place.line }),
    failure: ({ code, place, message }) => write('failure', { code, ...place, message }),
    skipped: (place) => write('skipped', { source: place }),
    progress: async ({ articles, seconds, share }) => {
      if (clock() - told < PAUSE) return;
      told = clock();
      const left = share !== null && share > 0.02 ? (seconds / share) * (1 - share) : null;
      await write('progress', {
        articles,
        seconds: rounded(seconds),
        rate: rounded(articles / Math.max(seconds, 0.001)),
        share,
        left: left && rounded(left),
      });
    },
    end: (summary) => write('end', summary),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const nothing = async (): Promise<void> => {};
export const NO_EVENTS: Events = { article: nothing, failure: nothing, skipped: nothing, progress: nothing, end: nothing };
