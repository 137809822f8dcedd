import type { Cited } from './cited.js';

/** The short text beside the structured answer: quotation and paraphrase are never mixed, and it says what was looked at. */

const FORMS: Readonly<Record<Cited['form'], string>> = {
  quotation: 'Quotation',
  'partly quoted': 'Partly quoted (only what stands in quotation marks is a quotation)',
  reported: 'Reported (the reporter’s words, not a quotation)',
};

/** Longer words stand whole in the structured answer. */
const LONGEST = 700;

export const clipped = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST)} [cut here; the structured answer has all of it]`;

/** One statement in three lines: form and words, who and when, where. */
export function statementText(one: Cited): string {
  const who = `— ${one.speaker}${one.named ? '' : ' (not named)'}, ${one.said}${one.retold ? ', reported later' : ''}${one.basis === 'implied' ? ' (the day is implied)' : ''}`;
  const where = `  ${one.outlet ?? 'outlet not given'}${one.printed === null ? '' : `, printed ${one.printed}`}: ${one.permalink}`;
  return [`${FORMS[one.form]}: ${clipped(one.words)}`, who, ...positionText(one), where].join('\n');
}

function positionText({ position }: Cited): readonly string[] {
  if (position === null) return [];
  const condition = position.condition === null ? '' : `, on the condition: ${position.condition}`;
  return [`  Position: ${stanceText(position.stance)} ${position.target}${condition}`];
}

export const stanceText = (stance: string): string => (stance === 'only-if' ? 'only if:' : stance);

export interface Looked {
  readonly articles?: number;
  readonly statements?: number;
  readonly outlets: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** "Looked at: 33 articles, 5 outlets, printed 2030-01-15 to 2031-07-04." */
export function lookedText({ articles, statements, outlets, from, to }: Looked): string {
  const what = articles === undefined ? `${statements ?? 0} statements that take a side` : `${articles} articles`;
  const days = from === null ? '' : `, printed ${from} to ${to}`;
  return `Looked at: ${what}, ${outlets} outlets${days}.`;
}

/** Parts with an empty line between, empty ones left out. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n');

export const moreText = (next: string | null): string | null =>
  next === null ? null : 'There is more: ask again with this "next" as "after".';
