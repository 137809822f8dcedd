import type { Lexicon } from './mentions/word-classes.js';
import type { Attribution, Mentioned, PartOfSpeech, Reason, Span } from './model.js';

/** Assigns a part of speech to each word of one article. Pure: the same words give the same answer, whatever was read before. */
export interface Tagger {
  tag(words: readonly string[]): readonly PartOfSpeech[];
}

/** Finds who said what; a trained model or a set of rules. Outermost and nested attributions, in text order. */
export interface Attributor {
  /** `dropped` is told of every cue that was considered and not kept. */
  attribute(mentioned: Mentioned, dropped?: (cue: ConsideredCue) => void): readonly Attribution[];
}

/** A cue with the source and content that it would have, and how sure the engine is of it. */
export interface ConsideredCue {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly confidence: number;
  readonly reason: Reason;
}

/** What the engine needs to know about a language. */
export interface Language {
  /** Primary BCP 47 subtag of the articles that it reads ("en"). */
  readonly code: string;
  /** Words that end in a full stop of their own, lower case, without it ("mr", "dec"). */
  readonly abbreviations: ReadonlySet<string>;
  /** Those of them that are other words without a capital letter ("Miss.", "Wash."). */
  readonly capitalAbbreviations: ReadonlySet<string>;
  /** Abbreviations only in front of a number ("No. 10"). */
  readonly numberAbbreviations: ReadonlySet<string>;
  /** Those abbreviations that can end a sentence ("inc", "jr"). */
  readonly finalAbbreviations: ReadonlySet<string>;
  /** Words that start a sentence where they follow an abbreviation with a capital letter ("the", "he"). */
  readonly sentenceStarters: ReadonlySet<string>;
  /** Abbreviations behind which any capital letter starts a sentence ("p.m.", "etc."), but for the words of `clockFollowers` ("est", "monday"). */
  readonly clockAbbreviations: ReadonlySet<string>;
  readonly clockFollowers: ReadonlySet<string>;
  /** Words that an apostrophe starts ("em", "til"), lower case, without it. */
  readonly elisions: ReadonlySet<string>;
  /** The commonest words of the language, and of other languages, by which a passage's language is told. */
  readonly functionWords: ReadonlySet<string>;
  /** Low-case words inside names ("de la Cruz"). */
  readonly nameParticles: ReadonlySet<string>;
  readonly foreignFunctionWords: ReadonlySet<string>;
  /** Forms of the commonest verbs of saying, which tell where a lost quotation mark stood. */
  readonly reportingVerbs: ReadonlySet<string>;
  /** What words can be: first names, titles, roles, bodies, places. */
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
  readonly attributor: Attributor;
}

/** The SHA-256 of some bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array;
