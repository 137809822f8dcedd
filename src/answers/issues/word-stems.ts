/** Words as issues compare them: without case, diacritics and endings. One instance keeps what it has seen. */
export interface WordStems {
  /** A text's words as numbers; equal words, whatever their ending, have equal numbers. */
  readonly numbersOf: (text: string) => readonly number[];
}

/** Made words are kept up to this many; more are worked out anew each time. */
const MOST_KEPT = 200_000;

export function createWordStems(): WordStems {
  const numbers = new Map<string, number>();
  const known = new Map<string, number>();
  const numberOf = (word: string): number => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const stem = stemOf(word);
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    if (known.size < MOST_KEPT) known.set(word, number);
    return number;
  };
  return { numbersOf: (text) => wordsOf(text).map(numberOf) };
}

/** A text's words: letters and digits, hyphens part them, a possessive ending is left out. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) => word.replace(POSSESSIVE, ''));
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]{1,2}(?![\p{L}]))?|\*/gu;
const POSSESSIVE = /['’]\p{L}{1,2}$/u;

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['met', 'meet'],
  ['withdrew', 'withdraw'],
  ['withdrawn', 'withdraw'],
  ['gave', 'give'],
  ['given', 'give'],
  ['held', 'hold'],
  ['left', 'leave'],
  ['leaves', 'leave'],
  ['leaving', 'leave'],
  ['sent', 'send'],
  ['sold', 'sell'],
  ['sat', 'sit'],
  ['sought', 'seek'],
  ['spoke', 'speak'],
  ['spoken', 'speak'],
  ['took', 'take'],
  ['taken', 'take'],
  ['talks', 'talk'],
]);

/** A word without its ending. Crude and the same for all: "deliveries" and "delivery", "signed" and "sign" fall together. */
export function stemOf(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const irregular = IRREGULAR.get(plain);
  if (irregular !== undefined) return irregular;
  if (plain.length < 4) return plain;
  return withoutE(undoubled(withoutEnding(plain)));
}

function withoutEnding(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('ches') || word.endsWith('xes')) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')) return word.slice(0, -1);
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && word.length > 5) return word.slice(0, -3);
  if (word.endsWith('ed') && word.length > 4) return word.slice(0, -2);
  return word;
}

const undoubled = (word: string): string => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);
const withoutE = (word: string): string => (word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word);
