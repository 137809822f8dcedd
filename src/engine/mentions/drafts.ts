import type { MentionKind, ReferentKind, TokenIndex } from '../model.js';

export type Gender = 'female' | 'male' | null;

/** A phrase that mentions somebody or something, before it is known who that is. Made by the hundred for each article: always as one literal with these fields in this order. */
export interface Draft {
  readonly kind: MentionKind;
  /** The whole phrase: determiner, role and name. */
  readonly from: TokenIndex;
  readonly to: TokenIndex;
  /** The name alone, without role and title; for a nominal its head noun; for a pronoun itself. */
  readonly coreFrom: TokenIndex;
  readonly coreTo: TokenIndex;
  /** What the words by themselves say that it is. */
  readonly type: ReferentKind;
  readonly gender: Gender;
  readonly plural: boolean;
  /** How the phrase opens: "the president", "a president", "his president", "Varga's president", "president". */
  readonly opening: 'definite' | 'indefinite' | 'pronoun' | 'owner' | 'bare';
  /** Index of the draft that owns or modifies this one ("Varga's spokesman", "Varga campaign"), -1 without. */
  owner: number;
  /** The role words before the name, in the text's words ("Varnian foreign minister"); empty without. */
  readonly role: string;
  /** True where it stands as the subject of a verb. */
  subject: boolean;
  /** True where it only owns or modifies what follows ("Varga's visit"). */
  readonly modifier: boolean;
}
