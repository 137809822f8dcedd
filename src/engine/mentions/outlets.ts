import { WORD_CLASS as is, type Lexicon } from './word-classes.js';

/** Last words of newspapers' and stations' names. */
const LAST_WORDS = new Set(
  'broadcasting chronicle courier daily dispatch examiner gazette globe guardian herald inquirer journal magazine mail news observer post press radio review sentinel telegraph television times today tribune tv'.split(
    ' ',
  ),
);

/** Whether a name in lower case is an agency's or another medium's; null where it is neither. */
export function outletKind({ classes, phrases }: Lexicon, name: string): 'agency' | 'medium' | null {
  const bits = classes.get(name) ?? phrases.get(name) ?? 0;
  if ((bits & is.agency) !== 0) return 'agency';
  return (bits & is.outlet) !== 0 || endsLikeOutlet(name.slice(name.lastIndexOf(' ') + 1)) ? 'medium' : null;
}

/** Whether a name's last word is one with which newspapers and stations are named. */
export const endsLikeOutlet = (word: string): boolean => LAST_WORDS.has(word);
