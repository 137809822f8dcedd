import { wordList } from './word-list.js';

/** Words inside the name of an office that are no name of anybody ("Foreign Minister", "Senior Adviser"). */
export const OFFICE_WORDS = wordList(`
  acting assistant associate attorney budget chief communications defence defense deputy district economic economy education energy
  environment executive external finance first foreign former general health home homeland housing interior justice labor labour legal
  majority managing minority national parliamentary political press prime principal public regional retired security senior special staff
  state then trade transport transportation treasury vice
`);
