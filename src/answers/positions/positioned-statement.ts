import type { Act, Day, SpeakerKind, Stance } from '../../engine/index.js';
import type { BriefStatement, RecordedSpeaker, RecordedStatement } from '../../record/index.js';

/** A statement with a position, as much of it as answers about positions look at. */
export interface PositionedStatement {
  readonly id: string;
  /** Equal for all statements of one speaker. */
  readonly speaker: string;
  readonly speakerName: string;
  readonly stance: Stance;
  /** The words that name the course of action, the condition, and what proves the side. */
  readonly target: string;
  readonly condition: string | null;
  readonly evidence: string;
  /** The statement's words. */
  readonly words: string;
  readonly act: Act;
  readonly whom: string | null;
  /** First and last day on which it can have been said; null where unknown. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly retold: boolean;
  readonly printed: Day | null;
  readonly outlet: string | null;
}

/** Speakers of whom two statements cannot be told to be one person's: what they said makes no timeline. */
const UNKNOWN: ReadonlySet<SpeakerKind> = new Set(['anonymous', 'author', 'none', 'unresolved']);

/** Whether statements of this speaker are one person's or body's: "the prime minister" may be another country's in each article. */
const isOneHolder = ({ kind, name }: RecordedSpeaker): boolean =>
  !UNKNOWN.has(kind) && !(kind === 'person' && name !== null && /^\p{Ll}/u.test(name));

/** Null for a statement without a position, and where nobody is known to hold it. */
export function positionedStatement({ statement, wording, speaker, article, id }: RecordedStatement): PositionedStatement | null {
  const { position, said } = statement;
  if (position === null || speaker.name === null || !isOneHolder(speaker)) return null;
  return {
    id,
    speaker: speaker.key,
    speakerName: speaker.name,
    stance: position.stance,
    target: wording.target ?? '',
    condition: wording.condition,
    evidence: wording.stanceEvidence ?? '',
    words: statement.words,
    act: statement.act,
    whom: wording.whom,
    from: said.from,
    to: said.to,
    retold: said.retold,
    printed: article.published?.slice(0, 10) ?? null,
    outlet: article.outlet,
  };
}

/** The same of a brief statement. */
export function briefPosition(brief: BriefStatement): PositionedStatement | null {
  const { speaker, stance, printed } = brief;
  if (stance === null || speaker.name === null || !isOneHolder(speaker)) return null;
  return {
    id: brief.id,
    speaker: speaker.key,
    speakerName: speaker.name,
    stance,
    target: brief.target ?? '',
    condition: brief.condition,
    evidence: brief.evidence ?? '',
    words: brief.words,
    act: brief.act,
    whom: brief.whom,
    from: brief.from,
    to: brief.to,
    retold: brief.retold,
    printed: printed?.slice(0, 10) ?? null,
    outlet: brief.outlet,
  };
}

/** How much an answer looked at. */
export interface PositionsLookedAt {
  readonly statements: number;
  readonly outlets: number;
  /** First and last printed day; null where none is known. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export function positionsLookedAt(statements: readonly PositionedStatement[]): PositionsLookedAt {
  const outlets = new Set<string>();
  let from: Day | null = null;
  let to: Day | null = null;
  for (const { outlet, printed } of statements) {
    if (outlet !== null) outlets.add(outlet);
    if (printed === null) continue;
    if (from === null || printed < from) from = printed;
    if (to === null || printed > to) to = printed;
  }
  return { statements: statements.length, outlets: outlets.size, from, to };
}
