import { type CompiledQuery, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Act, Day, Manner, SpeakerKind, Stance } from '../../engine/index.js';
import type { BriefStatement, Filter, RecordedSpeaker } from '../statement-record.js';
import { type Condition, filterSql, standingSql } from './filter-sql.js';
import type { Writer } from './queries.js';

/** The columns of the row `s` of statements that a brief statement is made from. The index of positions holds all of them. */
const BRIEF_COLUMNS = [
  'statement_key',
  'id',
  'text_key',
  'speaker_key',
  'words',
  'manner',
  'act',
  'stance',
  'target',
  'condition',
  'evidence',
  'whom',
  'said',
  'said_end',
  'said_ends',
  'retold',
  'printed',
  'outlet_key',
] as const;

/** One statement's values, in the order of {@link briefColumns}: many are read at once, so they come without names. */
export type BriefValues = readonly [
  key: number,
  id: string,
  text: number,
  speaker: number,
  words: string,
  manner: Manner,
  act: Act,
  stance: Stance | null,
  target: string | null,
  condition: string | null,
  evidence: string | null,
  whom: string | null,
  said: Day | null,
  saidEnd: Day | null,
  saidEnds: 'both' | 'from' | 'to' | null,
  retold: number,
  printed: Day | null,
  outlet: number | null,
];

export const briefColumns: RawBuilder<unknown> = sql.join(BRIEF_COLUMNS.map((name) => sql.ref(`s.${name}`)));

/** Which statements are told in brief: those that stand in current texts. */
export const briefCondition = (writer: Writer, filter: Filter): Condition =>
  sql<SqlBool>`(${standingSql('current')} and ${filterSql(filter, writer.words)})`;

/** Whether a filter leaves positions alone, so that their index can answer it. */
export const isAboutPositions = (filter: Filter): boolean =>
  filter.kind === 'position' || (filter.kind === 'and' && filter.of.some(isAboutPositions));

export interface SpeakerOfRow extends RecordedSpeaker {
  readonly row: number;
  readonly kind: SpeakerKind;
}

/** Speakers by the keys of their rows, those that a correction made one with another as that one. `rows` is a JSON array where the store has no better. */
export const speakersOfRows = ({ database }: Writer, rows: RawBuilder<unknown>): CompiledQuery<SpeakerOfRow> =>
  sql<SpeakerOfRow>`
    select own.speaker_key as "row", coalesce(merged.key, own.key) as key, coalesce(merged.kind, own.kind) as kind,
      coalesce(merged.renamed, merged.name, own.renamed, own.name) as name
    from speakers own left join speakers merged on merged.speaker_key = own.merged_into
    where own.speaker_key in (${rows})`.compile(database);

/** Names of outlets by their keys. */
export const outletNames = ({ database }: Writer): CompiledQuery<{ readonly key: number; readonly name: string }> =>
  sql<{ readonly key: number; readonly name: string }>`select outlet_key as key, name from outlets`.compile(database);

/** The speaker's and the outlet's row of one statement. */
export const speakerOf = (values: BriefValues): number => values[3];
export const outletOf = (values: BriefValues): number | null => values[17];

export function briefStatement(values: BriefValues, speaker: RecordedSpeaker, outletName: string | null): BriefStatement {
  const [, id, text, , words, manner, act, stance, target, condition, evidence, whom, said, saidEnd, saidEnds, retold, printed] = values;
  return {
    id,
    text,
    speaker,
    words,
    manner,
    act,
    stance,
    target,
    condition,
    evidence,
    whom,
    from: saidEnds === 'to' ? null : said,
    to: saidEnds === 'from' ? null : saidEnd,
    retold: retold === 1,
    printed,
    outlet: outletName,
  };
}
