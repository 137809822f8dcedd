import type { Article, Mention, Reading, Token } from '../engine/index.js';

/** A Reading without its article: what a worker thread sends back. */
export type SlimReading = Omit<Reading, 'article'>;

/**
 * What of a Reading outlives the reading of its article: everything but sentences, quotations, and tokens that bound no mention.
 * Tokens are nine tenths of a Reading, and copying them from thread to thread costs more than a second thread gains.
 */
export function slimReading(reading: Reading): SlimReading {
  const { article: _, tokens, sentences: _sentences, quotations: _quotations, ...rest } = reading;
  const kept: Token[] = [];
  const places = new Map<number, number>();
  const place = (index: number): number => {
    const known = places.get(index);
    if (known !== undefined) return known;
    const token = tokens[index];
    if (token === undefined) throw new RangeError(`a mention points at token ${index} of ${tokens.length}`);
    places.set(index, kept.length);
    kept.push(token);
    return kept.length - 1;
  };
  const mentions = reading.mentions.map((mention): Mention => {
    // First, last and head token, next to one another in this order: the range stays a range over the same characters.
    places.clear();
    const from = place(mention.from);
    const head = place(mention.head);
    return { ...mention, from, head, to: place(mention.to - 1) + 1 };
  });
  return { ...rest, tokens: kept, sentences: [], quotations: [], mentions };
}

/** The Reading of which `slim` was made, as far as it outlived. */
export const wholeReading = (article: Article, slim: SlimReading): Reading => ({ article, ...slim });
