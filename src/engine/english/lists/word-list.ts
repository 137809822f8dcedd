/** Makes a set of the words of a template text, separated by white space. Lists stand sorted and without doubles: a test holds both. */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Makes a map from each form to its lemma, of lines that hold a lemma and its forms. The lines stand sorted by lemma. */
export function formList(lines: string): ReadonlyMap<string, string> {
  const lemmas = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [lemma = '', ...forms] = line.trim().split(/\s+/);
    for (const form of forms) if (!lemmas.has(form)) lemmas.set(form, lemma);
  }
  return lemmas;
}
