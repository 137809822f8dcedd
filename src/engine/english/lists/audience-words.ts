import { wordList } from './word-list.js';

/** Verbs whose object is whom it is said to: "told reporters". */
export const TELLING_VERBS = wordList(`
  advised advising assure assured assures assuring begged cautioned cautioning convinced encourage encouraged encouraging implored
  inform informed informing instructed lectured persuaded promised reassured remind reminded reminding reminds tell telling tells
  told urge urged urges urging warn warned warning warns
`);

/** Verbs that take "to" before whom it is said to: "complained to aides", "spoke to CNN". */
export const SPEAKING_VERBS = wordList(`
  announced boasted bragged complained complaining confessed confided emailed explained explaining joked lied lying muttered
  pitched pleaded preached remarked replied responded said saying shouted speaking spoke suggested talked talking testified
  testifying texted vented vowed whispered writing wrote yelled
`);

/** Verbs in the passive whose "by" names whom it is said to: "asked by a reporter", "when contacted by the Post". */
export const QUERYING_VERBS = wordList(
  'approached asked challenged confronted contacted grilled interviewed pressed prodded pushed queried questioned reached',
);

/** What can stand behind "to" and is nobody. */
export const NOT_ADDRESSEES = wordList('applause boos chants cheers date jeers laughter questions requests say shouts');

/** Nouns for where or through what something is said, behind "in", "at", "on" … */
export const PLACES_OF_SPEECH = wordList(`
  ad address ads announcement appearance appearances blog book briefing broadcast brunch call calls ceremony chat clip column
  commercial conference convention conversation debate debates dinner documentary email emails essay event exchange facebook
  fireside forum fundraiser gala gathering hearing instagram interview interviews lecture letter letters luncheon mail medium
  meeting memo memoir memorandum message messages microphone monologue newscast newsletter note notes onstage op-ed page panel
  petition phone podcast poll post posting posts presentation press profile program radio rallies rally reception release remarks
  roundtable scanner segment sermon session show snapchat speech speeches stage statement statements summit survey telecast
  telegram telephone television testimony text toast tour townhall tv tweet tweets twitter video visit vlog webcast website
  youtube
`);

/** Broadcasters and programs that words are said on. */
export const CHANNELS = wordList('abc bbc bloomberg c-span cbs cnbc cnn cspan fox hbo msnbc nbc npr pbs telemundo univision');

/** Prepositions that lead to an occasion. */
export const OCCASION_PREPOSITIONS = wordList('at before during following from in inside on onstage outside over through throughout via');

/** Of those, what leads to an occasion only before some nouns. */
export const CHOOSY_PREPOSITIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  before: wordList('audience committee conference congress council crowd hearing meeting panel parliament rally senate'),
  following: wordList('debate hearing meeting speech vote'),
  from: wordList('microphone podium stage'),
  over: wordList('email phone radio'),
};

/** Occasions that many people speak at: what the next speaker says in the past belongs to it as well. */
export const SHARED_OCCASIONS = wordList('ceremony conference convention debate event forum hearing meeting roundtable summit townhall');

/** Media that go to somebody: "a letter to", "a call with". */
export const MEDIA = wordList(
  'address call email emails interview letter letters mail memo message messages note post remarks speech statement testimony',
);

/** People whom words are meant for. */
export const LISTENERS = wordList('audience crowd donors journalists lawmakers reporters students supporters voters workers');

/** Verbs that ask somebody to do something. */
export const ASKING = wordList(
  'ask asked asking asks encourage encouraged encourages encouraging invite invited on ordered press pressed upon urge urged urging',
);
