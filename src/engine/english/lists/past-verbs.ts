import { wordList } from './word-list.js';

/** Past forms that do not end in "-ed". */
export const PAST_VERBS = wordList(`
  ate beat became began bent bet blew bore bought broke brought built burst came cast caught chose clung come cut dealt did done
  drawn drew driven drove dug fallen fed fell felt fled flew forbade forecast forgave forgot fought found froze gave given gone
  got grew ground had heard held hid hit hung hurt kept knew known laid lay led left lent let lit lost made meant met misled
  mistook overcame paid put quit ran rang read retold rode rose said sang sat saw seen sent set shone shook shot showed shown
  shrank shut slept slid sold sought spelled spent split spoke spoken sprang spread stole stood struck stuck stung swept swore
  swung taken taught thought threw thrust told took tore understood upheld vowed was went wept were withdrew withheld withstood
  woke won wore wound written wrote
`);
