import type { Run } from './runs.js';
import type { Element } from './tree.js';

/** What is known about the page as a whole when its runs are judged. */
export interface PageFacts {
  readonly title: string | null;
  readonly description: string | null;
  /** The body that the page's own data (JSON-LD) gives; null where it gives none. */
  readonly body: string | null;
}

/** One number for each of {@link FEATURES}, in their order. */
export type FeatureVector = readonly number[];

const BODY_NAME = /article|story|content|entry|post|body|text|main|copy|wysiwyg|prose|paragraph/i;
const OTHER_NAME =
  /relat|promo|shar|social|comment|foot|sidebar|side-bar|newsletter|caption|byline|author|tag|recommend|trend|popular|most-|advert|-ad\b|ad-|\bads?\b|subscri|cookie|consent|breadcrumb|widget|meta|date|time|credit|gallery|carousel|slide|video|player|nav|menu|modal|popup|signup|sign-up|login|paywall|rail|teaser|headline|card|list|more|next|prev|outbrain|taboola|disqus|toolbar|print|copyright|legal|disclaimer|bio|profile|topic|categor|image|photo|figure|media|embed|tweet|correction|note/i;
const STRONG_OTHER =
  /relat|promo|shar(?:e|ing)|social|comment|footer|sidebar|newsletter|caption|byline|recommend|trending|popular|advert|subscri|cookie|breadcrumb|credit|outbrain|taboola|disqus|author|tags|copyright|read-?more|also/i;
const FURNITURE =
  /^(?:(?:read|see|watch|listen|learn|click|sign|follow|share|related|advertisement|photo|image|video|credit|source|copyright|©|updated|published|posted|by |more |like us|subscribe|comments?\b|tags?\b|print\b|e-?mail|facebook|twitter|most |trending|recommended|next |previous|about the author|view |show |load |this (?:article|story)|all rights|download|topics?:|filed under|getty|ap photo|want |get ))/i;
const ENDS = /[.!?…:;"”’')\]]$/;
const DATE_LIKE =
  /^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2}[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.-]\d{2,4})/i;

const TAGS = ['p', 'li', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'blockquote', 'td', 'section', 'figcaption', 'span', 'pre', 'dd', 'article'];
const HOLDERS = ['article', 'main', 'nav', 'footer', 'aside', 'header', 'form', 'figure', 'table', 'ul', 'ol', 'blockquote'];

/** The names of the features, in the order of the vectors. */
export const FEATURES: readonly string[] = [
  ...TAGS.map((tag) => `is ${tag}`),
  ...HOLDERS.map((tag) => `in ${tag}`),
  ...[
    'words',
    'very short',
    'short',
    'long',
    'very long',
    'linked',
    'all linked',
    'not linked',
    'ends as a sentence',
    'commas',
    'capitals',
    'digits',
  ],
  ...[
    'furniture words',
    'looks like a date',
    'repeats',
    'is the title',
    'is the description',
    'in the given body',
    'not in the given body',
  ],
  ...[
    'own name body',
    'own name other',
    'near name body',
    'near name other',
    'near strong other',
    'far strong other',
    'itemprop body',
    'in best holder',
  ],
  ...[
    'depth below best holder',
    'share of parent',
    'share of siblings',
    'place in best holder',
    'before first paragraph',
    'after last paragraph',
    'place on page',
  ],
  ...[
    'previous words',
    'next words',
    'previous linked',
    'next linked',
    'previous paragraph',
    'next paragraph',
    'distance to long before',
    'distance to long behind',
    'heading before text',
    'list of links',
    'after the title',
  ],
  ...[
    'share of group',
    'group linked',
    'group is largest',
    'group paragraphs',
    'in parent of best holder',
    'in grandparent of best holder',
    'with the title',
    'share with the title',
    'stands aside',
    'first after the title',
  ],
];

interface Holder {
  score: number;
  text: number;
  linked: number;
  runs: number;
}

/** Computes what can be said about each run: what it is, where it stands, what stands around it. */
export function describeRuns(runs: readonly Run[], facts: PageFacts): readonly FeatureVector[] {
  const holders = scoreHolders(runs);
  const best = bestHolder(holders);
  const within = runs.map((run) => depthBelow(run.element, best));
  const firstInside = within.findIndex((depth, index) => depth >= 0 && isParagraph(runs[index]));
  const lastInside = runs.findLastIndex((run, index) => (within[index] ?? -1) >= 0 && isParagraph(run));
  const seen = new Map<string, number>();
  for (const run of runs) seen.set(run.text, (seen.get(run.text) ?? 0) + 1);
  const body = facts.body === null ? null : squeeze(facts.body);
  const titleAt = facts.title === null ? -1 : runs.findIndex((run) => squeeze(run.text) === squeeze(facts.title ?? ''));
  const groups = groupRuns(runs);
  const total = runs.reduce((sum, run) => sum + run.text.length * (1 - run.linked), 1);
  const largest = Math.max(0, ...[...groups.values()].map((group) => group.score));
  const firstLongAfter = runs.findIndex((run, index) => index > titleAt && isParagraph(run) && !standsAside(run.element));
  const titleElement = titleAt < 0 ? null : (runs[titleAt]?.element ?? null);
  const titleLine = new Set<Element>();
  for (let next = titleElement; next !== null; next = next.parent) titleLine.add(next);
  const longBefore = distances(runs, 1);
  const longBehind = distances(runs, -1);
  return runs.map((run, index) => {
    const words = countWords(run.text);
    const length = run.text.length;
    const own = nameOf(run.element);
    const names = ancestors(run.element);
    const near = names.slice(0, 3).join(' ');
    const far = names.slice(3).join(' ');
    const parent = run.element.parent === null ? undefined : holders.get(run.element.parent);
    const self = holders.get(run.element);
    const before = runs[index - 1];
    const behind = runs[index + 1];
    const tags = holderTags(run.element);
    const squeezed = squeeze(run.text);
    const given = body === null ? 0 : squeezed !== '' && body.includes(squeezed) ? 1 : 0;
    return [
      ...TAGS.map((tag) => flag(run.element.name === tag)),
      ...HOLDERS.map((tag) => flag(tags.has(tag))),
      Math.log2(1 + words) / 6,
      flag(words < 4),
      flag(words >= 4 && words < 10),
      flag(words >= 25),
      flag(words >= 50),
      run.linked,
      flag(run.linked > 0.9),
      flag(run.linked === 0),
      flag(ENDS.test(run.text)),
      Math.min(1, ((run.text.match(/,/g)?.length ?? 0) * 15) / (words + 1)),
      Math.min(1, (run.text.match(/\b\p{Lu}/gu)?.length ?? 0) / (words + 1)),
      Math.min(1, (run.text.match(/\d/g)?.length ?? 0) / length),
      flag(words < 40 && FURNITURE.test(run.text)),
      flag(words < 15 && DATE_LIKE.test(run.text)),
      flag((seen.get(run.text) ?? 0) > 1),
      flag(facts.title !== null && squeezed === squeeze(facts.title)),
      flag(facts.description !== null && squeezed !== '' && squeeze(facts.description).startsWith(squeezed.slice(0, 80)) && words > 4),
      body === null ? 0 : given,
      body === null ? 0 : 1 - given,
      flag(BODY_NAME.test(own)),
      flag(OTHER_NAME.test(own)),
      flag(BODY_NAME.test(near)),
      flag(OTHER_NAME.test(near)),
      flag(STRONG_OTHER.test(near)),
      flag(STRONG_OTHER.test(far)),
      flag(isMarkedBody(run.element)),
      flag((within[index] ?? -1) >= 0),
      (within[index] ?? -1) < 0 ? 1 : Math.min(1, (within[index] ?? 0) / 8),
      parent === undefined ? 0 : length / (parent.text + 1),
      self === undefined ? 0 : Math.min(1, self.runs / 20),
      lastInside <= firstInside ? 0 : Math.max(-0.5, Math.min(1.5, (index - firstInside) / (lastInside - firstInside))),
      flag(firstInside >= 0 && index < firstInside),
      flag(lastInside >= 0 && index > lastInside),
      index / runs.length,
      before === undefined ? 0 : Math.log2(1 + countWords(before.text)) / 6,
      behind === undefined ? 0 : Math.log2(1 + countWords(behind.text)) / 6,
      before?.linked ?? 1,
      behind?.linked ?? 1,
      flag(before !== undefined && isParagraph(before)),
      flag(behind !== undefined && isParagraph(behind)),
      longBefore[index] ?? 1,
      longBehind[index] ?? 1,
      flag(/^h[1-6]$/.test(run.element.name) && behind !== undefined && isParagraph(behind)),
      self !== undefined && self.runs > 2 ? self.linked / (self.text + 1) : 0,
      flag(titleAt >= 0 && index > titleAt),
      ...describeGroup(groups.get(signatureOf(run.element)), largest, total),
      flag(depthBelow(run.element, best?.parent ?? null) >= 0),
      flag(depthBelow(run.element, best?.parent?.parent ?? null) >= 0),
      ...withTitle(run.element, titleLine, holders, total),
      flag(standsAside(run.element)),
      flag(titleAt >= 0 && index > titleAt && index === firstLongAfter),
    ];
  });
}

/** All runs of a page that its template makes alike: same tags and classes up to three levels. */
interface Group {
  text: number;
  linked: number;
  score: number;
  paragraphs: number;
}

export function signatureOf(element: Element): string {
  const parts: string[] = [];
  for (let next: Element | null = element; next !== null && parts.length < 3; next = next.parent)
    parts.push(`${next.name}.${(next.attributes.class ?? '').replace(/[0-9]+/g, '').slice(0, 60)}`);
  return parts.join('>');
}

function groupRuns(runs: readonly Run[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const run of runs) {
    const signature = signatureOf(run.element);
    const group = groups.get(signature) ?? { text: 0, linked: 0, score: 0, paragraphs: 0 };
    group.text += run.text.length;
    group.linked += run.text.length * run.linked;
    if (isParagraph(run)) {
      group.paragraphs++;
      group.score += run.text.length * (1 - run.linked) * (standsAside(run.element) ? 0.1 : 1);
    }
    groups.set(signature, group);
  }
  return groups;
}

function describeGroup(group: Group | undefined, largest: number, total: number): readonly number[] {
  if (group === undefined) return [0, 0, 0, 0];
  return [
    (group.text - group.linked) / total,
    group.linked / (group.text + 1),
    flag(group.score > 0 && group.score === largest),
    Math.min(1, group.paragraphs / 10),
  ];
}

/** How many levels up the run meets the title, and how much of the page's text lies below that meeting place. */
function withTitle(element: Element, line: ReadonlySet<Element>, holders: ReadonlyMap<Element, Holder>, total: number): readonly number[] {
  if (line.size === 0) return [0.5, 0.5];
  let levels = 0;
  for (let next: Element | null = element; next !== null; next = next.parent, levels++) {
    if (!line.has(next)) continue;
    const holder = holders.get(next);
    return [Math.min(1, levels / 10), holder === undefined ? 1 : (holder.text - holder.linked) / total];
  }
  return [1, 1];
}

const flag = (value: boolean): number => (value ? 1 : 0);
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const countWords = (text: string): number => text.split(' ').length;
const isParagraph = (run: Run | undefined): boolean =>
  run !== undefined && run.text.length > 80 && run.linked < 0.4 && /[.!?…"”]/.test(run.text);

/** How far the nearest long paragraph is in one direction, in runs, 1 for ten or more. */
function distances(runs: readonly Run[], step: 1 | -1): readonly number[] {
  const out = new Array<number>(runs.length).fill(1);
  let last = Number.NEGATIVE_INFINITY;
  for (let count = 0; count < runs.length; count++) {
    const index = step === 1 ? count : runs.length - 1 - count;
    out[index] = Math.min(1, Math.abs(count - last) / 10);
    if (isParagraph(runs[index])) last = count;
  }
  return out;
}

/** Text and paragraphs below each element that holds any. A paragraph counts fully for its parent and half as much for each level above. */
function scoreHolders(runs: readonly Run[]): Map<Element, Holder> {
  const holders = new Map<Element, Holder>();
  for (const run of runs) {
    const weight = isParagraph(run) ? run.text.length * (1 - run.linked) * (standsAside(run.element) ? 0.1 : 1) : 0;
    let share = 1;
    let level = 0;
    for (let element: Element | null = run.element; element !== null; element = element.parent) {
      const holder = holders.get(element) ?? { score: 0, text: 0, linked: 0, runs: 0 };
      holder.text += run.text.length;
      holder.linked += run.text.length * run.linked;
      holder.runs++;
      if (level > 0) {
        holder.score += weight * share;
        share *= 0.6;
      }
      level++;
      holders.set(element, holder);
    }
  }
  return holders;
}

const ASIDE =
  /comment|disqus|respond|footer|sidebar|related|recommend|promo|newsletter|widget|cookie|consent|modal|bio\b|popular|trending/i;

/** True for a run in a part of the page that its template calls something other than the article: comments, side bars, notices. */
function standsAside(element: Element): boolean {
  for (let next: Element | null = element; next !== null && next.name !== 'body'; next = next.parent) {
    if (next.name === 'aside' || next.name === 'footer' || next.name === 'nav' || next.name === 'form') return true;
    if (ASIDE.test(nameOf(next)) && !/article|story|main|wrapper|container|layout|page|content/i.test(nameOf(next))) return true;
  }
  return false;
}

function bestHolder(holders: ReadonlyMap<Element, Holder>): Element | null {
  let best: Element | null = null;
  let score = 0;
  for (const [element, holder] of holders) {
    const value = holder.score * (1 - holder.linked / (holder.text + 1));
    if (value > score) {
      best = element;
      score = value;
    }
  }
  return best;
}

function depthBelow(element: Element, holder: Element | null): number {
  let depth = 0;
  for (let next: Element | null = element; next !== null; next = next.parent, depth++) if (next === holder) return depth;
  return -1;
}

const nameOf = (element: Element): string => `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`.slice(0, 300);

function ancestors(element: Element): readonly string[] {
  const names: string[] = [];
  for (let next: Element | null = element; next !== null && names.length < 12; next = next.parent)
    names.push(next.name === 'body' || next.name === 'html' ? '' : nameOf(next));
  return names;
}

function holderTags(element: Element): ReadonlySet<string> {
  const tags = new Set<string>();
  for (let next: Element | null = element.parent; next !== null; next = next.parent) tags.add(next.name);
  return tags;
}

function isMarkedBody(element: Element): boolean {
  for (let next: Element | null = element; next !== null; next = next.parent)
    if (/articleBody/i.test(next.attributes.itemprop ?? '')) return true;
  return false;
}
