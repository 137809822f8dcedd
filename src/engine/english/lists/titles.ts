import { wordList } from './word-list.js';

/** Words that stand before a name and are no part of it; lower case, without a full stop. */
export const TITLES = wordList(`
  adm admiral amb ambassador archbishop attorney ayatollah baron baroness bishop brig brigadier brother capt captain cardinal chairman
  chairperson chairwoman chancellor chief cmdr coach col colonel commander commissioner comrade congressman congresswoman councillor
  councilman councilwoman count countess cpl crown dame dean deputy det detective director dr drs duchess duke emir emperor empress father
  first fr gen general gov governor govs grand hon inspector judge justice king lady lieutenant lord lt maj majesty major marshal mayor
  messrs minister ministers miss mr mrs ms mx officer pastor patriarch pope premier pres president presidents prime prince princess prof
  professor profs pvt queen rabbi rep representative representatives reps rev reverend saint secretary sen senator senators sens sergeant
  sgt sheik sheikh sheriff shri sir sister speaker sultan superintendent supt vice
`);

/** Titles and nouns that say that somebody is a woman. */
export const FEMALE_TITLES = wordList(`
  actress alderwoman anchorwoman aunt baroness bride businesswoman chairwoman congresswoman councilwoman countess dame daughter daughters
  duchess empress forewoman girl girlfriend girls goddess grandmother heiress heroine hostess ladies lady madam madame miss mom mother
  mothers mrs ms mum niece nun nuns policewoman princess queen saleswoman servicewoman sister sisters spokeswoman stepdaughter stepmother
  waitress widow wife wives woman women
`);

/** Titles and nouns that say that somebody is a man. */
export const MALE_TITLES = wordList(`
  alderman anchorman baron boy boyfriend boys brother brothers businessman chairman congressman councilman dad duke emperor father fathers
  foreman gentleman gentlemen grandfather groom guy heir husband husbands imam king lord man men messrs monk mr nephew policeman pope
  priest prince rabbi salesman serviceman sheik sheikh sir son sons spokesman stepfather stepson sultan uncle widower
`);

/** Words behind a name that belong to it. */
export const NAME_SUFFIXES = wordList(`
  esq ii iii iv jr junior sr
`);

/** Lower-case words inside a name ("van der Berg"). */
export const NAME_PARTICLES = wordList(`
  abu al ben bin bint da das de del della den der di do dos du e el ibn la le ten ter van ved von y zu zum zur
`);
