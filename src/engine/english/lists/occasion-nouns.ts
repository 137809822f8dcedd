import { wordList } from './word-list.js';

/** Nouns for what people say things at, in or through; a date before one of them dates what is said there. */
export const OCCASION_NOUNS = wordList(`
  ad address ads announcement appearance article blog book briefing broadcast call campaign ceremony clip column commentary
  comments conference convention conversation debate decision deposition editorial email emails event fireside forum fundraiser
  gala gathering hall hearing interview interviews lecture letter lunch luncheon meeting memo memoir message messages monologue
  news note op-ed panel paper petition podcast poll post posting posts press press-conference program rallies rally release
  remarks report response rollout ruling segment session show sit-down speech speeches statement statements stop story stream
  summit survey talk television testimony text tour tweet tweets video visit vote webcast website writings
`);
