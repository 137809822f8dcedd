/** Classes of UTF-16 code units, from a table that is made once: one array look-up a character. */
const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const JOINED = 4;

const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) classes[code] = classOf(code);

function classOf(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return OTHER;
  const character = String.fromCharCode(code);
  if (/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u.test(character)) return SPACE;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /[\p{M}\p{N}\u00ad\u200c\u200d]/u.test(character) ? JOINED : OTHER;
}

/** White space, control characters, and characters of no width. */
export const isSpace = (code: number): boolean => classes[code] === SPACE;
export const isLetter = (code: number): boolean => classes[code] === LETTER;
export const isDigit = (code: number): boolean => classes[code] === DIGIT;
/** Letters, digits, combining marks: what a word is made of. */
export const isWordPart = (code: number): boolean => (classes[code] ?? OTHER) >= LETTER;
