import type { Day, SpeakerKind } from '../../engine/model.js';
import type { Place } from '../reader.js';

/** A quotation as somebody else's collection has it. What the collection does not say is null. */
export interface ImportedQuotation {
  readonly kind: 'quotation';
  /** Known by it within its collection: reading the same file again gives the same id. */
  readonly id: string;
  /** What was said, unaltered. */
  readonly words: string;
  /** What stands around the words in the article. */
  readonly before: string;
  readonly after: string;
  readonly speaker: string | null;
  readonly speakerKind: SpeakerKind;
  readonly wikidata: string | null;
  readonly said: Day | null;
  readonly published: Day | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly language: string | null;
  /** How sure the collection is of the speaker, 0 to 1. */
  readonly confidence: number | null;
  /** In how many places the collection found the words, where it says so. */
  readonly occurrences: number | null;
  readonly place: Place;
}
