/** Makes a set of the lines of a template text. Lists stand sorted and without doubles: a test holds both. */
export const phraseList = (lines: string): ReadonlySet<string> =>
  new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
