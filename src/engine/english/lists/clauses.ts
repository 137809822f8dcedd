import { wordList } from './word-list.js';

/* Small closed classes that the finders of positions read clauses by. */

export const NEGATORS = wordList(`
  cannot hardly n't neither never nor not nowhere
`);

/** Subjects that negate their verb: "nobody refuses". */
export const NEGATIVE_SUBJECTS = wordList(`
  neither no-one nobody none nothing
`);

/** Forms that stand between a subject and its verb. */
export const AUXILIARIES = wordList(`
  'd 'll 'm 're 's 've am are be been being ca can could did do does gonna got had has have is may might must need ought shall
  should was were will wo would
`);

/** What leaves a stance open: "may support". */
export const UNSURE_MODALS = wordList(`
  could may maybe might perhaps possibly
`);

export const DUTY_MODALS = wordList(`
  must ought should
`);

export const FUTURE_MODALS = wordList(`
  'd 'll gonna shall will wo would
`);

/** The source, speaking of itself in its own words. */
export const FIRST_PERSON = wordList(`
  i mine my myself our ourselves us we
`);

/** Somebody, in reported words often the source. */
export const THIRD_PERSON = wordList(`
  he it she they
`);

/** Heads of noun phrases that speak for their side: "the government is ready". */
export const OWN_SIDES = wordList(`
  administration agency aides alliance army authorities authority bloc board bureau cabinet campaign chancellery coalition
  command commission committee company council country court delegation delegations department firm forces foundation
  government group headquarters leadership military ministry movement nation office officials organisation organization palace
  panel parliament party presidency regime side team union
`);

/** Words that end a clause to their left. */
export const CLAUSE_OPENERS = wordList(`
  although as because but how if once since so than that though till unless until what when where whereas whether which while
  who whom whose why
`);

/** Nouns of time: a phrase with one of them says when, not what. */
export const TIME_WORDS = wordList(`
  afternoon april august autumn century day days deadline decade december evening february friday hour hours january july june
  later march midnight moment monday month months morning night noon november now october point recently saturday season
  september spring summer sunday then thursday time today tomorrow tonight tuesday wednesday week weekend weeks winter year
  years yesterday
`);

/** Verbs that name no course of action when they follow a modal: "should know", "will be". */
export const STATIVE_VERBS = wordList(`
  appear arrive be beat become believe belong benefit collapse concern consist cost depend die emerge exist expect fail find
  forget happen hear imagine know lack lie like look lose love matter mean need occur owe prevail read realise realize recall
  reflect regret remain remember remind result see seem show sound struggle succeed suffer suppose surprise think understand
  want win wish wonder worry
`);

/** Prepositions that a noun phrase takes along: "talks with Tarvia". */
export const NOUN_PREPOSITIONS = wordList(`
  about across against along among at between by for from in into of on over to toward towards under with within
`);

/** Particles that a verb takes along: "hand over". */
export const PARTICLES = wordList(`
  ahead along apart around aside away back down forward off on out over through together up
`);

/** Phrases that stand for a course named before: "rejected the idea". */
export const COURSE_PRONOUNS = wordList(`
  it one so that them these this those
`);

/** Offices whose holders speak through others: "the president is ready", said by a spokesman. */
export const OFFICES = wordList(`
  candidate chairman chairwoman chancellor chief coach commander commissioner director emperor governor king mayor minister
  premier president queen secretary senator
`);

/** Titles of those who speak for another. */
export const MOUTHPIECES = wordList(`
  adviser advisor aide envoy lawyer manager representative spokesman spokesperson spokeswoman surrogate
`);

/** Sources that tell of others: what a government wants is not what a reporter wants. */
export const OBSERVERS = wordList(`
  analyst analysts author columnist commentator commentators correspondent economist economists editor expert experts historian
  historians journalist journalists newspaper observer observers paper poll polls pollster pollsters professor reporter
  reporters scholar scholars study survey surveys writer
`);
