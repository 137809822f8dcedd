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
export const OCCASION_PREPOSITIONS = wordList(
  'after at before during following from in inside into on onstage outside over through throughout upon via while',
);
