import { wordList } from './word-list.js';

/** Nouns for bodies that can speak: the last word of a body's name or of a phrase for one. */
export const BODIES = wordList(`
  academy administration agency airline airlines airport alliance arm army assembly association authorities authority bank bar bench board
  body brewery brigade broadcaster brotherhood bureau business cabinet camp campaign carrier caucus center centre chain chamber channel
  charity church city club co coalition college command commission committee community companies company confederation conference
  conglomerate congress consortium consulate consultancy convention coop cooperative corp corporation corps council country county court
  courts daily defence defense delegation department directorate district division duma embassy enterprise establishment exchange
  executive faction factory faculty federation firm fleet force forces foundation front fund giant government governorate group groups
  guard guild hall headquarters hospital house inc industries industry initiative insider institute institution intelligence international
  judiciary junta knesset laboratory labs league legislature llc lobby ltd magazine mainstream maker manufacturer media military militia
  ministry mission mob mosque movement municipality museum nation nations navy network newspaper newspapers newsroom nonprofit office
  offices operator opposition orchestra order organisation organisations organization organizations outlet outlets palace panel paper
  parish parliament partnership party pentagon plc police politburo post precinct presidency press prosecution province publication
  publisher regime region registry regulator republic retailer school secretariat sect senate service services side society squad state
  station studio subcommittee supplier symphony syndicate tabloid team tribe tribunal troupe trust union university watchdog weekly wing
`);
