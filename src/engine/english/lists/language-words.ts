import { wordList } from './word-list.js';

/** The commonest English words that are no names: one in three words of any English text is one of them. */
export const ENGLISH_FUNCTION_WORDS = wordList(`
  a about after all also an and are as at be been before but by can could did do for from had has have he her his how
  i if in into is it its more my no not of on one or our out over said she so than that the their them then there
  these they this to under up was we were what when which who will with would you your
`);

/**
 * The commonest words of other languages that are no English words: Spanish, French, German, Italian,
 * Portuguese, Dutch, the Scandinavian languages, Polish, Czech, Romanian, Hungarian, Finnish, Turkish, Indonesian.
 */
export const FOREIGN_FUNCTION_WORDS = wordList(`
  aber af akan alla alle als anche att auch auf aus av avec az bei bir blir bu byl był była che ci com como con csak
  că da daha dan dans dari das dass de degli dei del della dem den dengan der des det değil di diese dla dos du een
  efter egy ei ein eine einem einen einer el ella elle em en er es est esta este et ett että fost för für gibi gli
  göre haben henüz het hij hogy hon ich ihr ikke il ile ils ini inte ist itu için ja jag jak jako je jeg jest joka
  jsou kadar kein který które który la las le les leur lo los mai mais mas mein met mit mutta muy na nach nel nella
  nem nic nicht nichts nie niet noch nous nur não nós och oder og olan olarak oli oraz ovat où pada para pas pentru
  per perché pero peut podle por pour przez przy på quand que qui sagte sei ses sich sie sin sind się sobre som son
  sono sont soy su sua sunt sur také tidak tous tout um uma und une unser untuk van ve você volt vom vor vous werden
  wir wird yang yo za został zostało zu zum zur är çok è és être über że že și
`);
