import { readModel } from '../attributions/model-file.js';
import { createTrainedAttributor } from '../attributions/trained-attributor.js';
import type { Attributor, Language } from '../language.js';
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
import { REPORTING_VERBS } from './lists/reporting-verbs.js';
import { createWinkTagger } from './wink-tagger.js';

/**
 * English, ready to read, with the attribution model of these bytes (data/english-attribution.bin). Costs some 200 ms the
 * first time: make one and keep it. Throws a ModelError where the bytes are not a model that this release reads.
 */
export const createEnglish = (model: Uint8Array): Language => createEnglishWith(createTrainedAttributor(readModel(model)));

/** English with another way to find attributions. */
export function createEnglishWith(attributor: Attributor): Language {
  return {
    code: 'en',
    abbreviations: ABBREVIATIONS,
    capitalAbbreviations: CAPITAL_ABBREVIATIONS,
    numberAbbreviations: NUMBER_ABBREVIATIONS,
    finalAbbreviations: FINAL_ABBREVIATIONS,
    sentenceStarters: SENTENCE_STARTERS,
    clockAbbreviations: CLOCK_ABBREVIATIONS,
    clockFollowers: CLOCK_FOLLOWERS,
    elisions: ELISIONS,
    reportingVerbs: REPORTING_VERBS,
    lexicon: createLexicon(),
    tagger: createWinkTagger(),
    attributor,
  };
}
