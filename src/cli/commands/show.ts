import type { Reason, Span } from '../../engine/index.js';
import { openRecord, type RecordedArticle, type RecordedStatement, type StatementRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { problem } from '../messages.js';
import { recordPlace } from '../settings.js';
import { formatReasons } from '../words/reasons.js';
import { formatOccasion, formatPosition, formatSource, formatSpeaker, formatWords } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows one statement with everything that is known about it, and its words in their paragraph. */
export const show: Run = async (context, [given = ''], options) => {
  const record = await openRecord(recordPlace(optionText(options, 'record'), context.environment), 'read');
  try {
    const recorded = await findStatement(record, given.trim());
    const article = await record.article(recorded.article.sha256);
    const paragraph = article && paragraphOf(article, recorded);
    if (options.json) await context.out.line(JSON.stringify({ ...recorded, paragraph }));
    else await context.out.line(describe(context, recorded, article, paragraph));
    return 'ok';
  } finally {
    await record.close();
  }
};

/** The statement of an id or of its beginning. */
async function findStatement(record: StatementRecord, given: string): Promise<RecordedStatement> {
  const whole = await record.statement(given);
  if (whole !== null) return whole;
  const ids = given === '' ? [] : await record.statementIds(given);
  if (ids.length > 1) throw problem('statement-several', given, ids.join(', '));
  const only = ids[0] === undefined ? null : await record.statement(ids[0]);
  if (only === null) throw problem('statement-unknown', given);
  return only;
}

interface Paragraph extends Span {
  readonly text: string;
}

/** The blocks in which the content stands, first to last. */
function paragraphOf({ article }: RecordedArticle, { attribution }: RecordedStatement): Paragraph | null {
  const spans = [...attribution.content, ...attribution.cue, ...attribution.source];
  const from = Math.min(...spans.map((span) => span.start));
  const to = Math.max(...spans.map((span) => span.end));
  const blocks = article.blocks.filter((block) => block.start < to && block.end > from);
  const start = blocks[0]?.start;
  const end = blocks.at(-1)?.end;
  return start === undefined || end === undefined ? null : { start, end, text: article.text.slice(start, end) };
}

function describe(
  { out, style }: Context,
  recorded: RecordedStatement,
  article: RecordedArticle | null,
  paragraph: Paragraph | null,
): string {
  const { statement, attribution, wording, speaker } = recorded;
  const position = formatPosition(statement.position, wording.target, wording.condition);
  const at = attribution.content.map((span) => `${span.start}–${span.end}`).join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    ['who', formatSpeaker(speaker.kind, speaker.name, recorded.article.outlet)],
    ['written as', wording.source],
    ['when', formatOccasion(recorded)],
    ['because of', wording.saidEvidence && `“${wording.saidEvidence}”`],
    ['how', `${attribution.manner} ${attribution.mode}; ${statement.act}${wording.whom === null ? '' : ` (${wording.whom})`}`],
    ['position', position],
    [
      'figures',
      statement.figures
        .map((figure) => [figure.qualifier, figure.value, figure.unit].filter((part) => part !== null).join(' '))
        .join('; ') || null,
    ],
    ['by way of', statement.chain.map((link) => `${link.name} (${link.kind})`).join(' ← ') || null],
    ['title', recorded.article.title],
    ['printed in', formatSource(recorded.article)],
    ['address', recorded.article.address],
    [
      'also at',
      article?.appearances
        .slice(1)
        .map((head) => head.address)
        .join(', ') || null,
    ],
    ['place', `characters ${at} of the text with SHA-256 ${statement.citation.sha256}`],
    ['inside', recorded.within && `statement ${recorded.within}`],
    ['confidence', attribution.confidence.toFixed(2)],
    ['id', recorded.id],
  ];
  const table = facts.flatMap(([name, value]) => (value === null ? [] : [fact(name, value, out.width, style.quiet)]));
  return [
    wrap(formatWords(statement.words, attribution.manner), out.width),
    '',
    ...table,
    ...(paragraph === null ? [] : ['', style.quiet('In its paragraph:'), wrap(paragraph.text, out.width, '    ')]),
    '',
    style.quiet('Why:'),
    formatReasons(reasonsOf(recorded), '    '),
  ].join('\n');
}

const LABEL = 12;

const fact = (name: string, value: string, width: number, quiet: (text: string) => string): string =>
  quiet(name.padEnd(LABEL)) + wrap(value, width, ' '.repeat(LABEL)).trimStart();

const reasonsOf = ({ attribution, statement }: RecordedStatement): readonly (readonly [string, Reason])[] => [
  ['who said what', attribution.reason],
  ['speaker', statement.speaker.reason],
  ['day', statement.said.reason],
  ...(statement.position ? [['position', statement.position.reason] as const] : []),
];
