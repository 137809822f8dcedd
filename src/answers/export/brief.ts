import type { Day } from '../../engine/index.js';
import { type LookedAt, nameKey, RecordError, type RecordedStatement, type StatementRecord } from '../../record/index.js';
import { dayText, intervalText, spanText } from '../text/days.js';
import { quoted, settingOf, tellingCue } from '../text/wording.js';
import { BRIEF_STYLE } from './brief-style.js';
import type { Exported, ExportQuestion, ExportReport } from './exported.js';
import { footnote } from './footnotes.js';
import { inHtml, isolate, plural } from './html-text.js';
import { withheldText } from './report-text.js';

/** What stands at the head of a brief. */
export interface BriefOptions {
  readonly title: string;
  /** What was asked for, in words: a query, or how the statements were chosen. */
  readonly asked: string;
}

/** More than this nobody reads in one go; a longer list is for the other formats. */
export const LONGEST_BRIEF = 300;

/**
 * A timeline with a footnote for every statement: one HTML file that needs nothing beside it. It has no script, loads nothing,
 * and shows a quotation otherwise than a paraphrase, on screen and on paper.
 */
export async function* briefPieces(
  record: StatementRecord,
  question: ExportQuestion & { readonly brief?: BriefOptions },
  statements: AsyncIterable<Exported>,
  report: ExportReport,
): AsyncGenerator<string> {
  const { title, asked } = question.brief ?? { title: 'Who said what', asked: 'every statement' };
  const chosen: Exported[] = [];
  for await (const exported of statements) {
    if (chosen.length === LONGEST_BRIEF)
      throw new RecordError('query-wrong', `a brief holds at most ${LONGEST_BRIEF} statements and this finds more; ask for less at once`);
    chosen.push(exported);
  }
  report.written = chosen.length;
  yield head(title);
  yield introduction(title, asked, question.now.slice(0, 10), chosen);
  yield* timeline(chosen);
  yield `<section aria-labelledby="sources"><h2 id="sources">Sources</h2>\n<ol class="notes">\n`;
  for (const [index, exported] of chosen.entries()) yield footnote(exported, index + 1);
  yield '</ol></section>\n';
  yield closing(await record.lookedAt(question.filter), report);
}

const head = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${inHtml(title)}</title>
<style>
${BRIEF_STYLE}
</style>
</head>
<body>
`;

function introduction(title: string, asked: string, made: Day, chosen: readonly Exported[]): string {
  const speakers = new Set(chosen.map(({ recorded }) => recorded.speaker.key)).size;
  const outlets = new Set(chosen.map(({ recorded }) => recorded.article.outlet)).size;
  return `<header>
<h1>${inHtml(title)}</h1>
<p class="asked">${inHtml(asked)}</p>
<p class="count">${plural(chosen.length, 'statement')} by ${plural(speakers, 'speaker')}, from ${plural(outlets, 'outlet')}; put together on ${dayText(made)}.</p>
<p class="key"><span class="quotation-key">“Quotation”: the speaker’s own words.</span> <span class="report-key"><i>reported:</i> the article’s words for what was said.</span></p>
</header>
<main>
`;
}

/** One thing said, with the numbers of the statements that carry it: the same words in several outlets stand once. */
interface Utterance {
  readonly said: string;
  readonly shown: Exported;
  readonly numbers: number[];
}

function* timeline(chosen: readonly Exported[]): Generator<string> {
  let day: string | null = null;
  for (const utterance of utterancesOf(chosen)) {
    const { said } = utterance;
    if (said !== day)
      yield `${day === null ? '' : '</section>\n'}<section class="day"><h2>${inHtml(said.charAt(0).toUpperCase() + said.slice(1))}</h2>\n`;
    day = said;
    yield entry(utterance);
  }
  yield day === null ? '<p>Nothing was found.</p>\n</main>\n' : '</section>\n</main>\n';
}

function utterancesOf(chosen: readonly Exported[]): Iterable<Utterance> {
  const found = new Map<string, Utterance>();
  for (const [index, shown] of chosen.entries()) {
    const { statement, speaker, article } = shown.recorded;
    const said = intervalText(statement.said.from, statement.said.to);
    const key = JSON.stringify([said, speaker.key, settingOf(shown.recorded), article.imported, nameKey(shown.words)]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { said, shown, numbers: [index + 1] });
    else known.numbers.push(index + 1);
  }
  return found.values();
}

const STANCES = { for: '● for', 'only-if': '◐ only if', against: '■ against', unclear: '○ unclear' } as const;

function entry({ shown: { recorded, words, cut }, numbers }: Utterance): string {
  return `<article>
<p class="who">${speakerLine(recorded)}</p>
${stanceLine(recorded)}${wordsSet(recorded, words, numbers)}${cut ? '<p class="small">Cut here to an excerpt.</p>\n' : ''}</article>
`;
}

function speakerLine({ speaker, wording, article, statement }: RecordedStatement): string {
  const name =
    speaker.name ??
    wording.source ??
    (speaker.kind === 'author' ? `the writer${article.outlet === null ? '' : `, ${article.outlet}`}` : 'nobody named');
  const rest = [
    ...statement.chain.filter(({ kind }) => kind === 'spokesman').map((link) => `through ${isolate(link.name)}`),
    ...(wording.addressee === null ? [] : [`to ${isolate(wording.addressee)}`]),
    ...(wording.occasion === null ? [] : [isolate(wording.occasion)]),
    ...(statement.said.retold ? ['reported later'] : []),
    ...(article.imported === null ? [] : [`<span class="imported">imported from ${isolate(article.imported)}</span>`]),
  ];
  return [`<strong>${isolate(name)}</strong>`, ...rest].join(', ');
}

function stanceLine({ statement: { position }, wording }: RecordedStatement): string {
  if (position === null) return '';
  const condition = wording.condition === null ? '' : `: <b>${isolate(wording.condition)}</b>`;
  return `<p class="stance">${STANCES[position.stance]} — ${isolate(wording.target ?? '')}${condition}</p>\n`;
}

function wordsSet(recorded: RecordedStatement, words: string, numbers: readonly number[]): string {
  const reference = numbers
    .map((number) => `<a class="reference" id="r${number}" href="#n${number}" aria-label="Source ${number}">${number}</a>`)
    .join(' ');
  const setting = settingOf(recorded);
  if (setting === 'direct') return `<blockquote dir="auto"><p>${inHtml(quoted(words))} ${reference}</p></blockquote>\n`;
  const cue = tellingCue(recorded);
  return `<p class="reported" dir="auto"><i>${setting}:</i> ${cue === null ? '' : `${isolate(cue)} `}${inHtml(words)} ${reference}</p>\n`;
}

function closing({ articles, imported, outlets, from, to }: LookedAt, report: ExportReport): string {
  const days = spanText(from, to);
  const parts = [
    plural(articles, 'article'),
    plural(outlets, 'outlet'),
    ...(days === null ? [] : [days]),
    ...(imported === 0 ? [] : [plural(imported, 'imported quotation')]),
  ];
  const withheld = withheldText(report);
  return `<footer><p>Looked at: ${parts.join(', ')}.${withheld === null ? '' : ` ${inHtml(withheld)}`}</p>
<p>Put together by OnRecord from the words of the articles. Labels are its reading; the words and their places are the evidence. Whether a claim is true is said nowhere here.</p></footer>
</body>
</html>
`;
}
