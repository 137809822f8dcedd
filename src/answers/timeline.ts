import type { Dating, Day } from '../engine/index.js';
import type { Filter, LookedAt, RecordedStatement, SpeakerSummary, StatementPage, StatementRecord } from '../record/index.js';
import { readQuery } from './search/search.js';

export interface TimelineQuestion {
  /** Words of the speaker's name, or a speaker's key; null for everybody. */
  readonly speaker: string | null;
  /** What it is about: a query, or a filter that the caller made; null for anything. */
  readonly on?: string | Filter | null;
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string | null;
}

/** When something was said, as far as is known. `printed` is the day after which it cannot have been said; null where unknown. */
export type SaidOn =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'on-or-before'; readonly to: Day }
  | { readonly kind: 'on-or-after'; readonly from: Day }
  | { readonly kind: 'unknown'; readonly printed: Day | null };

export interface TimelineEntry {
  readonly said: SaidOn;
  /** Brought up as background by an article about later events. */
  readonly reportedLater: boolean;
  readonly statement: RecordedStatement;
}

export interface TimelineAnswer {
  /** Whom the name means in this record; several where it means several. */
  readonly speakers: readonly SpeakerSummary[];
  /** By day said, first to last; those of an unknown day after them, by printed day. */
  readonly entries: readonly TimelineEntry[];
  readonly next: string | null;
  readonly lookedAt: LookedAt;
}

/** How many speakers of one name are told apart in an answer. */
const SPEAKERS = 20;

/** Marks the cursors of the second part: entries of unknown day. */
const UNDATED = 'undated:';

/** What somebody said, by the day it was said. */
export async function timeline(record: StatementRecord, question: TimelineQuestion): Promise<TimelineAnswer> {
  const filter = questionFilter(question);
  const page = await timelinePage(record, filter, question.limit ?? 50, question.after ?? null);
  return {
    speakers: await speakersOf(record, question.speaker),
    entries: page.statements.map((statement) => ({ said: saidOn(statement), reportedLater: statement.statement.said.retold, statement })),
    next: page.next,
    lookedAt: await record.lookedAt(filter),
  };
}

function questionFilter({ speaker, on }: TimelineQuestion): Filter {
  const parts: Filter[] = [];
  if (speaker !== null) parts.push(isKey(speaker) ? { kind: 'speaker-key', keys: [speaker] } : { kind: 'speaker', name: speaker });
  if (on) parts.push(typeof on === 'string' ? readQuery(on) : on);
  return { kind: 'and', of: parts };
}

/** Names hold no colon behind a small-letter word without spaces; keys always do. */
const isKey = (speaker: string): boolean => /^[a-z]+:\S/.test(speaker) || /^[a-z]+:$/.test(speaker);

const speakersOf = async (record: StatementRecord, speaker: string | null): Promise<readonly SpeakerSummary[]> =>
  speaker === null || isKey(speaker) ? [] : record.speakers({ name: speaker, limit: SPEAKERS });

async function timelinePage(record: StatementRecord, filter: Filter, limit: number, after: string | null): Promise<StatementPage> {
  const dated = after?.startsWith(UNDATED)
    ? { statements: [], next: null }
    : await record.statements({
        filter: { kind: 'and', of: [filter, { kind: 'said-known' }] },
        order: { by: 'said', direction: 'ascending' },
        limit,
        after,
      });
  if (dated.next !== null) return dated;
  const rest = limit - dated.statements.length;
  if (rest === 0) return { ...dated, next: UNDATED };
  const undated = await record.statements({
    filter: { kind: 'and', of: [filter, { kind: 'not', of: { kind: 'said-known' } }] },
    order: { by: 'printed', direction: 'ascending' },
    limit: rest,
    after: after?.startsWith(UNDATED) ? after.slice(UNDATED.length) : null,
  });
  return {
    statements: [...dated.statements, ...undated.statements],
    next: undated.next === null ? null : `${UNDATED}${undated.next}`,
  };
}

/** The day or days of a statement as a reader should be told them. */
export const saidOn = ({ statement, article }: RecordedStatement): SaidOn => dayOf(statement.said, article.published);

function dayOf({ from, to }: Dating, printed: Day | null): SaidOn {
  if (from !== null && to !== null) return from === to ? { kind: 'day', day: from } : { kind: 'between', from, to };
  if (to !== null) return { kind: 'on-or-before', to };
  if (from !== null) return printed !== null && printed >= from ? { kind: 'between', from, to: printed } : { kind: 'on-or-after', from };
  return { kind: 'unknown', printed };
}
