import type { FetchFailureCode } from '../../readers/index.js';
/** What a server said about a text, so that it can be asked whether it changed (RFC 9110 section 13). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Words for why an address gave nothing; docs/adding-news.md lists them. */
export type FetchProblem = FetchFailureCode | 'too-large';

/** What became of asking for an address. */
export type Fetched =
  | {
      readonly kind: 'body';
      readonly asked: string;
      /** Where the body was in the end. */
      readonly address: string;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly validators: Validators;
      /** Seconds for which the server says that its answer holds (Cache-Control max-age); null where it does not say. */
      readonly maxAge: number | null;
      /** True where every redirect on the way was a permanent one: then `address` is where to ask next time. */
      readonly moved: boolean;
    }
  /** The server says that nothing changed since the validators that it was given. */
  | { readonly kind: 'unchanged'; readonly asked: string; readonly maxAge: number | null }
  | {
      readonly kind: 'problem';
      readonly asked: string;
      readonly code: FetchProblem;
      readonly message: string;
      /** The status that the server gave, where it gave one. */
      readonly status: number | null;
      /** Milliseconds that the server asks to wait. */
      readonly retryAfter: number | null;
    };
