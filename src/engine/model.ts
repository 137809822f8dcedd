/**
 * The types of the engine, on one page. This page is also the glossary: every word here means the same everywhere.
 *
 * Every value is immutable plain JSON. `null` means "known to be none". Arrays point into one another by index.
 * All offsets count UTF-16 code units of `Article.text`, as `String.prototype.slice` does; ranges are half-open.
 */

/** A position in an article's text, in UTF-16 code units. Not to be mixed with a {@link TokenIndex}. */
export type Offset = number & { readonly unit?: 'utf16' };

/** A position in the list of an article's tokens. */
export type TokenIndex = number & { readonly unit?: 'token' };

/** A half-open run of the text: `text.slice(start, end)`. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** A half-open run of tokens: `tokens.slice(from, to)`. */
export interface TokenRange {
  readonly from: TokenIndex;
  readonly to: TokenIndex;
}

/** A day of the proleptic Gregorian calendar, written `YYYY-MM-DD`. */
export type Day = string;

/** A moment in UTC to the second, written `YYYY-MM-DDThh:mm:ssZ`, so that moments compare as text. */
export type Instant = string;

// ---------------------------------------------------------------------------------------------------- what goes in

/**
 * One news article as a reader delivered it. `text` is never changed downstream: every offset of a Reading counts in it.
 * `blocks` cover the text in order without overlap; what lies between two blocks is white space.
 */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** BCP 47 tag ("en"), null where not told and not detected. */
  readonly language: string | null;
  /** The day printed, as the outlet gave it; null where unknown: never guessed. */
  readonly published: Day | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The agency whose story this is, by its credit ("AP"); null where the article names none. */
  readonly wire: string | null;
  /** What the outlet lets be done with the text, in its own words ("no archive use"); null where it says nothing. */
  readonly usageTerms: string | null;
  /** The moment before which it must not go out; null where there is no embargo. One without an end is `9999-12-31T23:59:59Z`. */
  readonly embargoedUntil: Instant | null;
  /** The collection that this was taken over from, where it is somebody else's quotation and no article that was read; null for articles. */
  readonly imported: string | null;
}

export type BlockKind = 'headline' | 'standfirst' | 'byline' | 'dateline' | 'paragraph' | 'caption' | 'heading' | 'quote' | 'boilerplate';

/** A part of the page. What is not journalism is kept and marked `boilerplate`, never silently dropped. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Why it was left out, of a `boilerplate` block. */
  readonly reason?: string;
}

// ------------------------------------------------------------------------------------- tokens, sentences, quotations

/** Universal parts of speech (universaldependencies.org/u/pos), as the tagger assigns them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word, number or mark: `text.slice(start, end)`. Clitics ("'s", "n't") are tokens of their own. */
export interface Token extends Span {
  readonly pos: PartOfSpeech;
}

/** A sentence, within one block. `block` is an index into `Article.blocks`. */
export interface Sentence extends TokenRange {
  readonly block: number;
}

/**
 * A paired run of quotation marks. `open` and `close` are the tokens of its marks; null where the text lost that mark
 * (the run then reaches to where the words plainly end). A quotation that goes on over several paragraphs, each opened
 * anew and closed once, is one Quotation whose `parts` are the runs between its marks; tokens exclude the marks.
 */
export interface Quotation {
  readonly open: TokenIndex | null;
  readonly close: TokenIndex | null;
  readonly parts: readonly TokenRange[];
  /** Index of the quotation that this one stands in, or null. */
  readonly within: number | null;
}

// -------------------------------------------------------------------------------------------------- who is mentioned

export type MentionKind = 'name' | 'nominal' | 'pronoun';

/** An occurrence in the text of somebody or something that can speak. `head` is the token that the phrase is about. */
export interface Mention extends TokenRange {
  readonly kind: MentionKind;
  readonly head: TokenIndex;
  /** Index into `referents`; null where the engine cannot tell who is meant. */
  readonly referent: number | null;
  readonly reason: Reason;
}

export type ReferentKind = 'person' | 'organization' | 'place' | 'group' | 'document' | 'unknown';

/** Somebody or something within one article: what all its mentions mean. */
export interface Referent {
  readonly kind: ReferentKind;
  /** The fullest name or description that the article gives, without titles. */
  readonly name: string;
  /** Titles and roles that the article gives ("foreign minister"), in the text's words. */
  readonly roles: readonly string[];
  readonly gender: 'female' | 'male' | null;
  readonly plural: boolean;
  /** Indexes into `mentions`, in text order. */
  readonly mentions: readonly number[];
}

// ---------------------------------------------------------------------------------------------------- who said what

/** How the words stand on the page: in quotation marks, partly, or not at all. */
export type Manner = 'direct' | 'mixed' | 'indirect';

/** How the article knows it: the source put it into words, is reported to hold it, or did it by a formal act. */
export type Mode = 'speech' | 'thought' | 'act';

/**
 * Who (`source`), the words that attribute (`cue`), and what (`content`), as spans of the text. `source` is empty where
 * the text names none, `cue` for a bare quotation; `content` has several spans where the cue interrupts it.
 * `within` is the index of the attribution whose content holds this one: "Berg said that Varga is ready".
 */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly manner: Manner;
  readonly mode: Mode;
  readonly within: number | null;
  /** Probability that this is an attribution whose content and source are right, 0 to 1, calibrated. */
  readonly confidence: number;
  readonly reason: Reason;
}

/** What the source does by it. The definitions are in docs/annotation.md. */
export type Act =
  | 'threatens'
  | 'rejects'
  | 'demands'
  | 'offers'
  | 'promises'
  | 'accuses'
  | 'denies'
  | 'agrees'
  | 'asks'
  | 'declines'
  | 'states';

export type SpeakerKind = 'person' | 'organization' | 'group' | 'document' | 'anonymous' | 'author' | 'none' | 'unresolved';

/**
 * Who a statement's source is. `name` is null for `author`, `none` and `unresolved`. `id` and `wikidata` come from a
 * registry and are null where it does not know the name; `referent` is an index into the Reading's referents.
 */
export interface Speaker {
  readonly kind: SpeakerKind;
  readonly name: string | null;
  readonly id: string | null;
  readonly wikidata: string | null;
  readonly referent: number | null;
  readonly reason: Reason;
}

export type Basis = 'stated' | 'implied' | 'unknown';

/** When something was said. Both days are inclusive, and null where nothing says. `edtf` is Extended Date/Time Format (ISO 8601-2). */
export interface Dating {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly basis: Basis;
  readonly edtf: string | null;
  /** The words that say so; null for `unknown`. */
  readonly evidence: Span | null;
  /** True where the article brings it up as background, said before the events that it reports. */
  readonly retold: boolean;
  readonly reason: Reason;
}

export type Stance = 'for' | 'against' | 'only-if' | 'unclear';

/** A side taken on a course of action. A label never stands without the characters that prove it: `evidence`. */
export interface Position {
  readonly target: Span;
  readonly stance: Stance;
  readonly condition: Span | null;
  readonly evidence: Span;
  readonly reason: Reason;
}

/** A quantity that the content claims: "more than 1.3 million tanks" is 1300000, "tanks", "more than". */
export interface Figure extends Span {
  readonly value: number;
  readonly unit: string | null;
  readonly qualifier: string | null;
}

/** Where words stand, so that they can be found again: positions, the exact words, and 32 code units either side. */
export interface Citation {
  /** SHA-256 of the article's text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly spans: readonly Span[];
  /** The words at each span, unaltered. */
  readonly exact: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

/** One link of the way words took to the page, nearest to the page first: outlet, agency, medium, spokesman, or another speaker who says that it was said. */
export interface ChainLink {
  readonly kind: 'outlet' | 'agency' | 'medium' | 'spokesman' | 'speaker';
  readonly name: string;
  /** Where the text says so; null where the article's own data (outlet, wire credit) does. */
  readonly evidence: Span | null;
}

/** An attribution with everything the engine can tell about it. `id` is made from the citation alone. */
export interface Statement {
  readonly id: string;
  /** Index into `attributions`. */
  readonly attribution: number;
  readonly speaker: Speaker;
  /** The content's words, its parts joined with " … ". */
  readonly words: string;
  readonly said: Dating;
  readonly addressee: Span | null;
  readonly occasion: Span | null;
  readonly act: Act;
  readonly whom: Span | null;
  readonly position: Position | null;
  readonly figures: readonly Figure[];
  readonly chain: readonly ChainLink[];
  readonly citation: Citation;
}

/** Why the engine decided so: the rule's name, its score, and the parts that it weighed. */
export interface Reason {
  readonly rule: string;
  readonly score: number;
  readonly parts?: readonly Reason[];
}

/** What the engine wants people to know about a place in the text. Text never makes the engine throw: it makes notes. */
export interface Note {
  readonly code: NoteCode;
  readonly span: Span;
  readonly message: string;
}

export type NoteCode =
  | 'quotation-unopened'
  | 'quotation-unclosed'
  | 'language-not-read'
  | 'text-too-long'
  | 'cue-dropped'
  | 'quotation-not-attributed';

// ------------------------------------------------------------------------------------------------------- the stages

/** A stage's needs are its parameter type: stages in the wrong order do not compile. */
export interface Tokenized {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly notes: readonly Note[];
}

export interface Sentenced extends Tokenized {
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

export interface Mentioned extends Sentenced {
  readonly mentions: readonly Mention[];
  readonly referents: readonly Referent[];
}

export interface Attributed extends Mentioned {
  readonly attributions: readonly Attribution[];
}

/** What the engine makes of one article. */
export interface Reading extends Attributed {
  readonly statements: readonly Statement[];
}
