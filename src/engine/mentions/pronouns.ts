import type { ReferentKind } from '../model.js';
import type { Gender } from './drafts.js';

/** What a pronoun says about whom it means. */
export interface Pronoun {
  readonly person: 1 | 2 | 3;
  readonly type: ReferentKind;
  readonly gender: Gender;
  readonly plural: boolean;
  readonly possessive: boolean;
  readonly reflexive: boolean;
  /** True or false where the form itself tells; null where the place in the sentence must. */
  readonly subject: boolean | null;
}

type Form = 'subject' | 'object' | 'either' | 'possessive' | 'reflexive';

function pronoun(person: 1 | 2 | 3, type: ReferentKind, gender: Gender, plural: boolean, form: Form): Pronoun {
  const subject = form === 'subject' ? true : form === 'either' ? null : false;
  return { person, type, gender, plural, possessive: form === 'possessive', reflexive: form === 'reflexive', subject };
}

/** English personal pronouns. "her" is taken as a possessive where a noun follows, which the phrase finder decides. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['i', pronoun(1, 'person', null, false, 'subject')],
  ['me', pronoun(1, 'person', null, false, 'object')],
  ['my', pronoun(1, 'person', null, false, 'possessive')],
  ['myself', pronoun(1, 'person', null, false, 'reflexive')],
  ['we', pronoun(1, 'group', null, true, 'subject')],
  ['us', pronoun(1, 'group', null, true, 'object')],
  ['our', pronoun(1, 'group', null, true, 'possessive')],
  ['ourselves', pronoun(1, 'group', null, true, 'reflexive')],
  ['you', pronoun(2, 'unknown', null, false, 'either')],
  ['your', pronoun(2, 'unknown', null, false, 'possessive')],
  ['he', pronoun(3, 'person', 'male', false, 'subject')],
  ['him', pronoun(3, 'person', 'male', false, 'object')],
  ['his', pronoun(3, 'person', 'male', false, 'possessive')],
  ['himself', pronoun(3, 'person', 'male', false, 'reflexive')],
  ['she', pronoun(3, 'person', 'female', false, 'subject')],
  ['her', pronoun(3, 'person', 'female', false, 'possessive')],
  ['hers', pronoun(3, 'person', 'female', false, 'object')],
  ['herself', pronoun(3, 'person', 'female', false, 'reflexive')],
  ['it', pronoun(3, 'organization', null, false, 'either')],
  ['its', pronoun(3, 'organization', null, false, 'possessive')],
  ['itself', pronoun(3, 'organization', null, false, 'reflexive')],
  ['they', pronoun(3, 'group', null, true, 'subject')],
  ['them', pronoun(3, 'group', null, true, 'object')],
  ['their', pronoun(3, 'group', null, true, 'possessive')],
  ['theirs', pronoun(3, 'group', null, true, 'object')],
  ['themselves', pronoun(3, 'group', null, true, 'reflexive')],
]);
