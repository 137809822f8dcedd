import type { ArticleHead, RecordedArticle, StatementRecord } from '../../record/index.js';
import { type Difference, lineDifferences, wordDifferences } from '../../web/diff.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { wrap } from '../words/wrap.js';

/** Shows the texts that an article's address carried, with the words that changed, and where else each text appeared. */
export const showVersions: Run = (context, [key = ''], options) =>
  withRecord<Exit>(context, options, 'read', async (record) => {
    const article = await record.article(key);
    if (article === null) throw problem('article-unknown', key);
    const versions = await versionsOf(record, article);
    if (options.json) await context.out.line(JSON.stringify({ address: article.head.address, versions: versions.map(plainVersion) }));
    else for (const part of describe(context, article, versions)) await context.out.line(part);
    return 'ok';
  });

/** A version with what became of the one before. */
interface Version {
  readonly head: ArticleHead;
  /** Paragraphs that differ, in order, word by word; null for the first version. */
  readonly changes: readonly (readonly Difference[])[] | null;
  /** Other addresses of the same text. */
  readonly alsoAt: readonly string[];
}

async function versionsOf(record: StatementRecord, article: RecordedArticle): Promise<readonly Version[]> {
  const versions: Version[] = [];
  let before: RecordedArticle | null = null;
  for (const head of article.versions) {
    const own: RecordedArticle | null = head.sha256 === article.head.sha256 ? article : await record.article(head.sha256);
    versions.push({
      head,
      changes: before === null || own === null ? null : changesBetween(before, own),
      alsoAt: [...new Set((own?.appearances ?? []).map(({ address }) => address).filter((address) => address !== head.address))],
    });
    before = own;
  }
  return versions;
}

/** Paragraphs that were taken out and put in, those that stand in one another's place compared word by word. */
function changesBetween(before: RecordedArticle, after: RecordedArticle): readonly (readonly Difference[])[] {
  const changes: (readonly Difference[])[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++)
      changes.push(wordDifferences(removed[index] ?? '', added[index] ?? ''));
    removed = [];
    added = [];
  };
  for (const { kind, text } of lineDifferences(paragraphsOf(before), paragraphsOf(after))) {
    if (kind === 'same') flush();
    else (kind === 'removed' ? removed : added).push(text);
  }
  flush();
  return changes;
}

const paragraphsOf = ({ article }: RecordedArticle): readonly string[] =>
  article.blocks.filter(({ kind }) => kind !== 'boilerplate').map(({ start, end }) => article.text.slice(start, end));

const plainVersion = ({ head, changes, alsoAt }: Version): object => {
  const { version, current, filed, published, title, sha256 } = head;
  return { version, current, filed, published, title, sha256, alsoAt, changes };
};

function* describe({ out, style }: Context, article: RecordedArticle, versions: readonly Version[]): Iterable<string> {
  yield style.strong(article.head.title ?? article.head.address);
  yield `${article.head.address}: ${plural(versions.length, 'version')}`;
  for (const { head, changes, alsoAt } of versions) {
    const state = [head.filed === null ? null : `filed ${head.filed}`, head.current ? 'current' : null, `text ${head.sha256.slice(0, 12)}`];
    yield '';
    yield `${style.strong(`Version ${head.version}`)} (${state.filter((part) => part !== null).join(', ')})`;
    if (alsoAt.length > 0) yield `  the same text at ${alsoAt.join(', ')}`;
    if (changes !== null && changes.length === 0) yield '  what changed stands outside of the article’s own words';
    for (const change of changes ?? []) yield wrap(marked(change), out.width, '  ');
  }
}

/** "said [-four-] {+five+} percent": as `git diff --word-diff` writes it, which no terminal needs colours for. */
const marked = (differences: readonly Difference[]): string =>
  differences
    .map(({ kind, text }) => (kind === 'same' ? shortened(text) : kind === 'removed' ? `[-${text.trim()}-] ` : `{+${text.trim()}+}`))
    .join('')
    .trim();

/** Of words that did not change, so many stand on each side of a change. */
const AROUND = 60;

const shortened = (text: string): string =>
  text.length <= AROUND * 2 + 20 ? text : `${text.slice(0, AROUND).replace(/\S*$/, '')}… ${text.slice(-AROUND).replace(/^\S*\s?/, '')}`;
