import { wordList } from './word-list.js';

/** Words written with a full stop of their own, lower case, without it. */
export const ABBREVIATIONS = wordList(`
  adm al ala apr ariz ark assn atty aug ave bldg blvd brig bros calif capt cf cmdr co col colo comdr conn corp cpl ct cwt dec
  del dept det dist div dr eg est etc ext feb fig fla ft ga gen gov govs hon ill inc insp jan jr kan ky la lt ltd maj mass md
  messrs mfg mich minn miss mlle mme mo mont mr mrs ms msgr mt neb nev nov oct okla ore pa ph pl pp pres prof pt
  pvt rd reg rep reps ret rev sec sen sens sept sgt sr st supt tenn tex univ v va vol vs vt wash wis wyo
`);

/** Those of them that are other words, or none, where they stand in lower case. */
export const CAPITAL_ABBREVIATIONS = wordList(`
  ala ariz ark col del fig fla ga ill inc kan la ma mass md me minn miss mo no ore pa reg rev st wash
`);

/** Abbreviations only where a number follows. */
export const NUMBER_ABBREVIATIONS = wordList(`
  no nos p para pp prop
`);

/** Those of them that can stand at the end of a sentence. */
export const FINAL_ABBREVIATIONS = wordList(`
  al ariz ark assn bros calif co colo conn corp dept etc fla ill inc jr kan ltd mass mich minn mont neb nev okla pa sr tenn univ va vt
  wash wis wyo
`);

/** Words that start a sentence where they follow an abbreviation with a capital letter. */
export const SENTENCE_STARTERS = wordList(`
  a after all also although an and another any as asked at because before both but by despite during each even every few for
  four from he her here his how however i if in it its last later many meanwhile more most mr mrs ms my no none nor not now of on once one only
  or other our she since so some still such that the their then there these they this those though three through to two under
  until we were what when where whether which while who why with would yet you your
`);

/** Abbreviations behind which any capital letter starts a sentence. */
export const CLOCK_ABBREVIATIONS = wordList(`
  a.m etc p.m
`);

/** What stands with a capital letter behind an hour without starting a sentence. */
export const CLOCK_FOLLOWERS = wordList(`
  april august cdt central cst december eastern edt est et february friday gmt january july june local march may monday mountain mst
  november october pacific pdt pst pt saturday september sunday thursday tuesday utc wednesday
`);
