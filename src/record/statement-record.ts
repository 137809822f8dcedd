import type {
  Act,
  Article,
  Attribution,
  Day,
  Instant,
  Manner,
  MentionKind,
  Mode,
  Note,
  Reading,
  Reason,
  Referent,
  Span,
  SpeakerKind,
  Stance,
  Statement,
} from '../engine/index.js';
import type { Correction, CorrectionOutcome } from './corrections/correction.js';
import type { COMMON_PRINT } from './prints/text-prints.js';

/**
 * Where articles and statements are kept so that nothing is lost. One interface for every store; `test/record/conformance.ts`
 * holds every store to it. Values are immutable plain data. Failures that a user can mend are a `RecordError`.
 *
 * What is kept. A *text* is known by the SHA-256 of its characters; its statements belong to it and carry ids made from it.
 * An *article* is known by its address (see {@link addressOf}); each text that the address carried is a *version* of it.
 * One text at several addresses (wire copy, mirrors) is one text with several *appearances*, and its statements exist once.
 */
export interface StatementRecord {
  /** Where the record is, as it was opened. */
  readonly place: string;
  /** The number of the schema that the record has. */
  readonly schema: number;

  /**
   * Files articles, all of them in one transaction: afterwards every one is filed whole, or (when this throws, or the process
   * dies) none. Filing what is already there changes nothing. Returns what became of each, in order.
   */
  file(filings: readonly Filing[]): Promise<readonly Filed[]>;

  /** One statement, or null where the record has none of that id. Ids are given whole. */
  statement(id: string): Promise<RecordedStatement | null>;
  /** Ids that begin with `start`, at most ten: to accept shortened ids. */
  statementIds(start: string): Promise<readonly string[]>;
  /** One page of statements in order. */
  statements(query: StatementQuery): Promise<StatementPage>;
  /** All statements of a query in order, in constant memory. The record may be written to meanwhile. */
  iterate(query: Omit<StatementQuery, 'limit' | 'after'>): AsyncIterable<RecordedStatement>;
  /**
   * Statements of current texts that meet a filter, in brief and many at once, in no promised order: for answers that look at a
   * whole record, at a tenth of what `iterate` costs. Positions (a filter with `position`) are fastest.
   */
  briefs(filter: Filter): AsyncIterable<readonly BriefStatement[]>;
  /** How many statements a filter meets. */
  count(filter: Filter, versions?: Versions): Promise<number>;

  /** An article with its text by the hash of its text, its address or its id; the current version where an address has several. Null where there is none. */
  article(key: string): Promise<RecordedArticle | null>;
  /** Current articles in the order in which they were filed, without their texts: all, or those that a query lets in. Imported quotations are none. */
  articles(query?: ArticleQuery): AsyncIterable<ArticleHead>;
  /** How much an answer looked at: the articles that meet the filter's conditions on outlet, printed day and language. */
  lookedAt(filter: Filter): Promise<LookedAt>;

  /** Speakers by name, most statements first. */
  speakers(query: SpeakerQuery): Promise<readonly SpeakerSummary[]>;
  /** Outlets by name, with what is held of each. Imported quotations count nowhere. */
  outlets(): Promise<readonly OutletSummary[]>;

  /**
   * Texts that hold most of the given words, best first: where a quotation may stand, whether or not the engine made a
   * statement of it. Words are compared without case and diacritics. Rare words weigh more.
   */
  findTexts(words: readonly string[], limit: number): Promise<readonly RecordedText[]>;
  /** Texts that hold the words next to one another in this order. */
  findPhrase(words: readonly string[], limit: number): Promise<readonly RecordedText[]>;
  /** Hashes of the texts that share passages of their reporters' own words with this one, most shared first. Never the text itself. */
  textsLike(sha256: string, limit: number): Promise<readonly string[]>;
  /** For every such passage that several texts hold, and not many (see {@link COMMON_PRINT}): their hashes. */
  sharedPassages(): AsyncIterable<readonly string[]>;
  /** One text by its hash, or null. */
  text(sha256: string): Promise<RecordedText | null>;
  /** The statements of one text, in text order; where `near` is given, those whose words reach into it. */
  statementsOf(sha256: string, near?: Span): Promise<readonly RecordedStatement[]>;

  /** Checks every text and every citation against the stored bytes, in constant memory; yields each failure. */
  verify(): AsyncIterable<Failure>;

  /**
   * Makes the record follow these corrections and no others: what earlier ones changed is put back first. Corrections stay in
   * force for what is filed later. Returns one outcome a correction, in order. With `instead`, only where those are what the
   * record follows until then; else it throws `record-busy`, for somebody else has corrected meanwhile.
   */
  correct(corrections: readonly Correction[], instead?: readonly Correction[]): Promise<readonly CorrectionOutcome[]>;
  /** The corrections that the record follows, in their order. */
  corrections(): Promise<readonly Correction[]>;

  /** Differs from what it was before wherever anything in the record may have changed since, by whomever. Costs next to nothing. */
  revision(): Promise<string>;

  /** Frees the store. The record must not be used afterwards; closing twice is harmless. */
  close(): Promise<void>;
}

// ---------------------------------------------------------------------------------------------------- what goes in

/** One article to file, as the engine read it. */
export interface Filing {
  readonly reading: Reading;
  /** The bytes from which a reader made the text, kept as they are; null or absent where the text itself is the original. */
  readonly original?: Uint8Array | null;
  /** The day of filing, kept with the version; null or absent where the caller does not tell. */
  readonly filed?: Day | null;
  /** The release whose engine read it, kept with the reading where the caller tells. */
  readonly engine?: string | null;
  /** `replace` puts this reading in the place of one of the same text that is already there; ids stay the same. */
  readonly known?: 'keep' | 'replace';
}

/**
 * What became of a filing: `filed` (its text and address were not there), `version` (its address carried another text before),
 * `appearance` (its text was there at another address), `amended` (text and address were there, its data or reading changed),
 * `known` (nothing changed).
 */
export type Filed = {
  readonly outcome: 'filed' | 'version' | 'appearance' | 'amended' | 'known';
  readonly address: string;
  readonly sha256: string;
  readonly version: number;
  readonly statements: number;
};

/**
 * What an article is known by: its url, else its id within its outlet. An imported quotation is known by its id within its
 * collection, so that it never becomes a version of the article that it was taken from.
 */
export function addressOf(article: Pick<Article, 'id' | 'url' | 'outlet' | 'imported'>): string {
  if (article.imported !== null) return `imported: ${article.imported}: ${article.id}`;
  return article.url ?? (article.outlet === null ? article.id : `${article.outlet}: ${article.id}`);
}

// --------------------------------------------------------------------------------------------------- what comes out

/** One version of an article without its text. */
export type ArticleHead = Omit<Article, 'text' | 'blocks'> & {
  readonly address: string;
  readonly sha256: string;
  /** 1 for the first text that its address carried. */
  readonly version: number;
  /** Whether this is the latest text of its address. */
  readonly current: boolean;
  readonly filed: Day | null;
};

/** Somebody across the record. Statements of one speaker have equal keys. */
export interface RecordedSpeaker {
  readonly key: string;
  readonly kind: SpeakerKind;
  /** Null for `author`, `none` and `unresolved`. */
  readonly name: string | null;
}

/** The words of the spans that a statement points at, so that a list needs no text. Null where there is no such span. */
export interface Wording {
  readonly source: string | null;
  readonly cue: string | null;
  readonly saidEvidence: string | null;
  readonly addressee: string | null;
  readonly occasion: string | null;
  readonly whom: string | null;
  readonly target: string | null;
  readonly condition: string | null;
  readonly stanceEvidence: string | null;
}

/** A statement as the record holds it, corrections applied. */
export interface RecordedStatement {
  readonly id: string;
  readonly statement: Statement;
  readonly attribution: Attribution;
  /** Id of the statement that contains this one, or null. */
  readonly within: string | null;
  readonly wording: Wording;
  readonly speaker: RecordedSpeaker;
  /** Where it appeared first, by printed day. */
  readonly article: ArticleHead;
  /** At how many addresses its text appeared. */
  readonly appearances: number;
  /** Ids of the corrections that changed it; empty where it stands as the engine read it. */
  readonly corrections: readonly string[];
}

/** As much of a statement as answers about many of them look at, corrections applied. */
export interface BriefStatement {
  readonly id: string;
  /** Equal for the statements of one text, as long as the record is open. */
  readonly text: number;
  readonly speaker: RecordedSpeaker;
  readonly words: string;
  readonly manner: Manner;
  readonly act: Act;
  /** Null where it takes no side; then target, condition and evidence are null too. */
  readonly stance: Stance | null;
  readonly target: string | null;
  readonly condition: string | null;
  readonly evidence: string | null;
  readonly whom: string | null;
  /** First and last day on which it can have been said; null where unknown. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly retold: boolean;
  /** Of its text's first appearance. */
  readonly printed: Day | null;
  readonly outlet: string | null;
}

export interface RecordedMention extends Span {
  readonly kind: MentionKind;
  /** Index into the article's referents, or null. */
  readonly referent: number | null;
  readonly reason: Reason;
}

export interface RecordedArticle {
  readonly head: ArticleHead;
  readonly article: Article;
  /** Every address and version that carries this text, first printed first. */
  readonly appearances: readonly ArticleHead[];
  /** Every version of this address, first to last. */
  readonly versions: readonly ArticleHead[];
  readonly referents: readonly Referent[];
  readonly mentions: readonly RecordedMention[];
  readonly notes: readonly Note[];
  /** The release whose engine read it; absent where nobody told. */
  readonly engine?: string;
  /** The bytes that were filed with it, or null. */
  readonly original: Uint8Array | null;
}

/** A text with the head of its first appearance. */
export interface RecordedText {
  readonly sha256: string;
  readonly text: string;
  readonly head: ArticleHead;
}

export interface StatementPage {
  readonly statements: readonly RecordedStatement[];
  /** Give it as `after` to go on; null at the end. */
  readonly next: string | null;
}

/** How much was looked at. Days are printed days of articles; null where none is known. */
export interface LookedAt {
  readonly articles: number;
  /** Quotations of others' collections, which are no articles and counted in nothing else here. */
  readonly imported: number;
  readonly outlets: number;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface SpeakerSummary extends RecordedSpeaker {
  /** Other spellings under which the record has the speaker. */
  readonly variants: readonly string[];
  readonly statements: number;
  /** First and last day said; null where no statement has one. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Offices that corrections give the speaker; an open end is null. */
  readonly roles: readonly { readonly role: string; readonly from: Day | null; readonly to: Day | null }[];
}

export interface OutletSummary {
  /** Null for articles that name no outlet. */
  readonly outlet: string | null;
  readonly articles: number;
  readonly statements: number;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A place where the record does not hold what it claims. */
export interface Failure {
  readonly code:
    | 'text-hash'
    | 'block-bounds'
    | 'citation-hash'
    | 'citation-bounds'
    | 'citation-words'
    | 'statement-id'
    | 'statement-words'
    | 'index';
  readonly sha256: string;
  /** The address of the text's first appearance. */
  readonly address: string;
  readonly statement: string | null;
  readonly message: string;
}

// --------------------------------------------------------------------------------------------------------- queries

/** `current`: texts that are the latest version somewhere. `all`: those that were replaced as well. */
export type Versions = 'current' | 'all';

/** `said`: by first day said, undated ones last whichever the direction. `printed`: by printed day. `filed`: as they came. */
export interface Order {
  readonly by: 'said' | 'printed' | 'filed';
  readonly direction: 'ascending' | 'descending';
}

export interface StatementQuery {
  readonly filter: Filter;
  /** Default: filed, ascending. */
  readonly order?: Order;
  readonly versions?: Versions;
  /** Default 50, at most 1000. */
  readonly limit?: number;
  /** A page's `next`. */
  readonly after?: string | null;
}

export interface SpeakerQuery {
  /** Words of the name in order; null for all speakers. */
  readonly name: string | null;
  readonly kinds?: readonly SpeakerKind[];
  /** Only speakers of these keys. */
  readonly keys?: readonly string[];
  /** Only speakers behind this one in the order of the answer: by statements, most first, then by key. */
  readonly after?: Pick<SpeakerSummary, 'statements' | 'key'> | null;
  readonly limit: number;
}

export interface ArticleQuery {
  /** Its conditions on outlet, printed day, language, wire and address count; others are left out. */
  readonly filter?: Filter;
  /** Only articles that were filed behind this version of one; where the record does not have it, there are none. */
  readonly after?: Pick<ArticleHead, 'address' | 'sha256'> | null;
}

/** Which statements. Days are inclusive; null leaves an end open. */
export type Filter =
  | { readonly kind: 'everything' }
  | { readonly kind: 'and'; readonly of: readonly Filter[] }
  | { readonly kind: 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  /**
   * The words stand next to one another in this order in the statement's words, in its position's target, in either of these
   * two (`statement`), or anywhere in its article's text. `inflected` also finds other endings; `exact` compares whole
   * words, without case and diacritics. `prefix` lets the last word be the beginning of one.
   */
  | {
      readonly kind: 'words';
      readonly where: 'words' | 'target' | 'statement' | 'text';
      readonly match: 'inflected' | 'exact' | 'prefix';
      readonly words: string;
    }
  /** Any speaker whose name holds these words in order ("Varga" finds "Lena Varga"), by any spelling the record has. */
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'speaker-key'; readonly keys: readonly string[] }
  | { readonly kind: 'speaker-kind'; readonly is: SpeakerKind }
  /** Any appearance in an outlet whose name holds these words in order, whatever their case. */
  | { readonly kind: 'outlet'; readonly name: string }
  | { readonly kind: 'wire'; readonly name: string }
  /** Under embargo at this moment, at one of its addresses. */
  | { readonly kind: 'embargoed'; readonly at: Instant }
  /** Taken over from somebody else's collection whose name holds these words in order; from any where `from` is null. */
  | { readonly kind: 'imported'; readonly from: string | null }
  /** The day or interval in which it was said overlaps these days; one of which only one end is known counts as that day. Statements without a day never do. */
  | { readonly kind: 'said'; readonly from: Day | null; readonly to: Day | null }
  | { readonly kind: 'said-known' }
  /** First printed within these days: quickest beside a speaker. */
  | { readonly kind: 'first-printed'; readonly from: Day | null; readonly to: Day | null }
  /** Printed within these days, in any appearance. */
  | { readonly kind: 'printed'; readonly from: Day | null; readonly to: Day | null }
  | { readonly kind: 'manner'; readonly is: Manner }
  | { readonly kind: 'mode'; readonly is: Mode }
  | { readonly kind: 'act'; readonly is: Act }
  | { readonly kind: 'stance'; readonly is: Stance }
  /** Has a position, whatever its stance. */
  | { readonly kind: 'position' }
  | { readonly kind: 'figures' }
  | { readonly kind: 'retold' }
  /** Primary language subtag ("en"). */
  | { readonly kind: 'language'; readonly is: string }
  /** In the article (any version that `versions` lets in) of this address. */
  | { readonly kind: 'address'; readonly is: string }
  | { readonly kind: 'text'; readonly sha256: string }
  | { readonly kind: 'ids'; readonly of: readonly string[] };

export const EVERYTHING: Filter = { kind: 'everything' };
