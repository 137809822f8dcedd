import { type Citations, citeAs } from '../cite.js';
import { setWords } from '../text/wording.js';
import type { Exported } from './exported.js';
import { jsonMembers, lines, type TextFormat } from './text-format.js';

const cite = <Form extends keyof Citations>(form: Form, { recorded, words, address }: Exported): Citations[Form] =>
  citeAs(form, recorded, setWords(recorded, words), address);

/** Citation items of the Citation Style Language, one array. */
export const cslFormat = (): TextFormat =>
  jsonMembers(
    '[',
    (exported) => cite('csl', exported),
    () => ']',
  );

export const bibtexFormat = (): TextFormat => lines((exported) => `${cite('bibtex', exported)}\n\n`);

/** Records of the RIS format, each from its type to its end, lines ended by CR LF. */
export const risFormat = (): TextFormat => lines((exported) => `${cite('ris', exported)}\r\n\r\n`);
