/**
 * What somebody follows: a course of action or a matter, known by its terms. A term is words in order; each finds its other
 * endings ("withdraw" finds "withdrawal" only where both are terms, but "withdraws", "withdrew" by their forms), and `*` stands
 * for up to five words. A target in which a `not` term stands is no matter of the issue. Who is for what an `opposite` term
 * names is against the issue: "lift * sanctions" on sanctions.
 */
export interface Issue {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly string[];
  readonly not: readonly string[];
  readonly opposite: readonly string[];
}

/** Any query serves as an issue: its words are one term, and "or" parts several: "truce or ceasefire". */
export function queryIssue(query: string): Issue {
  const name = query.trim();
  const terms = name
    .split(/\s+or\s+|,/i)
    .map((term) => term.trim())
    .filter((term) => term !== '');
  return { id: name.toLowerCase(), name, terms, not: [], opposite: [] };
}
