import { COUNTRY_WORDS } from '../english/lists/adjectives-of-countries.js';

const spaced = (word: string): string => word.replaceAll('_', ' ');

/** The country or body that an adjective or a name means, in lower case: "russian" → "russia", "south korean" → "south korea". */
export const DEMONYM_OF: ReadonlyMap<string, string> = new Map(
  [...COUNTRY_WORDS].map((pair) => [spaced(pair.slice(0, pair.indexOf('='))), spaced(pair.slice(pair.indexOf('=') + 1))]),
);
