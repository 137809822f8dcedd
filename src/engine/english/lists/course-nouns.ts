import { wordList } from './word-list.js';

/** Nouns for courses of action: who attacks one of them is against it. */
export const COURSES = wordList(`
  accord agreement approach ban bid bill bombing boycott campaign candidacy cease-fire ceasefire compromise contract cuts deal
  debate decision demand demands deployment deportation draft effort efforts expansion halt idea initiative invasion law
  legislation mandate measure measures meeting merger mission move moves negotiations nomination offer operation order overhaul
  pact plan plans policies policy prescription procedure program programs project proposal proposals push raid reform reforms
  regulation regulations request requests resolution rule rules ruling sanctions settlement shutdown strategy strike strikes talks
  tax treaty truce veto visit vote withdrawal
`);
