import type { Act, Day, Stance } from '../../engine/index.js';
import type { RecordedStatement } from '../../record/index.js';
import type { Exported } from './exported.js';
import { lines, type TextFormat } from './text-format.js';

/** The verbal events of PLOVER (openeventdata.org) that a statement can be. Its material ones (ASSAULT, AID …) are no statements. */
export type PloverEvent = 'AGREE' | 'SUPPORT' | 'ACCUSE' | 'DEMAND' | 'REJECT' | 'THREATEN';

/** What the speaker does by it decides; null where an act by itself is no event. */
const EVENT_OF_ACT: Readonly<Record<Act, PloverEvent | null>> = {
  threatens: 'THREATEN',
  rejects: 'REJECT',
  demands: 'DEMAND',
  offers: 'AGREE',
  promises: 'AGREE',
  agrees: 'AGREE',
  accuses: 'ACCUSE',
  denies: null,
  asks: null,
  declines: null,
  states: null,
};

/** Where the act is no event, the side that the speaker takes is one. */
const EVENT_OF_STANCE: Readonly<Record<Stance, PloverEvent | null>> = {
  for: 'SUPPORT',
  'only-if': 'SUPPORT',
  against: 'REJECT',
  unclear: null,
};

/** One event, as a line of JSON. Fields are added at the end, never changed; null where the article does not say. */
export interface ExportedEvent {
  readonly id: string;
  readonly event_type: PloverEvent;
  /** The day said, never the day printed. */
  readonly date: Day | null;
  readonly date_end: Day | null;
  readonly date_basis: string;
  readonly source: string | null;
  readonly source_key: string;
  readonly source_kind: string;
  /** The person or body that is accused, addressed or contradicted, in the article's words. */
  readonly target: string | null;
  /** The course of action. */
  readonly about: string | null;
  readonly stance: Stance | null;
  readonly condition: string | null;
  readonly act: Act;
  readonly mode: string;
  readonly retold: boolean;
  readonly text: string;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly url: string | null;
  readonly statement: string;
  readonly confidence: number;
  readonly imported: string | null;
}

export function ploverEvent({ statement }: RecordedStatement): PloverEvent | null {
  const byAct = EVENT_OF_ACT[statement.act];
  return byAct ?? (statement.position === null ? null : EVENT_OF_STANCE[statement.position.stance]);
}

export const eventsFormat = (): TextFormat =>
  lines((exported) => {
    const type = ploverEvent(exported.recorded);
    return type === null ? null : `${JSON.stringify(exportedEvent(exported, type))}\n`;
  });

function exportedEvent({ recorded, words, address }: Exported, type: PloverEvent): ExportedEvent {
  const { statement, speaker, wording, article, attribution } = recorded;
  return {
    id: recorded.id,
    event_type: type,
    date: statement.said.from,
    date_end: statement.said.to,
    date_basis: statement.said.basis,
    source: speaker.name,
    source_key: speaker.key,
    source_kind: speaker.kind,
    target: wording.whom,
    about: wording.target,
    stance: statement.position?.stance ?? null,
    condition: wording.condition,
    act: statement.act,
    mode: attribution.mode,
    retold: statement.said.retold,
    text: words,
    publisher: article.outlet,
    published: article.published,
    url: article.url,
    statement: address,
    confidence: attribution.confidence,
    imported: article.imported,
  };
}
