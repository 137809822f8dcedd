import type { StoredStatement } from '../stored.js';
import type { Value } from './driver.js';
import { column, columnOrNull } from './keys.js';

/** The columns of statements that what is stored of a statement fills, in the order of {@link columnValues}. */
export const COLUMNS = [
  'start_at',
  'end_at',
  'speaker_kind',
  'said',
  'said_end',
  'said_ends',
  'retold',
  'manner',
  'mode',
  'act',
  'stance',
  'figures',
  'words',
  'target',
  'condition',
  'whom',
  'evidence',
] as const;

export function columnValues({ statement, attribution, wording }: StoredStatement): readonly Value[] {
  const { speaker, said, act, position, figures, citation } = statement;
  return [
    citation.spans[0]?.start ?? 0,
    citation.spans.at(-1)?.end ?? 0,
    speaker.kind,
    columnOrNull(said.from ?? said.to),
    columnOrNull(said.to ?? said.from),
    said.from === null ? (said.to === null ? null : 'to') : said.to === null ? 'from' : 'both',
    said.retold ? 1 : 0,
    attribution.manner,
    attribution.mode,
    act,
    position?.stance ?? null,
    figures.length,
    column(statement.words),
    columnOrNull(wording.target),
    columnOrNull(wording.condition),
    columnOrNull(wording.whom),
    columnOrNull(wording.stanceEvidence),
  ];
}
