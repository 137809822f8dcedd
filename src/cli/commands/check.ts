import {
  type CheckedPart,
  checkQuotation,
  type Difference,
  type QuotationCheck,
  type QuotationMatch,
  type Verdict,
} from '../../answers/index.js';
import { quoted } from '../../web/words.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatLookedAt, formatOccasion, formatSource, formatSpeaker, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';
import { checkDraftFile } from './check-draft.js';
import { describeVariant } from './same.js';

/** Whether words were said, by whom, where, and what was changed about them. */
export const check: Run = async (context, words, options) => {
  const draft = optionText(options, 'draft');
  if (draft !== undefined) return checkDraftFile(context, draft, options);
  const quotation = words.join(' ') === '-' ? await readAll(context.input) : words.join(' ');
  if (!/[\p{L}\p{N}]/u.test(quotation)) throw problem('no-words');
  return withRecord(context, options, 'read', async (record) => {
    const found = await checkQuotation(record, { quotation, speaker: optionText(options, 'speaker') ?? null });
    await context.out.line(options.json ? JSON.stringify(found) : describe(context, found));
    return HOLDS.has(found.verdict) ? 'ok' : 'nothing-found';
  });
};

/** Verdicts under which the words may be printed as a quotation. */
export const HOLDS: ReadonlySet<Verdict> = new Set(['exact', 'shortened']);

const VERDICTS: Readonly<Record<Verdict, string>> = {
  exact: 'Exact: somebody’s own words.',
  shortened: 'Shortened: somebody’s own words, with something left out.',
  stitched: 'Stitched: each part was said, but not together.',
  altered: 'Altered: nearly these words were said.',
  otherwise: 'In other words: nobody is quoted with these words, but with others that say the same, as another translation does.',
  'other-speaker': 'Somebody else said this.',
  reported: 'Reported: nobody is quoted with these words; somebody is reported to have said so.',
  'not-quoted': 'Not a quotation: these are an article’s own words.',
  'not-found': 'Not found.',
};

async function readAll(input: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function describe(context: Context, { verdict, parts, leftOut, elsewhere, lookedAt }: QuotationCheck): string {
  const { style } = context;
  const more = verdict === 'altered' ? ` ${howAltered(parts)}` : '';
  return [
    style.strong(VERDICTS[verdict] + more),
    '',
    ...parts.flatMap((part) => describePart(context, part, parts.length > 1)),
    ...leftOut.flatMap((words) => [wrap(`left out: ${words}`, context.out.width), '']),
    ...(elsewhere.length === 0
      ? []
      : [style.strong('Elsewhere in other words'), ...elsewhere.flatMap((variant) => [describeVariant(context, variant), ''])]),
    formatLookedAt(lookedAt),
  ].join('\n');
}

/** "One word differs." */
function howAltered(parts: readonly CheckedPart[]): string {
  const changed = parts.flatMap(({ matches }) => matches[0]?.differences ?? []).filter(({ kind }) => kind !== 'same');
  const words = changed.reduce((sum, { quoted, source }) => sum + Math.max(countWords(quoted), countWords(source)), 0);
  return `${plural(words, 'word differs', 'words differ')}.`;
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

function describePart(context: Context, { words, matches }: CheckedPart, several: boolean): readonly string[] {
  return [...(several ? [wrap(`“${words}”`, context.out.width)] : []), ...matches.flatMap((match) => [describeMatch(context, match), ''])];
}

function describeMatch({ out, style }: Context, match: QuotationMatch): string {
  const { head, statement } = match;
  const who =
    statement === null
      ? WITHOUT_STATEMENT[match.voice]
      : `${style.strong(formatSpeaker(statement.speaker.kind, statement.speaker.name, head.outlet))}, ${formatOccasion(statement)}`;
  const id = statement === null ? '' : ` · ${statement.id}`;
  return [
    wrap(matchedWords(match, style.strong), out.width, INDENT),
    ...(match.goesOn === null ? [] : [wrap(`${style.strong('goes on:')} ${match.goesOn}`, out.width, INDENT)]),
    wrap(who, out.width, INDENT),
    style.quiet(wrap(`${formatSource(head)}${id}`, out.width, INDENT)),
  ].join('\n');
}

const WITHOUT_STATEMENT: Readonly<Record<QuotationMatch['voice'], string>> = {
  quoted: 'speaker not resolved',
  reported: 'speaker not resolved',
  article: 'the article’s own words',
};

/** The words of the source: with what differs marked, else as they stand there. */
function matchedWords({ differences, words, voice }: QuotationMatch, strong: (text: string) => string): string {
  if (differences.length > 0) return differences.map((difference) => describeDifference(difference, strong)).join(' ');
  return voice === 'quoted' ? quoted(words.join(' … ')) : words.join(' … ');
}

/** The source's words, with what the quotation makes of them: "We [can → cannot] declare", "[left out: not]", "[put in: never]". */
function describeDifference({ kind, quoted, source }: Difference, strong: (text: string) => string): string {
  switch (kind) {
    case 'same':
      return source;
    case 'left-out':
      return strong(`[left out: ${source}]`);
    case 'put-in':
      return strong(`[put in: ${quoted}]`);
    default:
      return strong(`[${source} → ${quoted}]`);
  }
}
