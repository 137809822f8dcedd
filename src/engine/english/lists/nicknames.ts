import { wordList } from './word-list.js';

/** Short forms of first names, each followed by the full form after an equals sign. */
export const NICKNAMES = wordList(`
  abby=abigail abe=abraham al=albert alex=alexander andy=andrew art=arthur barb=barbara ben=benjamin bernie=bernard bert=albert
  beth=elizabeth betsy=elizabeth bill=william billy=william bob=robert bobby=robert brad=bradley charlie=charles chris=christopher
  chuck=charles cindy=cynthia dan=daniel danny=daniel dave=david deb=deborah debbie=deborah dick=richard don=donald donnie=donald
  doug=douglas ed=edward eddie=edward eliza=elizabeth fred=frederick gabe=gabriel gerry=gerald greg=gregory hal=harold hank=henry
  harry=henry jack=john jake=jacob jamie=james jeb=john jeff=jeffrey jen=jennifer jenny=jennifer jerry=gerald jim=james jimmy=james
  joe=joseph joey=joseph johnny=john jon=jonathan josh=joshua judy=judith kate=katherine kathy=katherine katie=katherine ken=kenneth
  kim=kimberly larry=lawrence len=leonard liz=elizabeth lou=louis maggie=margaret marty=martin matt=matthew max=maximilian meg=margaret
  mickey=michael mike=michael mitch=mitchell nat=nathaniel nate=nathan ned=edward nick=nicholas pam=pamela pat=patrick patty=patricia
  peggy=margaret pete=peter phil=philip randy=randall ray=raymond rich=richard rick=richard rob=robert ron=ronald ronnie=ronald
  rudy=rudolph russ=russell sam=samuel sandy=alexander sasha=alexander stan=stanley steve=steven sue=susan ted=edward terry=terence
  tim=timothy timmy=timothy toby=tobias tom=thomas tommy=thomas tony=anthony val=valerie vince=vincent walt=walter will=william
`);
