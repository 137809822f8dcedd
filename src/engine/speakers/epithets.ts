import type { Draft } from '../mentions/drafts.js';
import type { Pronoun } from '../mentions/pronouns.js';
import type { Figurehead } from '../mentions/referents.js';
import { weighCandidates } from '../mentions/salience.js';
import { WORD_CLASS as is } from '../mentions/word-classes.js';
import type { Reason } from '../model.js';
import type { Resolving } from './resolving.js';

/**
 * How likely "the candidate" must mean the most prominent person, of all and against the second: chosen on the training
 * layers so that most of those taken are right; `npm run lab:layers -- --gold --errors speaker` lists them.
 */
const EPITHET_SHARE = 0.5;
const EPITHET_LEAD = 1.5;
const EPITHET: Pronoun = { person: 3, type: 'person', gender: null, plural: false, possessive: false, reflexive: false, subject: true };

/** Offices that one person holds in a country: who is told to be one of them is not meant by another. */
const SOLE_OFFICE =
  /\b(?:chancellor|chief of staff|governor|head of state|king|mayor|minister|monarch|pope|premier|president|prime minister|queen|secretary)$/i;
const FORMER = /\b(?:former|ex-|retired|one-time|onetime|then)/i;

/** Whom a definite description means who was named before ("the candidate", "the retired surgeon"). Null where it names somebody of its own. */
export function epithet(
  { work }: Resolving,
  draft: number,
  found: Draft,
  bonus: ReadonlyMap<number, number> | undefined,
): { readonly referent: number; readonly reason: Reason } | null {
  const referent = work.referents[work.referentOf[draft] ?? -1];
  if (referent === undefined || referent.kind !== 'person' || referent.named || work.drafts[referent.origin]?.opening === 'indefinite')
    return null;
  if (found.opening === 'bare' && (work.words.sentence[found.from] ?? 0) > 0) return null;
  if (((work.words.classes[found.coreFrom] ?? 0) & is.anonymous) !== 0) return null; // "the official" is whoever was told of as one
  if (isSpokesman(found.role) || work.mentioned.tokens[found.to]?.pos === 'ADP') return null;
  const all = weighCandidates(work, draft, { ...EPITHET, gender: found.gender }, bonus);
  const list = all.filter(({ referent: one }) => isNamedPerson(work.referents[one]) && !holdsAnother(work.referents[one], found.role));
  const sum = list.reduce((total, candidate) => total + candidate.share, 0);
  const best = list[0];
  if (best === undefined || best.share < EPITHET_SHARE * sum || best.share < EPITHET_LEAD * (list[1]?.share ?? 0)) return null;
  const parts = list
    .slice(0, 3)
    .map((candidate) => ({ rule: `candidate: ${work.referents[candidate.referent]?.name ?? ''}`, score: candidate.share / sum }));
  return { referent: best.referent, reason: { rule: 'description-of-somebody-named', score: best.share / sum, parts } };
}

/** Whether somebody is told to hold an office of its own, and this role is another one: a foreign minister is not "the president". */
function holdsAnother(figure: Figurehead | undefined, role: string): boolean {
  const asked = SOLE_OFFICE.exec(role)?.[0].toLowerCase();
  if (figure === undefined || asked === undefined || FORMER.test(role)) return false;
  const held = figure.roles.filter((one) => !FORMER.test(one)).flatMap((one) => SOLE_OFFICE.exec(one)?.[0].toLowerCase() ?? []);
  return held.length > 0 && !held.includes(asked);
}

export const isNamedPerson = (figure: Figurehead | undefined): boolean => figure?.named === true && figure.kind === 'person';

export const isSpokesman = (role: string): boolean => /\bspokes(?:man|woman|person)$|\bpress secretary$/i.test(role);
