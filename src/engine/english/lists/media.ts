import { wordList } from './word-list.js';

/** Newspapers, magazines, stations and sites, as one word; lower case. */
export const OUTLETS = wordList(`
  abc aftenposten axios bbc bild bloomberg breitbart buzzfeed c-span cbs cnbc cnn drudge economist espn euronews facebook fiveforty
  fivethirtyeight forbes foreignpolicy fox gallup gawker guardian haaretz hbo huffpo hurriyet instagram izvestia kommersant mcclatchy
  mediaite meduza msnbc nbc newsmax newsweek npr nytimes pbs pew politico politifact pravda propublica quinnipiac rbc rossiya salon slate
  snopes spiegel suspilne techcrunch telegram telemundo tiktok tvp twitter univision upworthy variety vice vox welt wikileaks yahoo
  youtube zeit
`);

/** Agencies that deliver news to outlets, as one word or with low lines for blanks; lower case. */
export const AGENCIES = wordList(`
  afp agence_france-presse anadolu ansa ap apa associated_press belta bloomberg_news dpa efe interfax interfax-ukraine kyodo lusa mti pap
  pti reuters ria_novosti sputnik tass the_associated_press ukrinform unian united_press_international upi xinhua yonhap
`);

/** Bodies, houses and outlets whose name is several words, none of which says so; with low lines for blanks. */
export const NAMED_BODIES = wordList(`
  abc_news al_arabiya al_jazeera al_qaeda black_lives_matter boko_haram breitbart_news buckingham_palace capitol_hill cbs_news daily_beast
  daily_mail deutsche_welle downing_street echo_of_moscow elysee_palace financial_times foreign_office fox_business fox_news goldman_sachs
  harvard human_rights_watch islamic_state le_figaro le_monde meet_the_press national_review nbc_news new_republic new_york_post
  new_york_times sky_news supreme_court the_hill usa_today wall_street wall_street_journal washington_post weekly_standard
  western_journalism white_house
`);
