/** Makes a set of the words of a template text, separated by white space. Lists stand sorted and without doubles: a test holds both. */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
