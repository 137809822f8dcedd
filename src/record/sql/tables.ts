import type { Generated } from 'kysely';

/** The tables as every store has them. `docs/record.md` says what each column means. */
export interface Tables {
  readonly outlets: { readonly outlet_key: Generated<number>; readonly name: string; readonly name_key: string };
  readonly texts: {
    readonly text_key: Generated<number>;
    readonly sha256: string;
    readonly body: Uint8Array;
    readonly blocks: string;
    readonly reading: string;
    readonly first_appearance: number;
    readonly appearances: number;
    readonly current: number;
  };
  readonly originals: { readonly appearance_key: number; readonly bytes: Uint8Array };
  readonly articles: { readonly article_key: Generated<number>; readonly address: string; readonly id: string };
  readonly appearances: {
    readonly appearance_key: Generated<number>;
    readonly article_key: number;
    readonly text_key: number;
    readonly version: number;
    readonly current: number;
    readonly outlet_key: number | null;
    readonly published: string | null;
    readonly language: string | null;
    readonly wire_key: string | null;
    readonly filed: string | null;
    readonly head: string;
    readonly embargoed_until: string | null;
    /** The name key of the collection that the appearance was taken over from; null for articles. */
    readonly imported_key: string | null;
  };
  readonly speakers: {
    readonly speaker_key: Generated<number>;
    readonly key: string;
    readonly kind: string;
    readonly name: string | null;
    readonly renamed: string | null;
    readonly merged_into: number | null;
  };
  readonly speaker_names: {
    readonly speaker_key: number;
    readonly name_key: string;
    readonly name: string;
    readonly own: Generated<number>;
  };
  readonly speaker_roles: {
    readonly speaker_key: number;
    readonly role: string;
    readonly from_day: string | null;
    readonly to_day: string | null;
  };
  readonly statements: {
    readonly statement_key: Generated<number>;
    readonly id: string;
    readonly text_key: number;
    readonly ordinal: number;
    readonly start_at: number;
    readonly end_at: number;
    readonly speaker_key: number;
    readonly speaker_kind: string;
    readonly printed: string | null;
    readonly outlet_key: number | null;
    readonly said: string | null;
    readonly said_end: string | null;
    readonly said_ends: 'both' | 'from' | 'to' | null;
    readonly retold: number;
    readonly manner: string;
    readonly mode: string;
    readonly act: string;
    readonly stance: string | null;
    readonly figures: number;
    readonly current: number;
    readonly withdrawn: number;
    readonly words: string;
    readonly target: string | null;
    readonly condition: string | null;
    readonly whom: string | null;
    readonly evidence: string | null;
    readonly json: string;
    readonly corrected: string | null;
  };
  readonly text_prints: { readonly print: number; readonly text_key: number };
  readonly corrections: { readonly ordinal: number; readonly id: string; readonly json: string };
}
