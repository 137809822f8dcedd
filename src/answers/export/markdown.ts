import { citeAs } from '../cite.js';
import { intervalText } from '../text/days.js';
import { setWords } from '../text/wording.js';
import type { Exported } from './exported.js';
import { withheldText } from './report-text.js';
import type { TextFormat } from './text-format.js';

/** Quotations with their sources in Markdown (CommonMark), a heading for each day on which something was said. */
export function markdownFormat(): TextFormat {
  let day: string | null = null;
  return {
    begins: '# Statements\n',
    between: '',
    one: ({ recorded, words, address }: Exported) => {
      const { from, to } = recorded.statement.said;
      const said = intervalText(from, to);
      const heading = said === day ? '' : `\n## ${said.charAt(0).toUpperCase()}${said.slice(1)}\n`;
      day = said;
      const terms = recorded.article.usageTerms;
      return `${heading}\n${citeAs('markdown', recorded, setWords(recorded, words), address)}${terms === null ? '' : `\n>\n> Terms of use: ${plain(terms)}`}\n`;
    },
    ends: (report) => {
      const withheld = withheldText(report);
      return withheld === null ? '' : `\n${withheld}\n`;
    },
  };
}

/** Words that Markdown must not take for marks of its own. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
