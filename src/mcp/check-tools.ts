import { z } from 'zod';
import { checkByBody, checkDraftText, type checked as checkedShape, VERDICTS } from '../api/operations/checks.js';
import { ask } from './ask.js';
import { cite, cited } from './cited.js';
import { lookedAt } from './positions.js';
import { tool } from './tool.js';
import { clipped, lookedText, paragraphs, statementText } from './words.js';

const SENTENCES: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  exact: 'These are somebody’s own words, the same.',
  shortened: 'The same words with something left out.',
  stitched: 'Each part is somebody’s words, but they were not said together.',
  altered: 'Nearly the same words; some were changed.',
  otherwise: 'Nobody is quoted with these words, but with others that say the same, as another translation does.',
  'other-speaker': 'These are somebody else’s words.',
  reported: 'On record only as reported speech, without quotation marks: this is no quotation.',
  'not-quoted': 'These are an article’s own words, not a quotation of anybody.',
  'not-found': 'Not in what was looked at. That does not mean that it was not said.',
};

const difference = z.object({ kind: z.string(), quoted: z.string(), source: z.string() });

const verdict = z.object({
  quotation: z.string(),
  verdict: z.enum(VERDICTS),
  places: z.array(
    z.object({
      words: z.array(z.string()).describe('The exact words of the source.'),
      statement: cited.nullable().describe('Whose words they are; null where nobody’s statement holds them.'),
      outlet: z.string().nullable(),
      permalink: z.string(),
      differences: z.array(difference).describe('From the quotation to the source; empty for the same words.'),
      goesOn: z.string().nullable().describe('How the source’s sentence goes on: what is left out there can be the condition.'),
    }),
  ),
  leftOut: z.array(z.string()),
});

type Verdict = z.infer<typeof verdict>;

const PLACES = 5;

function verdictOf(check: z.input<typeof checkedShape>): Verdict {
  return {
    quotation: check.quotation,
    verdict: check.verdict,
    places: check.parts
      .flatMap(({ matches }) => matches)
      .slice(0, PLACES)
      .map((match) => ({
        words: [...match.words],
        statement: match.statement === null ? null : cite(match.statement),
        outlet: match.article.outlet,
        permalink: match.statement?.permalink ?? match.article.permalink,
        differences: match.differences.filter(({ kind }) => kind !== 'same').map(({ kind, quoted, source }) => ({ kind, quoted, source })),
        goesOn: match.goesOn,
      })),
    leftOut: [...check.leftOut],
  };
}

function verdictText(one: Verdict): string {
  return paragraphs(
    `${one.verdict}: ${SENTENCES[one.verdict]}`,
    ...one.places.map((place) =>
      [
        place.statement === null
          ? `In ${place.outlet ?? 'an article'}, nobody’s statement: ${clipped(place.words.join(' … '))} ${place.permalink}`
          : statementText(place.statement),
        ...place.differences.map(({ kind, quoted, source }) => `  ${kind}: the quotation has “${quoted}”, the source “${source}”`),
        ...(place.goesOn === null ? [] : [`  The source goes on: ${clipped(place.goesOn)}`]),
      ].join('\n'),
    ),
  );
}

export const checkTool = tool({
  name: 'check',
  title: 'Check a quotation',
  description:
    'Whether words were said as quoted, by whom and where, with every difference. Call it before you print any quotation. It never says whether a claim is true.',
  input: z.strictObject({
    quotation: z.string().min(1).max(20_000),
    speaker: z.string().min(1).max(300).optional().describe('Who is said to have said it.'),
  }),
  output: z.object({ ...verdict.shape, lookedAt }),
  async run(desk, links, { quotation, speaker }) {
    const check = await ask(checkByBody, desk, links, { body: { quotation, ...(speaker === undefined ? {} : { speaker }) } });
    const one = verdictOf(check);
    return { data: { ...one, lookedAt: check.lookedAt }, text: paragraphs(verdictText(one), lookedText(check.lookedAt)) };
  },
});

export const checkDraftTool = tool({
  name: 'check_draft',
  title: 'Check every quotation of a draft',
  description:
    'Finds the quotations of a text (in double or angled marks, three words or more) and checks each. Use it on your own answer before you give it.',
  input: z.strictObject({ text: z.string().min(1).max(150_000) }),
  output: z.object({
    quotations: z.array(z.object({ ...verdict.shape, line: z.int(), start: z.int(), end: z.int() })),
    verdicts: z.record(z.string(), z.int()),
    complete: z.boolean(),
  }),
  async run(desk, links, { text }) {
    const draft = await ask(checkDraftText, desk, links, { body: { text } });
    const quotations = draft.quotations.map(({ line, start, end, check }) => ({ ...verdictOf(check), line, start, end }));
    const counts = Object.entries(draft.verdicts).map(([name, count]) => `${count} ${name}`);
    return {
      data: { quotations, verdicts: { ...draft.verdicts }, complete: draft.complete },
      text: paragraphs(
        quotations.length === 0
          ? 'The draft holds no quotation of three words or more.'
          : `${quotations.length} quotations: ${counts.join(', ')}.`,
        ...quotations.map((one) => `Line ${one.line}: “${clipped(one.quotation)}”\n${verdictText(one)}`),
      ),
    };
  },
});
