import type { Day } from '../../engine/index.js';
import type { ArticleHead, Filter, LookedAt, RecordedStatement, StatementRecord } from '../../record/index.js';
import { EVERYTHING } from '../../record/index.js';
import type { Families } from '../origins/families.js';
import type { ComparedText } from '../origins/links.js';
import { findOrigins, type Origins } from '../origins/origins.js';
import type { Difference } from '../quotations/differences.js';
import { likelyStretch } from '../quotations/near-places.js';
import { findRun, type WordRun, wordRun } from '../quotations/word-run.js';
import { compareWords, mayRender, type Rendering, tellingLikeness } from './compare-words.js';

/** One outlet's rendering of an utterance. */
export interface Variant {
  readonly statement: RecordedStatement;
  readonly rendering: Rendering;
  /** From the asked statement's words to this one's. */
  readonly differences: readonly Difference[];
  readonly likeness: number;
  /** Whether the record knows both as one speaker; otherwise the words alone hang them together. */
  readonly sameSpeaker: boolean;
  /**
   * Of an utterance with a condition: whether this rendering keeps it, leaves it out though it stands elsewhere in the article,
   * or leaves it out altogether. Null where the utterance has none.
   */
  readonly condition: 'kept' | 'elsewhere in the article' | 'left out' | null;
}

export interface SameWords {
  readonly statement: RecordedStatement;
  /** The condition that some rendering gives, in its words. */
  readonly condition: string | null;
  /** Renderings in quotation marks, the asked one left out, by printed day. */
  readonly quoted: readonly Variant[];
  /** Renderings without quotation marks: never to be shown as quotations. */
  readonly reported: readonly Variant[];
  /** The statement that was printed first, among all of them. */
  readonly first: RecordedStatement;
  /** Where the articles come from: which of them go back to one source. Its indexes mean `articles`. */
  readonly origins: Origins;
  readonly articles: readonly ArticleHead[];
  readonly lookedAt: LookedAt;
}

/** One utterance is printed within so many days; a repetition a month later is another utterance. */
const DAYS = 7;
/** So many statements of one speaker in that time are compared. */
const MOST = 1000;
const TEXTS = 20;
/** What is reported shares so much of its telling words with what was quoted. */
const REPORTED = 0.5;

/** Every rendering of what one statement renders: the same words over outlets. Null where the record has no such statement. */
export async function sameWords(record: StatementRecord, id: string, families: Families = new Map()): Promise<SameWords | null> {
  const asked = await record.statement(id);
  if (asked === null) return null;
  const { condition, variants, texts } = await renderingsOf(record, asked, 'all');
  return {
    statement: asked,
    condition,
    quoted: variants.filter((variant) => isQuoted(variant.statement)),
    reported: variants.filter((variant) => !isQuoted(variant.statement)),
    first: [asked, ...variants.map((variant) => variant.statement)].sort(byPrinted)[0] ?? asked,
    origins: findOrigins([...texts.values()], families),
    articles: [...texts.values()].map(({ head }) => head),
    lookedAt: await record.lookedAt(EVERYTHING),
  };
}

/** How other outlets quote the same utterance in other words, by printed day; none that has the same words. */
export async function otherQuotations(record: StatementRecord, asked: RecordedStatement): Promise<readonly Variant[]> {
  const { variants } = await renderingsOf(record, asked, 'quoted');
  return variants.filter((variant) => isQuoted(variant.statement) && variant.rendering !== 'same');
}

/** Whether what is only reported, without quotation marks, is wanted too. */
type Wanted = 'all' | 'quoted';

interface Renderings {
  readonly condition: string | null;
  readonly variants: readonly Variant[];
  /** The texts that hold them, by hash and address. */
  readonly texts: ReadonlyMap<string, ComparedText>;
}

async function renderingsOf(record: StatementRecord, asked: RecordedStatement, wanted: Wanted): Promise<Renderings> {
  const run = wordRun(asked.statement.words);
  const candidates = await candidatesOf(record, asked, run, wanted);
  const compared = candidates.flatMap((candidate) => variantOf(asked, run, candidate));
  const all = [asked, ...compared.map((variant) => variant.statement)];
  const texts = await textsOf(record, all);
  const condition = all.map((statement) => statement.wording.condition).find((words) => words !== null) ?? null;
  const variants = compared
    .map((variant) => ({ ...variant, condition: keeps(variant.statement, condition, texts) }))
    .sort((one, other) => byPrinted(one.statement, other.statement));
  return { condition, variants, texts };
}

const isQuoted = ({ attribution }: RecordedStatement): boolean => attribution.manner !== 'indirect';

async function candidatesOf(
  record: StatementRecord,
  asked: RecordedStatement,
  run: WordRun,
  wanted: Wanted,
): Promise<readonly RecordedStatement[]> {
  const found = new Map<string, RecordedStatement>();
  if (isKnown(asked)) {
    const ids = await likelyIds(record, asked, run, wanted);
    const { statements } = await record.statements({ filter: { kind: 'ids', of: ids }, limit: MOST });
    for (const statement of statements) found.set(statement.id, statement);
  }
  for (const { sha256, text } of await record.findTexts(run.keys.slice(0, 60), TEXTS))
    for (const statement of await record.statementsOf(sha256, likelyStretch(wordRun(text), run.keys)))
      if (!found.has(statement.id)) found.set(statement.id, statement);
  found.delete(asked.id);
  return [...found.values()].filter((other) => fits(asked, other) && (wanted === 'all' || isQuoted(other)));
}

/** Statements of the same speaker in these days whose words may render the same: only these are read whole. */
async function likelyIds(record: StatementRecord, asked: RecordedStatement, run: WordRun, wanted: Wanted): Promise<readonly string[]> {
  const quoted: readonly Filter[] = wanted === 'all' ? [] : [{ kind: 'not', of: { kind: 'manner', is: 'indirect' } }];
  const filter: Filter = {
    kind: 'and',
    of: [{ kind: 'speaker-key', keys: [asked.speaker.key] }, ...around(asked.article.published), ...quoted],
  };
  const ids: string[] = [];
  for await (const list of record.briefs(filter))
    for (const { id, words } of list) if (id !== asked.id && ids.length < MOST && mayRender(wordRun(words).keys, run.keys)) ids.push(id);
  return ids;
}

const isKnown = ({ speaker }: RecordedStatement): boolean =>
  speaker.name !== null && speaker.kind !== 'group' && speaker.kind !== 'anonymous';

function around(day: Day | null): readonly Filter[] {
  if (day === null) return [];
  return [{ kind: 'first-printed', from: shift(day, -DAYS), to: shift(day, DAYS) }];
}

const shift = (day: Day, by: number): Day => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** Whether two statements can be one utterance: one speaker (as far as known), days that do not speak against it, not one inside the other. */
function fits(one: RecordedStatement, other: RecordedStatement): boolean {
  if (one.within !== null && one.within === other.id) return false;
  if (other.within !== null && other.within === one.id) return false;
  const [a, b] = [one.statement.said, other.statement.said];
  if (a.from !== null && a.to !== null && b.from !== null && b.to !== null) return a.from <= b.to && b.from <= a.to;
  const [printed, otherPrinted] = [one.article.published, other.article.published];
  return printed === null || otherPrinted === null || Math.abs(Date.parse(printed) - Date.parse(otherPrinted)) <= DAYS * 86_400_000;
}

/** Without a speaker in common only (nearly) the same words, of this many at least, are one utterance. */
const WORDS_ALONE = 4;

function variantOf(asked: RecordedStatement, run: WordRun, candidate: RecordedStatement): readonly Variant[] {
  const words = wordRun(candidate.statement.words);
  const sameSpeaker = asked.speaker.key === candidate.speaker.key && isKnown(asked);
  if (isQuoted(asked) && isQuoted(candidate)) {
    const comparison = compareWords(words, run);
    if (comparison === null) return [];
    if (comparison.rendering === 'otherwise' && !(sameSpeaker && isOtherRendering(asked, candidate))) return [];
    if (!sameSpeaker && Math.min(words.keys.length, run.keys.length) < WORDS_ALONE) return [];
    return [{ statement: candidate, ...comparison, sameSpeaker, condition: null }];
  }
  const likeness = tellingLikeness(words.keys, run.keys);
  if (!sameSpeaker || likeness < REPORTED || candidate.article.sha256 === asked.article.sha256) return [];
  return [{ statement: candidate, rendering: 'otherwise', differences: [], likeness, sameSpeaker, condition: null }];
}

/** Other words for one utterance are told in another article, of a day that fits; two sentences of one article are two utterances. */
function isOtherRendering(asked: RecordedStatement, candidate: RecordedStatement): boolean {
  if (asked.article.sha256 === candidate.article.sha256 || asked.article.outlet === candidate.article.outlet) return false;
  const [one, other] = [asked.article.published, candidate.article.published];
  return (
    isKnown(asked) &&
    isKnown(candidate) &&
    one !== null &&
    other !== null &&
    Math.abs(Date.parse(one) - Date.parse(other)) <= 2 * 86_400_000
  );
}

async function textsOf(record: StatementRecord, statements: readonly RecordedStatement[]): Promise<ReadonlyMap<string, ComparedText>> {
  const texts = new Map<string, ComparedText>();
  for (const { article } of statements) {
    if (texts.has(article.sha256)) continue;
    const held = await record.article(article.sha256);
    if (held === null) continue;
    texts.set(article.sha256, { head: article, text: held.article.text, blocks: held.article.blocks });
    // One text at several addresses: each appearance is an outlet's own.
    for (const head of held.appearances)
      if (head.address !== article.address)
        texts.set(`${article.sha256} ${head.address}`, { head, text: held.article.text, blocks: held.article.blocks });
  }
  return texts;
}

function keeps(statement: RecordedStatement, condition: string | null, texts: ReadonlyMap<string, ComparedText>): Variant['condition'] {
  if (condition === null) return null;
  const wanted = wordRun(condition).keys;
  if (statement.wording.condition !== null || findRun(wordRun(statement.statement.words).keys, wanted) >= 0) return 'kept';
  const text = texts.get(statement.article.sha256);
  return text !== undefined && findRun(wordRun(text.text).keys, wanted) >= 0 ? 'elsewhere in the article' : 'left out';
}

function byPrinted(one: RecordedStatement, other: RecordedStatement): number {
  const [a, b] = [one.article.published ?? '9999', other.article.published ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
}
