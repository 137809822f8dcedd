import { wordList } from './word-list.js';

/** The commonest English words that are no names: one in three words of any English text is one of them. */
export const ENGLISH_FUNCTION_WORDS = wordList(`
  a about after all also an and are as at be been before but by can could did do for from had has have he her his how
  i if in into is it its more my no not of on one or our out over said she so than that the their them then there
  these they this to under up was we were what when which who will with would you your
`);

/** The commonest words of other languages that are no English words: Spanish, French, German, Italian, Portuguese, Dutch, and some Slavic ones. */
export const FOREIGN_FUNCTION_WORDS = wordList(`
  aber alla alle als anche auch auf aus avec bei che ci com como con da dans das dass de degli dei del della dem den
  der des di dos du een ein eine einem einen einer el ella elle em en er es est esta este et für gli het hij ich ihr
  il ils ist je jest kein la las le les leur lo los mais mas mein met mit muy na nach nel nella nicht nie niet nous
  nur não nós où para pas per perché pero peut por pour quand que qui ses sich sie sin sind sobre som son sono sont
  soy su sua sur tous tout um uma und une unser van você vom vor vous wir wird yo za zu zum zur è és être über
`);
