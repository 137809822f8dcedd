import { readModel } from '../attributions/model-file.js';
import { createTrainedAttributor, DEFAULT_THRESHOLD } from '../attributions/trained-attributor.js';
import type { Attributor, Digest, Language, Tagger } from '../language.js';
import { createLexicon } from './lexicon.js';
import {
  ABBREVIATIONS,
  CAPITAL_ABBREVIATIONS,
  CLOCK_ABBREVIATIONS,
  CLOCK_FOLLOWERS,
  FINAL_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  SENTENCE_STARTERS,
} from './lists/abbreviations.js';
import { ELISIONS } from './lists/elisions.js';
import { ENGLISH_FUNCTION_WORDS, FOREIGN_FUNCTION_WORDS } from './lists/language-words.js';
import { REPORTING_VERBS } from './lists/reporting-verbs.js';
import { NAME_PARTICLES } from './lists/titles.js';
import { createTagger } from './tagger/tagger.js';

/** The bytes of the files that English needs: data/english-attribution.bin and data/english-tagger.bin. */
export interface EnglishFiles {
  readonly attribution: Uint8Array;
  readonly tagger: Uint8Array;
  /** Makes the SHA-256 that the files are checked by; where none is given it is worked out in JavaScript, which takes a tenth of a second. */
  readonly digest?: Digest;
}

/**
 * English, ready to read, with the models of these bytes; attributions of less confidence than `threshold` are not told. Make one and keep it. Throws a ModelError or a
 * RangeError where the bytes are not models that this release reads.
 */
export const createEnglish = ({ attribution, tagger, digest }: EnglishFiles, threshold: number = DEFAULT_THRESHOLD): Language =>
  createEnglishWith(createTrainedAttributor(readModel(attribution, digest), threshold), createTagger(tagger, digest));

/** What English knows about words that hold marks, and about where sentences end. */
export const ENGLISH_WORDS = {
  abbreviations: ABBREVIATIONS,
  capitalAbbreviations: CAPITAL_ABBREVIATIONS,
  numberAbbreviations: NUMBER_ABBREVIATIONS,
  finalAbbreviations: FINAL_ABBREVIATIONS,
  sentenceStarters: SENTENCE_STARTERS,
  clockAbbreviations: CLOCK_ABBREVIATIONS,
  clockFollowers: CLOCK_FOLLOWERS,
  elisions: ELISIONS,
  reportingVerbs: REPORTING_VERBS,
  functionWords: ENGLISH_FUNCTION_WORDS,
  foreignFunctionWords: FOREIGN_FUNCTION_WORDS,
  nameParticles: NAME_PARTICLES,
} as const;

/** English with another way to find attributions or to tag words. */
export const createEnglishWith = (attributor: Attributor, tagger: Tagger): Language => ({
  code: 'en',
  ...ENGLISH_WORDS,
  lexicon: createLexicon(),
  tagger,
  attributor,
});
