import type { Act, Day, SpeakerKind, Stance } from '../../engine/index.js';

/** What a person set right. The id names the entry; later entries win over earlier ones. */
export interface Correction {
  readonly id: string;
  readonly day: Day | null;
  readonly note: string | null;
  readonly change: Change;
}

export type Change =
  /** All statements of `from` belong to `into`. */
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  /** These statements belong to a speaker of their own. */
  | { readonly kind: 'split'; readonly from: string; readonly name: string; readonly statements: readonly string[] }
  | { readonly kind: 'rename'; readonly speaker: string; readonly name: string }
  | {
      readonly kind: 'role';
      readonly speaker: string;
      readonly role: string;
      readonly from: Day | null;
      readonly to: Day | null;
    }
  | { readonly kind: 'said'; readonly statement: string; readonly from: Day | null; readonly to: Day | null }
  | { readonly kind: 'speaker'; readonly statement: string; readonly name: string | null; readonly speakerKind: SpeakerKind }
  | { readonly kind: 'act'; readonly statement: string; readonly act: Act }
  /** Null takes the position away. Target, condition and evidence are found by their words in the article. */
  | {
      readonly kind: 'position';
      readonly statement: string;
      readonly stance: Stance | null;
      readonly target: string | null;
      readonly condition: string | null;
    }
  /** The content is these words of the article, found nearest to where the statement stands. */
  | { readonly kind: 'words'; readonly statement: string; readonly words: string }
  | { readonly kind: 'withdraw'; readonly statement: string }
  /** Takes an earlier entry back. */
  | { readonly kind: 'undo'; readonly entry: string };

/** `applied`; `waiting`: what it speaks of is not in the record (yet); `undone`: a later entry took it back; `wrong`: it cannot be done, the message says why. */
export interface CorrectionOutcome {
  readonly id: string;
  readonly outcome: 'applied' | 'waiting' | 'undone' | 'wrong';
  readonly message: string | null;
}
