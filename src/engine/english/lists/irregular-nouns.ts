import { formList, wordList } from './word-list.js';

/** Plurals that no rule gives: `lemma plural`. */
export const IRREGULAR_NOUNS = formList(`
  alumnus alumni
  analysis analyses
  axis axes
  basis bases
  calf calves
  canoe canoes
  child children
  cookie cookies
  crisis crises
  criterion criteria
  diagnosis diagnoses
  foe foes
  foot feet
  goose geese
  half halves
  horseshoe horseshoes
  hypothesis hypotheses
  knife knives
  leaf leaves
  life lives
  loaf loaves
  man men
  mouse mice
  movie movies
  oasis oases
  ox oxen
  person people
  phenomenon phenomena
  rookie rookies
  self selves
  selfie selfies
  shelf shelves
  shoe shoes
  thesis theses
  thief thieves
  toe toes
  tooth teeth
  wife wives
  wolf wolves
  woman women
  zombie zombies
`);

/** Nouns that look like a plural and are none, or that are both. */
export const UNCHANGED_NOUNS = wordList(`
  abdomen aerobics alas as astrophysics athletics atlas barracks bias canvas christmas corps economics ethics gas has
  headquarters is lens linguistics logistics mathematics means news omen pancreas physics politics regimen robotics series
  species specimen texas thanks was yemen
`);
