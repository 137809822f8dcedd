import { wordList } from './word-list.js';

/** Verbs that end in a silent e which the rules of their ending do not give back ("deleted" is of "delete", not of "delet"). */
export const SILENT_E_VERBS = wordList(`
  ache acquire adhere adore bathe become believe binge blame breathe clothe compete complete concede condone create cringe
  delete deplete deplore distaste excite expedite explore frame hinge ignite ignore impede implore incite infringe interfere
  invite loathe nickname overcome overtake overwrite paste persevere postpone precede recede recite recreate reframe rename
  restore revere rewrite secede severe shame soothe supersede taste telephone underscore unite waste welcome
`);

/** Verbs whose ending looks as if a silent e had been lost or a consonant doubled, and has not ("piloted", "recalled"). */
export const PLAIN_VERBS = wordList(`
  ballot bang bias canvas clang enroll format hang install murmur overhaul pencil pilot pivot recall reinstall rocket
`);
