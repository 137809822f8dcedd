import type { MentionWork } from '../mentions/find-mentions.js';
import type { Attributed, Reason, Speaker, SpeakerKind } from '../model.js';

/** What resolving one article's sources works on. */
export interface Resolving {
  readonly attributed: Attributed;
  readonly work: MentionWork;
  readonly found: (Speaker | null)[];
  /** By referent without a name: the words of the first source that meant it. */
  readonly told: Map<number, string>;
}

export function speaker(kind: SpeakerKind, name: string | null, referent: number | null, reason: Reason): Speaker {
  return { kind, name, id: null, wikidata: null, referent, reason };
}

export const unresolved = (rule: string, parts?: readonly Reason[]): Speaker =>
  speaker('unresolved', null, null, parts === undefined ? { rule, score: 0 } : { rule, score: 0, parts });
