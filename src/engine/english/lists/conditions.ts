import { wordList } from './word-list.js';

/* Words that open a condition, with low lines for blanks. */

/** The course is taken where the clause holds: "if", "once". Over a refusal they make it a conditional refusal. */
export const CONDITIONAL_OPENERS = wordList(`
  as_long_as as_soon_as assuming assuming_that conditional_on conditional_upon conditioned_on conditioned_upon contingent_on
  contingent_upon dependent_on if in_case in_exchange_for in_return_for in_the_event in_the_event_of in_the_event_that
  on_condition_of on_condition_that on_one_condition on_the_basis_that on_the_condition_that on_the_understanding_that once
  only_after only_as_part_of only_at only_during only_following only_for only_if only_in only_in_exchange_for
  only_in_return_for only_on only_on_condition_that only_on_the_condition_that only_once only_to only_under only_upon
  only_when only_where only_with only_within provided provided_that providing providing_that so_long_as subject_to supposing
  under_the_condition_that upon_condition_of upon_condition_that upon_the_condition_that with_the_proviso_that
`);

/** The course is not taken before, or but for, what the clause says: over a refusal they make it "not yet". */
export const EXCEPTIVE_OPENERS = wordList(`
  absent before except_for except_if except_in_exchange_for except_on except_under except_when other_than_through pending
  prior_to till unless unless_and_until until until_after until_and_unless without
`);

/** Conditions only in some company: a refusal, a generic present. */
export const TEMPORAL_OPENERS = wordList(`
  at_a_time_when when whenever while
`);
