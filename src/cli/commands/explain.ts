import { type Block, type Reading, type Span, type Statement, type WeighedCue, weighedCues } from '../../engine/index.js';
import { loadEnglish, statementsLine } from '../../runtime/index.js';
import { quoted } from '../../web/words.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { readInput } from '../input.js';
import { startProgress } from '../progress.js';
import { formatSaid } from '../words/dates.js';
import { plural } from '../words/numbers.js';
import { formatReasons } from '../words/reasons.js';
import { formatSpeaker } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows what was found in each article, every cue that was weighed, and what was left out, with the rule for each. Reads on this thread: a Reading is needed whole. */
export const explain: Run = async (context, paths, options) => {
  const input = await readInput(context, paths, { ...options, jobs: '1' }, startProgress(context, 'data-between'));
  const language = loadEnglish();
  let statements = 0;
  for await (const { reading } of input.readings) {
    statements += reading.statements.length;
    const cues = weighedCues(reading, language);
    const line = options.json
      ? JSON.stringify({
          ...statementsLine(reading, { text: 'with-text', reasons: 'with-reasons' }),
          cues: cues.map((cue) => plainCue(reading, cue)),
          leftOut: leftOut(reading),
        })
      : describe(context, reading, cues);
    if (!(await context.out.line(line))) return 'ok';
  }
  if (input.report.failed > 0) return 'some-input-failed';
  return statements > 0 ? 'ok' : 'nothing-found';
};

/** A weighed cue as plain data: its spans, its words, what became of it, and why. */
function plainCue({ article }: Reading, { source, cue, content, confidence, fate, reason }: WeighedCue): object {
  const bounds = (spans: readonly Span[]): object => spans.map(({ start, end }) => [start, end]);
  return {
    cue: bounds(cue),
    source: bounds(source),
    content: bounds(content),
    text: wordsOf(article.text, cue),
    fate,
    confidence,
    reason,
  };
}

const wordsOf = (text: string, spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

interface LeftOut extends Span {
  readonly rule: string;
  readonly text: string;
}

/** Parts of the page that are not the article's own words, and quotations that belong to no statement. */
function leftOut({ article, notes }: Reading): readonly LeftOut[] {
  const words = ({ start, end }: Span): string => article.text.slice(start, end);
  const blocks = article.blocks
    .filter((block) => !READ.has(block.kind))
    .map((block) => ({ start: block.start, end: block.end, rule: block.kind, text: words(block) }));
  const noted = notes.map(({ code, span }) => ({ start: span.start, end: span.end, rule: code, text: words(span) }));
  return [...blocks, ...noted].sort((first, second) => first.start - second.start);
}

const READ: ReadonlySet<Block['kind']> = new Set(['paragraph', 'headline', 'standfirst', 'quote', 'heading', 'caption']);

function describe(context: Context, reading: Reading, cues: readonly WeighedCue[]): string {
  const { article, statements } = reading;
  const { out, style } = context;
  const left = leftOut(reading);
  return [
    style.strong(wrap(article.title ?? article.id, out.width)),
    style.quiet(wrap(aboutArticle(reading), out.width)),
    ...statements.flatMap((statement) => ['', describeStatement(context, reading, statement)]),
    '',
    `${plural(cues.length, 'cue')} weighed${cues.length === 0 ? '.' : ':'}`,
    ...cues.map((cue) => describeCue(context, reading, cue)),
    '',
    `${plural(statements.length, 'statement')} found, ${plural(left.length, 'place')} left out${left.length === 0 ? '.' : ':'}`,
    ...left.map(({ start, end, rule, text }) => wrap(`${rule} at ${start}–${end}: ${text.slice(0, 200)}`, out.width, '    ')),
    '',
  ].join('\n');
}

const FATES: Readonly<Record<WeighedCue['fate'], string>> = {
  kept: 'kept',
  doubtful: 'dropped as too doubtful',
  foreign: 'in a passage that is not read',
};

/** One line a cue: what became of it and how sure the engine was, its words, who and what it would attribute, its scores. */
function describeCue({ out }: Context, { article }: Reading, { source, cue, content, confidence, fate, reason }: WeighedCue): string {
  const scores = (reason.parts ?? []).map(({ rule, score }) => `${rule} ${score.toFixed(2)}`).join(', ');
  const who = source.length === 0 ? 'nobody named' : wordsOf(article.text, source);
  const what = content.length === 0 ? 'nothing' : shortened(wordsOf(article.text, content));
  const words = `“${wordsOf(article.text, cue)}” at ${cue[0]?.start ?? content[0]?.start}: ${who}: ${what}`;
  return wrap(`${confidence.toFixed(2)} ${FATES[fate]}: ${words} (${scores})`.replace(/\s+/g, ' '), out.width, '    ');
}

const shortened = (words: string): string => (words.length <= 120 ? words : `${words.slice(0, 120)}…`);

function aboutArticle({ article, sentences }: Reading): string {
  const { outlet, published, authors, wire } = article;
  return [
    outlet ?? 'outlet not given',
    published ?? 'day of printing not given',
    ...(authors.length > 0 ? [`by ${authors.join(', ')}`] : []),
    ...(wire === null ? [] : [`agency ${wire}`]),
    plural(sentences.length, 'sentence'),
  ].join(' · ');
}

function describeStatement({ out, style }: Context, reading: Reading, statement: Statement): string {
  const attribution = reading.attributions[statement.attribution];
  if (attribution === undefined) return '';
  const { speaker, said, position } = statement;
  const at = attribution.content.map((span) => `${span.start}–${span.end}`).join(', ');
  const who = style.strong(formatSpeaker(speaker.kind, speaker.name, reading.article.outlet));
  return [
    wrap(attribution.manner === 'direct' ? quoted(statement.words) : `reported: ${statement.words}`, out.width),
    wrap(`${who}, ${formatSaid(said)}, ${attribution.mode}, ${statement.act}; characters ${at}`, out.width, '    '),
    formatReasons(
      [
        ['who said what', attribution.reason],
        ['speaker', speaker.reason],
        ['day', said.reason],
        ...(position === null ? [] : ([['position', position.reason]] as const)),
      ],
      '      ',
    ),
  ].join('\n');
}
