import { createRuleAttributor } from '../attributions/rule-attributor.js';
import type { Language } from '../language.js';
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

/** English, ready to read. Costs some 200 ms the first time: make one and keep it. */
export function createEnglish(): Language {
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
    attributor: createRuleAttributor(),
  };
}
