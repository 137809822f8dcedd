import { type StatementInContext, statementInContext } from '../../answers/index.js';
import type { Reason } from '../../engine/index.js';
import type { RecordedStatement } from '../../record/index.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { findStatement } from '../find-statement.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { formatReasons } from '../words/reasons.js';
import { formatOccasion, formatPosition, formatSource, formatSpeaker, formatWords, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows one statement with everything that is known about it, and its words in their paragraph. */
export const show: Run = (context, [given = ''], options) =>
  withRecord<Exit>(context, options, 'read', async (record) => {
    const found = await statementInContext(record, await findStatement(record, given));
    if (found === null) throw problem('statement-unknown', given);
    await context.out.line(options.json ? JSON.stringify(found) : describe(context, found));
    return 'ok';
  });

function describe({ out, style }: Context, found: StatementInContext): string {
  const row = ([name, value]: Fact): readonly string[] =>
    value === null || value === '' ? [] : [style.quiet(name.padEnd(LABEL)) + wrap(value, out.width, ' '.repeat(LABEL)).trimStart()];
  return [
    wrap(formatWords(found.statement), out.width),
    '',
    ...factsOf(found).flatMap(row),
    '',
    style.quiet('In its paragraph:'),
    wrap(found.passage.text, out.width, INDENT),
    '',
    style.quiet('Why:'),
    formatReasons(reasonsOf(found.statement), INDENT),
  ].join('\n');
}

const LABEL = 12;

type Fact = readonly [name: string, value: string | null];

function factsOf({ statement: recorded, appearances, contained }: StatementInContext): readonly Fact[] {
  const { statement, attribution, wording, speaker, article } = recorded;
  const at = attribution.content.map((span) => `${span.start}–${span.end}`).join(', ');
  const figures = statement.figures.map(({ qualifier, value, unit }) => [qualifier, value, unit].filter((part) => part !== null).join(' '));
  return [
    ['who', formatSpeaker(speaker.kind, speaker.name, article.outlet)],
    ['written as', wording.source],
    ['when', formatOccasion(recorded)],
    ['because of', wording.saidEvidence && `“${wording.saidEvidence}”`],
    ['how', `${attribution.manner} ${attribution.mode}; ${statement.act}${wording.whom === null ? '' : ` (${wording.whom})`}`],
    ['position', formatPosition(recorded)],
    ['figures', figures.join('; ')],
    ['by way of', statement.chain.map((link) => `${link.name} (${link.kind})`).join(' ← ')],
    ['title', article.title],
    ['printed in', formatSource(article)],
    ['address', article.address],
    ['also at', appearances.flatMap(({ address }) => (address === article.address ? [] : [address])).join(', ')],
    ['place', `characters ${at} of the text with SHA-256 ${statement.citation.sha256}`],
    ['inside', recorded.within && `statement ${recorded.within}`],
    ['holds', contained.map((inner) => inner.id).join(', ')],
    ['confidence', attribution.confidence.toFixed(2)],
    ['id', recorded.id],
  ];
}

const reasonsOf = ({ attribution, statement }: RecordedStatement): readonly (readonly [string, Reason])[] => [
  ['who said what', attribution.reason],
  ['speaker', statement.speaker.reason],
  ['day', statement.said.reason],
  ...(statement.position ? [['position', statement.position.reason] as const] : []),
];
