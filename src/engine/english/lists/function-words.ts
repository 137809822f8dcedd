import { wordList } from './word-list.js';

/** Words that are never part of a name where only the start of a sentence gives them a capital letter. */
export const FUNCTION_WORDS = wordList(`
  a about above according across after afterwards again against all almost along already also although always am amid among an and another
  any anyone anything are aren't around as asked at away back be because been before being below beneath beside besides between beyond
  both but by can cannot could despite did didn do does doesn doing don done down due during each earlier either else enough even ever
  every everyone everything except few finally first following for from further get given had has have having he hence her here hers
  herself him himself his how however i if in indeed inside instead into is it its itself just last late later least less let like
  likewise look many may maybe me meanwhile might mine more moreover most much must my myself near nearly neither never nevertheless next
  no nobody none nonetheless nor not notably nothing now of off often on once one only onto or other others otherwise our ours ourselves
  out outside over own perhaps please plus previously quite rather recently regarding said same say see seven several shall she should
  since six so some somebody someone something sometimes soon still such ten than that the their theirs them themselves then there
  therefore these they thing this those though three through throughout thus till to today together tomorrow tonight too toward towards
  two under unless unlike until up upon us very via was wasn we well were weren what whatever when whenever where whereas wherever whether
  which while who whoever whom whose why will with within without won would wouldn yes yesterday yet you your yours yourself yourselves
`);

/** Months, days and feasts. */
export const CALENDAR_WORDS = wordList(`
  apr april aug august christmas dec december easter feb february fri friday jan january jul july jun june mar march may mon monday nov
  november oct october ramadan sat saturday sep sept september sun sunday thanksgiving thu thursday tue tuesday wed wednesday
`);
