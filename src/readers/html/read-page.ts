import { type Article, type Block, type BlockKind, contentHash } from '../../engine/index.js';
import { dayOf } from '../days.js';
import type { Metadata } from '../fields.js';
import { isFurniture } from '../furniture.js';
import { readHeadLine } from '../head-lines.js';
import { filedAddress } from '../web-address.js';
import { isAgency, wireOfDateline, wireOfRights } from '../wire.js';
import { isBody, judgeRuns } from './body.js';
import { type PageMetadata, readMetadata } from './metadata.js';
import { cutRuns, type Run } from './runs.js';
import { type Element, parsePage } from './tree.js';

/** How far from the headline, in runs, a standfirst or a byline may stand. */
const NEAR_HEADLINE = 8;

/** A web page as an article, and what its reader should know. `language` is what the page says, two letters. */
export interface ReadPage {
  readonly article: Article;
  /** True where no part of the page reads like an article. */
  readonly empty: boolean;
  /** The date as written, where it could not be understood. */
  readonly strangeDate: string | null;
  readonly cut: boolean;
}

/**
 * Reads a web page. The article's text is everything that the page shows, in its order, one paragraph a run; what is not the
 * article is kept as `boilerplate` blocks with the reason. `told` wins over what the page says of itself, but for the address,
 * which follows the rule of {@link filedAddress}.
 */
export function readPage(html: string, told: Partial<Metadata> = {}): ReadPage {
  const page = parsePage(html);
  const runs = cutRuns(page.root);
  const metadata = readMetadata(page.root);
  const probabilities = judgeRuns(runs, metadata);
  const { text, blocks } = layOut(runs, kindsOf(runs, probabilities, metadata), probabilities);
  const written = metadata.published;
  const published = told.published ?? (written === null ? null : dayOf(written));
  const byline = blocks.find((block) => block.kind === 'byline');
  const visible = byline === undefined ? [] : authorsOf(text.slice(byline.start, byline.end));
  const authors =
    told.authors !== undefined && told.authors.length > 0 ? told.authors : metadata.authors.length > 0 ? metadata.authors : visible;
  const article: Article = {
    id: told.id ?? contentHash(text).slice(0, 16),
    text,
    blocks,
    language: told.language ?? metadata.language?.slice(0, 2).toLowerCase() ?? null,
    published,
    outlet: told.outlet ?? metadata.outlet,
    url: told.url ? filedAddress(told.url, metadata.canonical) : webAddress(metadata.canonical),
    title: told.title ?? metadata.title,
    authors: authors.filter((name) => !isAgency(name)),
    wire: told.wire ?? authors.find(isAgency) ?? wireOf(text, blocks),
    usageTerms: told.usageTerms ?? null,
    embargoedUntil: told.embargoedUntil ?? null,
    imported: null,
  };
  return { article, empty: !blocks.some(isArticleText), strangeDate: published === null ? written : null, cut: page.cut };
}

/** True for a block whose words are the article's own. */
export const isArticleText = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'heading';

function kindsOf(runs: readonly Run[], probabilities: readonly number[], metadata: PageMetadata): readonly BlockKind[] {
  const headline = headlineAt(runs, metadata.title);
  const firstBody = runs.findIndex((_, index) => isBody(probabilities[index] ?? 0));
  const anchor = headline >= 0 ? headline : firstBody;
  return runs.map((run, index): BlockKind => {
    if (index === headline) return 'headline';
    if (isBody(probabilities[index] ?? 0)) return bodyKind(run);
    if (isWithin(run.element, (element) => element.name === 'figcaption' || /\bcaption\b/i.test(element.attributes.class ?? '')))
      return 'caption';
    if (Math.abs(index - anchor) > NEAR_HEADLINE) return 'boilerplate';
    if (isStandfirst(run, metadata.description)) return 'standfirst';
    const line = readHeadLine(run.text);
    return line === null ? 'boilerplate' : line.kind;
  });
}

function bodyKind(run: Run): BlockKind {
  if (isFurniture(run.text) || isBareLink(run)) return 'boilerplate';
  if (/^h[1-6]$/.test(run.element.name)) return 'heading';
  return isWithin(run.element, (element) => element.name === 'blockquote') ? 'quote' : 'paragraph';
}

/** A few words that are all links and no sentence: a menu, "Back to the front page". */
const isBareLink = (run: Run): boolean => run.linked > 0.8 && run.text.split(' ').length < 8 && !/[.!?”"]$/.test(run.text);

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The run that shows the title: a first heading that repeats it, else any first heading, else any run that repeats it. */
function headlineAt(runs: readonly Run[], title: string | null): number {
  const wanted = lettersOf(title ?? '');
  const same = (run: Run): boolean => wanted !== '' && lettersOf(run.text) === wanted;
  const candidates = [
    runs.findIndex((run) => run.element.name === 'h1' && same(run)),
    runs.findIndex((run) => run.element.name === 'h1'),
    runs.findIndex(same),
  ];
  return candidates.find((index) => index >= 0) ?? -1;
}

function isStandfirst(run: Run, description: string | null): boolean {
  if (description === null || run.text.split(' ').length < 5) return false;
  const own = lettersOf(run.text);
  const told = lettersOf(description);
  return told.startsWith(own) || own.startsWith(told.slice(0, Math.max(40, told.length - 5)));
}

function isWithin(element: Element, matches: (element: Element) => boolean): boolean {
  let level = 0;
  for (let next: Element | null = element; next !== null && level < 6; next = next.parent, level++) if (matches(next)) return true;
  return false;
}

/** Joins the runs to one text, an empty line between two, and marks where each stands. */
function layOut(
  runs: readonly Run[],
  kinds: readonly BlockKind[],
  probabilities: readonly number[],
): { text: string; blocks: readonly Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  runs.forEach((run, index) => {
    const kind = kinds[index] ?? 'boilerplate';
    const span = { start: at, end: at + run.text.length };
    blocks.push(kind === 'boilerplate' ? { kind, ...span, reason: leftOutBecause(probabilities[index] ?? 0) } : { kind, ...span });
    parts.push(run.text);
    at = span.end + 2;
  });
  return { text: parts.join('\n\n'), blocks };
}

const leftOutBecause = (probability: number): string =>
  isBody(probability) ? 'reads like page furniture' : `not part of the article (probability ${probability.toFixed(2)})`;

const authorsOf = (line: string): readonly string[] => {
  const read = readHeadLine(line);
  return read !== null && read.kind === 'byline' ? read.authors : [];
};

const webAddress = (address: string | null): string | null => (address !== null && /^https?:\/\//i.test(address) ? address : null);

function wireOf(text: string, blocks: readonly Block[]): string | null {
  const body = blocks.filter(isArticleText);
  const first = body[0];
  const credited = first === undefined ? null : wireOfDateline(text.slice(first.start, first.end));
  if (credited !== null) return credited;
  const rights = blocks.filter((block) => block.kind === 'boilerplate').map((block) => wireOfRights(text.slice(block.start, block.end)));
  return rights.find((name) => name !== null) ?? null;
}
