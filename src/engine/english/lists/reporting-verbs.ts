import { wordList } from './word-list.js';

/** Forms of verbs that stand beside quoted words ("he said", "asked Varga"): few and sure, to tell where lost quotation marks stood. */
export const REPORTING_VERBS = wordList(`
  acknowledged added adds admitted agreed announced answered argued argues asked asks asserted boasted claimed claims
  commented complained conceded concedes concluded confirmed continued continues countered cried declared demanded denied
  exclaimed explained explains insisted insists joked lamented mused muttered noted notes observed pleaded predicted
  proclaimed pronounced quipped recalled recalls remarked repeated replied reported responded retorted said say says shouted
  sighed snapped stated stressed suggested testified thought told tweeted urged warned warns whispered wondered writes wrote
  yelled
`);
