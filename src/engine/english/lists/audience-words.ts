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

/** Verbs whose object is whom something is sent or put to: "emailed supporters", "addressed the crowd". */
export const WRITING_TO_VERBS = wordList('addressed addressing briefed briefing emailed emailing lectured lecturing texted texting');

/** Verbs in the passive whose "by" names whom it is said to: "asked by a reporter", "when contacted by the Post". */
export const QUERYING_VERBS = wordList(
  'approached asked challenged confronted contacted grilled interviewed pressed prodded pushed queried questioned reached',
);

/** What can stand behind "to" and is nobody. */
export const NOT_ADDRESSEES = wordList('applause boos chants cheer cheers date jeers laughter questions requests say shouts');

/** Nouns for where or through what something is said, behind "in", "at", "on" … */
export const PLACES_OF_SPEECH = wordList(`
  ad address ads announcement announcements appearance appearances article articles blog book breakfast briefing broadcast
  brunch call calls ceremony chat clip column commercial conference convention conversation debate
  debates deposition dinner documentary email emails essay event exchange facebook fireside forum fundraiser gala gathering
  hearing instagram interview interviews keynote lecture letter letters livestream lunch luncheon mail media medium
  meeting memo memoir memorandum message messages microphone monologue newscast newsletter note notes onstage op-ed op-eds page
  panel parade petition phone podcast poll post posting posts presentation press press-conference profile program
  radio rallies rally reception recording release remarks roundtable scanner segment sermon session show sit-down snapchat
  speech speeches spot stage statement statements stop stump summit survey telecast telegram telephone television testimonies
  testimony text toast tour townhall trail transcript tv tweet tweets twitter video vigil visit vlog voicemail webcast website
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

/** Verbs that say by themselves through what something was said. */
export const OCCASION_VERBS = wordList('emailed live-tweeted phoned retweeted texted tweeted tweeting tweets');

/** Verbs of writing: "in" a newspaper behind one of them is where it was printed. */
export const WRITING_VERBS = wordList('argued argues editorialized opined wrote writes writing');

/** Verbs of where somebody was or what he was doing as he spoke: "speaking in", "when introducing". */
export const GATHERING_VERBS = wordList(`
  accepting addressing announcing appearing campaigning delivering introducing launching opening presenting signing speaking
  testifying touring unveiling visiting
`);

/** Words for what is filed in court, behind "court". */
export const COURT_WORDS = wordList('affidavit brief briefs case court document documents file files filing filings motion papers');

/** Rooms and buildings where words are said: "said outside the building". */
export const ROOMS = wordList(`
  airport arena auditorium ballroom bar barn building bus cafeteria capitol chamber chapel church classroom club courthouse
  diner embassy factory gym gymnasium headquarters home hotel house jet kitchen library lobby mosque office palace parliament
  plane plant plaza restaurant school square stadium steps street studio synagogue theater theatre train university warehouse
`);

/** Media that go to somebody: "a letter to", "a call with". */
export const MEDIA = wordList(
  'address call email emails interview letter letters mail memo message messages note post remarks speech statement testimony',
);

/** People whom words are meant for. */
export const LISTENERS = wordList(`
  audience audiences crowd delegates donors fans followers journalists lawmakers members recruits reporters residents students
  supporters viewers voters workers
`);

/** Verbs that ask somebody to do something. */
export const ASKING = wordList(
  'ask asked asking asks encourage encouraged encourages encouraging invite invited on ordered press pressed upon urge urged urging',
);
