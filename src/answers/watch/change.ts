import type { Day, Stance } from '../../engine/index.js';
import type { ConditionChange } from '../positions/condition-change.js';

/** What a message says of one statement: enough to weigh it without opening anything. */
export interface ChangeSide {
  readonly statement: string;
  /** Where the statement is on the record's pages, else its name. */
  readonly link: string;
  /** The days on which it was said; null where the article does not say. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** A quotation in marks, reported speech introduced as such; an excerpt where it is long. */
  readonly words: string;
  readonly speaker: string;
  readonly outlet: string | null;
  readonly printed: Day | null;
  readonly url: string | null;
}

export interface PositionSide extends ChangeSide {
  readonly stance: Stance;
  readonly condition: string | null;
}

export interface FigureSide extends ChangeSide {
  readonly value: number;
  readonly unit: string | null;
  readonly qualifier: string | null;
  /** The words that hold number and unit. */
  readonly exact: string;
}

interface ChangeOf<Kind extends string, Side> {
  /** Equal whenever the same change is found again: who gets it twice can drop it. */
  readonly id: string;
  readonly kind: Kind;
  readonly speaker: { readonly key: string; readonly name: string };
  readonly then: Side;
  readonly now: Side;
}

/** A speaker's side on an issue, or the condition of it, is another than before. */
export interface PositionChange extends ChangeOf<'position' | 'condition', PositionSide> {
  readonly issue: { readonly id: string; readonly name: string };
  readonly condition: ConditionChange;
}

/** A speaker claims another number for the same thing than before. */
export interface FigureChange extends ChangeOf<'figure', FigureSide> {
  /** What is counted, in the words of the first claim. */
  readonly matter: string;
}

export type Change = PositionChange | FigureChange;
