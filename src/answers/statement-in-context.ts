import type { Block, Span } from '../engine/index.js';
import type { ArticleHead, RecordedStatement, StatementRecord } from '../record/index.js';
import { type SaidOn, saidOn } from './timeline.js';

/** What a run of the paragraph is, for marking it. */
export interface Mark extends Span {
  readonly role: 'content' | 'source' | 'cue' | 'said' | 'addressee' | 'occasion' | 'whom' | 'target' | 'condition';
}

export interface StatementInContext {
  readonly statement: RecordedStatement;
  readonly said: SaidOn;
  /** The paragraphs that hold the words and their source. `start` is where `text` begins in the article; marks count in the article. */
  readonly passage: Span & { readonly text: string };
  /** Sorted by start; longer ones first. */
  readonly marks: readonly Mark[];
  /** The paragraphs right before and after, or null. */
  readonly before: string | null;
  readonly after: string | null;
  /** Statements that contain this one, outermost first, and those that it contains. */
  readonly containers: readonly RecordedStatement[];
  readonly contained: readonly RecordedStatement[];
  /** Everywhere its text appeared, first printed first. */
  readonly appearances: readonly ArticleHead[];
}

/** One statement where it stands: its words in their paragraph, who, when, and what surrounds them. Null where the record has none of that id. */
export async function statementInContext(record: StatementRecord, id: string): Promise<StatementInContext | null> {
  const statement = await record.statement(id);
  if (statement === null) return null;
  const held = await record.article(statement.article.sha256);
  if (held === null) return null;
  const { text, blocks } = held.article;
  const marks = marksOf(statement);
  const own = marks.filter(({ role }) => role === 'content' || role === 'source' || role === 'cue');
  const { passage, before, after } = passageOf(text, blocks, hull(own));
  const others = await record.statementsOf(statement.article.sha256);
  return {
    statement,
    said: saidOn(statement),
    passage,
    marks: marks.filter((mark) => mark.start >= passage.start && mark.end <= passage.end),
    before,
    after,
    containers: containersOf(statement, others),
    contained: others.filter((other) => other.within === statement.id),
    appearances: held.appearances,
  };
}

function marksOf({ statement, attribution }: RecordedStatement): readonly Mark[] {
  const one = (role: Mark['role'], span: Span | null | undefined): readonly Mark[] =>
    span ? [{ role, start: span.start, end: span.end }] : [];
  const marks = [
    ...statement.citation.spans.flatMap((span) => one('content', span)),
    ...attribution.source.flatMap((span) => one('source', span)),
    ...attribution.cue.flatMap((span) => one('cue', span)),
    ...one('said', statement.said.evidence),
    ...one('addressee', statement.addressee),
    ...one('occasion', statement.occasion),
    ...one('whom', statement.whom),
    ...one('target', statement.position?.target),
    ...one('condition', statement.position?.condition),
  ];
  return marks.sort((mark, other) => mark.start - other.start || other.end - mark.end);
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** The blocks that a run touches, and the ones beside them; the run itself where no block holds it. */
function passageOf(text: string, blocks: readonly Block[], run: Span) {
  const touched = blocks.filter((block) => block.start < run.end && block.end > run.start);
  const start = Math.min(run.start, touched[0]?.start ?? run.start);
  const end = Math.max(run.end, touched.at(-1)?.end ?? run.end);
  const words = (block: Block | undefined): string | null => (block === undefined ? null : text.slice(block.start, block.end));
  return {
    passage: { start, end, text: text.slice(start, end) },
    before: words(blocks.findLast((block) => block.end <= start)),
    after: words(blocks.find((block) => block.start >= end)),
  };
}

function containersOf(statement: RecordedStatement, others: readonly RecordedStatement[]): readonly RecordedStatement[] {
  const containers: RecordedStatement[] = [];
  let within = statement.within;
  while (within !== null) {
    const container = others.find((other) => other.id === within);
    if (container === undefined || containers.includes(container)) break;
    containers.unshift(container);
    within = container.within;
  }
  return containers;
}
