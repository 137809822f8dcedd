import type { Day } from '../engine/index.js';
import type { RecordedStatement } from '../record/index.js';

/** How to cite a statement: its article, the exact words, and where the record has them. */
export interface Citations {
  readonly plain: string;
  readonly markdown: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: CslItem;
  readonly wikipedia: string;
}

/** An item of CSL-JSON, as reference managers read it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly source?: string;
  readonly note: string;
}

const WRITERS: { readonly [Form in keyof Citations]: (facts: Facts) => Citations[Form] } = {
  plain: plainCitation,
  markdown: markdownCitation,
  bibtex: bibtexCitation,
  ris: risCitation,
  csl: cslCitation,
  wikipedia: wikipediaCitation,
};

/** One form of citation. The words are as a citation has them; `address` is the statement's permalink. */
export const citeAs = <Form extends keyof Citations>(
  form: Form,
  recorded: RecordedStatement,
  words: string,
  address: string,
): Citations[Form] => WRITERS[form](factsOf(recorded, words, address));

/** Every form of citation. */
export function citeStatement(recorded: RecordedStatement, words: string, address: string): Citations {
  const facts = factsOf(recorded, words, address);
  return {
    plain: plainCitation(facts),
    markdown: markdownCitation(facts),
    bibtex: bibtexCitation(facts),
    ris: risCitation(facts),
    csl: cslCitation(facts),
    wikipedia: wikipediaCitation(facts),
  };
}

interface Facts {
  readonly id: string;
  readonly words: string;
  readonly speaker: string;
  readonly said: string | null;
  readonly authors: readonly string[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly printed: Day | null;
  readonly url: string | null;
  readonly address: string;
  /** The collection that it was taken over from. */
  readonly imported: string | null;
  readonly terms: string | null;
}

function factsOf(recorded: RecordedStatement, words: string, address: string): Facts {
  const { article, statement, speaker, wording } = recorded;
  const { from, to } = statement.said;
  return {
    id: recorded.id,
    words: line(words),
    speaker: line(speaker.name ?? wording.source ?? 'not named'),
    said: from === null ? to : to === null || to === from ? from : `${from}/${to}`,
    authors: article.authors.map(line),
    title: article.title === null ? null : line(article.title),
    outlet: article.outlet === null ? null : line(article.outlet),
    printed: article.published?.slice(0, 10) ?? null,
    url: article.url === null ? null : line(article.url),
    address,
    imported: article.imported === null ? null : line(article.imported),
    terms: article.usageTerms === null ? null : line(article.usageTerms),
  };
}

/** One line: no line break or control character can end a field. */
const line = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What a note says: the words, who said them and when, where they are on record, and on whose terms. */
const noteOf = (facts: Facts): string =>
  [`${facts.words} (${saidBy(facts)})`, importedFrom(facts), facts.address, facts.terms === null ? '' : `terms of use: ${facts.terms}`]
    .filter((part) => part !== '')
    .join('; ');

const importedFrom = ({ imported }: Facts): string => (imported === null ? '' : `imported from ${imported}`);

const saidBy = (facts: Facts): string => `${facts.speaker}${facts.said === null ? ', day not given' : `, ${facts.said}`}`;

function plainCitation(facts: Facts): string {
  const authors = facts.authors.join(', ');
  const parts = [authors, facts.title, facts.outlet, facts.printed, facts.url, importedFrom(facts)].filter(
    (part) => part !== null && part !== '',
  );
  return `${facts.words} (${saidBy(facts)}). ${parts.join('. ')}. On record: ${facts.address}`;
}

const markdownText = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

function markdownCitation(facts: Facts): string {
  const source = markdownText([facts.outlet, facts.printed].filter((part) => part !== null).join(', ') || 'source');
  const link = facts.url === null ? source : `[${source}](<${facts.url.replace(/[<>]/g, encodeURIComponent)}>)`;
  return `> ${markdownText(facts.words)}\n>\n> — ${markdownText(saidBy(facts))}; ${link}${markdownText(facts.imported === null ? '' : `; ${importedFrom(facts)}`)} (${onRecord(facts)})`;
}

/** A link leads somewhere only where there are pages. */
const onRecord = ({ address }: Facts): string => (address.startsWith('urn:') ? `\`${address}\`` : `[on record](${address})`);

const BIBTEX_SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const bibtexText = (text: string): string => text.replace(/[\\{}~^&%$#_]/g, (mark) => BIBTEX_SPECIAL[mark] ?? `\\${mark}`);

function bibtexCitation(facts: Facts): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', facts.authors.length === 0 ? null : facts.authors.map((name) => `{${bibtexText(name)}}`).join(' and ')],
    ['title', facts.title === null ? null : `{${bibtexText(facts.title)}}`],
    ['journal', facts.outlet === null ? null : bibtexText(facts.outlet)],
    ['year', facts.printed?.slice(0, 4) ?? null],
    ['month', facts.printed?.slice(5, 7) ?? null],
    ['day', facts.printed?.slice(8, 10) ?? null],
    ['url', facts.url === null ? null : bibtexText(facts.url)],
    ['note', bibtexText(noteOf(facts))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@article{onrecord-${facts.id},\n${lines.join(',\n')}\n}`;
}

function risCitation(facts: Facts): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', `onrecord-${facts.id}`],
    ...facts.authors.map((name): readonly [string, string] => ['AU', name]),
    ['TI', facts.title],
    ['T2', facts.outlet],
    ['DA', facts.printed?.replaceAll('-', '/') ?? null],
    ['PY', facts.printed?.slice(0, 4) ?? null],
    ['UR', facts.url],
    ['DB', facts.imported],
    ['N1', noteOf(facts)],
  ];
  return [...rows.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`])), 'ER  - '].join('\r\n');
}

function cslCitation(facts: Facts): CslItem {
  return {
    id: `onrecord-${facts.id}`,
    type: 'article-newspaper',
    ...(facts.title === null ? {} : { title: facts.title }),
    ...(facts.outlet === null ? {} : { 'container-title': facts.outlet }),
    ...(facts.authors.length === 0 ? {} : { author: facts.authors.map((literal) => ({ literal })) }),
    ...(facts.printed === null ? {} : { issued: { 'date-parts': [facts.printed.split('-').map(Number)] } }),
    ...(facts.url === null ? {} : { URL: facts.url }),
    ...(facts.imported === null ? {} : { source: facts.imported }),
    note: noteOf(facts),
  };
}

const wikiText = (text: string): string => text.replace(/[|{}[\]<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);

function wikipediaCitation(facts: Facts): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', facts.authors.length === 0 ? null : facts.authors.join(', ')],
    ['title', facts.title],
    ['work', facts.outlet],
    ['date', facts.printed],
    ['url', facts.url === null ? null : facts.url.replaceAll('|', '%7C').replaceAll(' ', '%20')],
    ['quote', facts.words],
  ];
  return `{{cite news ${fields.flatMap(([name, value]) => (value === null ? [] : [`|${name}=${name === 'url' ? value : wikiText(value)}`])).join(' ')}}}`;
}
