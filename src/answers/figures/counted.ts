/** What a figure counts, as far as its own words tell: the noun, whose they are ("Varnian"), and what happened to them. */
export interface Counted {
  readonly noun: string;
  readonly of: string | null;
  readonly event: CountedEvent | null;
}

export type CountedEvent = 'killed' | 'wounded' | 'held' | 'lost' | 'moved' | 'sent' | 'fired';

const EVENTS: readonly (readonly [CountedEvent, RegExp])[] = [
  ['held', /\b(?:prisoners?|captured|captives?|captivity|camps?|holds?|held|hold|detain\w*|hostages?)\b/i],
  ['killed', /\b(?:kill\w*|dead|deaths?|died|dies|toll|slain|fatalit\w*)\b/i],
  ['wounded', /\b(?:wound\w*|injur\w*|hurt)\b/i],
  ['moved', /\b(?:displac\w*|evacuat\w*|flee\w*|fled|refugees?|left|leave|carried|carry|departures?|returned)\b/i],
  ['fired', /\b(?:fire[ds]?|firing|launch\w*|shells?|missiles?|rounds?|strikes?|struck)\b/i],
  ['lost', /\b(?:lost|lose|losing|loss(?:es)?|destroy\w*|burn(?:ed|t)|shot down|downed)\b/i],
  ['sent', /\b(?:send\w*|sent|deliver\w*|supplied|supply|pledg\w*)\b/i],
];

const SINGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  percent: '%',
  'per cent': '%',
  'percentage points': 'point',
  servicemen: 'soldier',
  troops: 'soldier',
  fighters: 'soldier',
};
const ADJECTIVES = /^(?:new|more|other|of|the|its|their|his|our|about|additional|armou?red|civilian|military|heavy|young|old|enemy)$/i;

/**
 * What a figure counts. `unit` is the figure's noun with what stands before it, `around` the words of its clause.
 * Spelling variants and plurals of one noun are equal.
 */
export function countedOf(unit: string | null, around: string): Counted {
  const words = (unit ?? '').split(/\s+/).filter((word) => word !== '');
  const plain = words.map((word) => word.toLowerCase());
  const owner = words.slice(0, -1).find((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word));
  return { noun: nounOf(plain, plain.at(-1) ?? ''), of: owner?.toLowerCase() ?? null, event: eventOf(around) };
}

function nounOf(words: readonly string[], last: string): string {
  const head = SINGULAR[last] ?? singular(last);
  const before = words.at(-2);
  // "armoured vehicles" and "vehicles" are different things; "Varnian soldiers" and "soldiers" are told apart by `of`.
  return before !== undefined && ADJECTIVES.test(before) && /^armou?red$/.test(before) ? `armored ${head}` : head;
}

const singular = (word: string): string =>
  /(?:ss|us|is)$/.test(word) ? word : word.replace(/ies$/, 'y').replace(/(?:(ch|sh|x|ss)es|s)$/, '$1');

function eventOf(around: string): CountedEvent | null {
  return EVENTS.find(([, pattern]) => pattern.test(around))?.[0] ?? null;
}

/** Whether two figures can count the same thing: what is known of both agrees. */
export function sameCounted(one: Counted, other: Counted): boolean {
  if (one.noun !== other.noun || one.noun === '') return false;
  if (one.of !== null && other.of !== null && one.of !== other.of) return false;
  return one.event === null || other.event === null || one.event === other.event;
}
