import { createRuleAttributor } from '../attributions/rule-attributor.js';
import type { Language } from '../language.js';
import { ABBREVIATIONS, FINAL_ABBREVIATIONS, SENTENCE_STARTERS } from './lists/abbreviations.js';
import { createWinkTagger } from './wink-tagger.js';

/** English, ready to read. Costs some 200 ms the first time: make one and keep it. */
export function createEnglish(): Language {
  return {
    code: 'en',
    abbreviations: ABBREVIATIONS,
    finalAbbreviations: FINAL_ABBREVIATIONS,
    sentenceStarters: SENTENCE_STARTERS,
    tagger: createWinkTagger(),
    attributor: createRuleAttributor(),
  };
}
