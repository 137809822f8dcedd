import { z } from 'zod';
import { compareSpeakers, getPositions, getShifts, listIssues } from '../api/operations/positions.js';
import { listSpeakers } from '../api/operations/speakers.js';
import { getStatementInContext, getTimeline, searchStatements } from '../api/operations/statements.js';
import { ProblemError } from '../api/problems.js';
import { ask } from './ask.js';
import { checkDraftTool, checkTool } from './check-tools.js';
import { cite, cited } from './cited.js';
import { dayPosition, dayText, lookedAt, positionDay } from './positions.js';
import { type Tool, tool } from './tool.js';
import { clipped, lookedText, moreText, paragraphs, statementText } from './words.js';

const limit = z.int().min(1).max(50).default(10).describe('How many at most.');
const after = z.string().max(4_000).optional().describe('The "next" of the answer before.');
const next = z.string().nullable().describe('Give it as "after" for more; null at the end.');
const speaker = z.string().min(1).max(300);
const speakers = z.array(speaker).min(1).max(8);
const on = z.string().min(1).max(300).describe('About what: the id of an issue (see issues), or any words.');
const holder = z.object({ key: z.string(), name: z.string() });
const issue = z.object({ id: z.string(), name: z.string() });

const search = tool({
  name: 'search',
  title: 'Search statements',
  description:
    'Finds what people are on record as having said, by words, speaker, outlet, day and more; the latest first. Query grammar: words, "exact phrase", -not, OR, speaker:"Lena Varga", outlet:, date:2031-03 (the day said), pubdate:, type:direct, stance:only-if.',
  input: z.strictObject({ query: z.string().max(2_000), limit, after }),
  output: z.object({ statements: z.array(cited), next, lookedAt }),
  async run(desk, links, { query, ...paging }) {
    const answer = await ask(searchStatements, desk, links, { query: { q: query, ...paging } });
    const statements = answer.statements.map(cite);
    return {
      data: { statements, next: answer.next, lookedAt: answer.lookedAt },
      text: paragraphs(
        statements.length === 0 ? `Nothing on record answers ${query}. That it is not here does not mean that it was not said.` : null,
        ...statements.map(statementText),
        moreText(answer.next),
        lookedText(answer.lookedAt),
      ),
    };
  },
});

const timeline = tool({
  name: 'timeline',
  title: 'What somebody said, in order',
  description:
    'Everything that a speaker is on record as having said, by the day it was said, first to last; optionally only what meets a query.',
  input: z.strictObject({ speaker, on: z.string().max(2_000).optional().describe('A query, as for search.'), limit, after }),
  output: z.object({
    speakers: z.array(z.object({ key: z.string(), name: z.string().nullable() })),
    statements: z.array(cited),
    next,
    lookedAt,
  }),
  async run(desk, links, input) {
    const answer = await ask(getTimeline, desk, links, { query: input });
    const statements = answer.entries.map((entry) => cite(entry.statement));
    const named = answer.speakers.map(({ key, name }) => ({ key, name }));
    return {
      data: { speakers: named, statements, next: answer.next, lookedAt: answer.lookedAt },
      text: paragraphs(
        named.length > 1 ? `"${input.speaker}" means several here: ${named.map(({ name, key }) => `${name} (${key})`).join(', ')}.` : null,
        statements.length === 0 ? `Nothing is on record of ${input.speaker}${input.on === undefined ? '' : ` on ${input.on}`}.` : null,
        ...statements.map(statementText),
        moreText(answer.next),
        lookedText(answer.lookedAt),
      ),
    };
  },
});

const positions = tool({
  name: 'positions',
  title: 'Who is for it, who against, on what condition',
  description: 'The sides that speakers took on a matter, day by day, each with the words that show it. Without speakers, everybody.',
  input: z.strictObject({ speakers: speakers.optional(), on: on.optional(), limit, after }),
  output: z.object({ lanes: z.array(z.object({ holder, issue, days: z.array(dayPosition) })), next, lookedAt }),
  async run(desk, links, { speakers: speaker, ...asked }) {
    const answer = await ask(getPositions, desk, links, { query: { speaker, ...asked } });
    const lanes = answer.lanes.map((lane) => ({ holder: lane.holder, issue: lane.issue, days: lane.days.map(positionDay) }));
    return {
      data: { lanes, next: answer.next, lookedAt: answer.lookedAt },
      text: paragraphs(
        lanes.length === 0 ? 'Nobody takes a side on this in the record.' : null,
        ...lanes.flatMap((lane) => [`${lane.holder.name} on ${lane.issue.name}`, ...lane.days.map(dayText)]),
        moreText(answer.next),
        lookedText(answer.lookedAt),
      ),
    };
  },
});

const shifts = tool({
  name: 'shifts',
  title: 'Where a side or its condition changed',
  description: 'Changes of side or condition, the latest first: the earlier words beside the later ones. No verdict; quote both.',
  input: z.strictObject({ speakers: speakers.optional(), on: on.optional(), limit, after }),
  output: z.object({
    shifts: z.array(
      z.object({
        holder,
        issue,
        before: dayPosition,
        after: dayPosition,
        stanceChanged: z.boolean(),
        condition: z.enum(['appeared', 'hardened', 'softened', 'went', 'changed', 'same']),
      }),
    ),
    next,
    lookedAt,
  }),
  async run(desk, links, { speakers: speaker, ...asked }) {
    const answer = await ask(getShifts, desk, links, { query: { speaker, ...asked } });
    const found = answer.shifts.map((shift) => ({ ...shift, before: positionDay(shift.before), after: positionDay(shift.after) }));
    return {
      data: { shifts: found, next: answer.next, lookedAt: answer.lookedAt },
      text: paragraphs(
        found.length === 0 ? 'The record shows no change of side or condition here.' : null,
        ...found.flatMap((shift) => [
          `${shift.holder.name} on ${shift.issue.name}: then`,
          dayText(shift.before),
          'Now',
          dayText(shift.after),
        ]),
        moreText(answer.next),
        lookedText(answer.lookedAt),
      ),
    };
  },
});

const compare = tool({
  name: 'compare',
  title: 'Several speakers on one matter',
  description: 'What several speakers said on one matter, day by day, on one clock.',
  input: z.strictObject({ speakers, on }),
  output: z.object({
    issue,
    holders: z.array(holder),
    clock: z.array(
      z.object({ from: z.string(), to: z.string(), positions: z.array(z.object({ holder: z.string(), position: dayPosition })) }),
    ),
    complete: z.boolean().describe('False where only the latest 50 days are given.'),
    lookedAt,
  }),
  async run(desk, links, { speakers: speaker, on: about }) {
    const answer = await ask(compareSpeakers, desk, links, { query: { speaker, on: about } });
    const clock = answer.clock.slice(-MOST_DAYS).map(({ from, to, positions: row }) => ({
      from,
      to,
      positions: row.flatMap((one, index) => {
        const name = answer.holders[index]?.name;
        return one === null || name === undefined ? [] : [{ holder: name, position: positionDay(one) }];
      }),
    }));
    return {
      data: {
        issue: answer.issue,
        holders: [...answer.holders],
        clock,
        complete: clock.length === answer.clock.length,
        lookedAt: answer.lookedAt,
      },
      text: paragraphs(
        clock.length === 0 ? `None of them takes a side on ${answer.issue.name} in the record.` : `On ${answer.issue.name}:`,
        ...clock.flatMap(({ positions: row }) => row.map((one) => `${one.holder}\n${dayText(one.position)}`)),
        lookedText(answer.lookedAt),
      ),
    };
  },
});

const MOST_DAYS = 50;

const show = tool({
  name: 'show',
  title: 'A statement in its paragraph',
  description:
    'One statement with the paragraph that it stands in and what stands around it: look here before you quote, for what was left out can be the condition.',
  input: z.strictObject({
    statement: z
      .string()
      .regex(/^[0-9a-f]{4,16}$/)
      .describe('The id of a statement, or as many of its first characters as no other has.'),
  }),
  output: z.object({
    statement: cited,
    passage: z.string().describe('The paragraphs of the article that hold the words.'),
    before: z.string().nullable(),
    after: z.string().nullable(),
    alsoAt: z.array(z.string()).describe('Other addresses that carry the same text.'),
  }),
  async run(desk, links, { statement }) {
    const [id, ...more] = statement.length === 16 ? [statement] : await desk.record.statementIds(statement);
    if (id === undefined) throw new ProblemError('not-found', `No statement has an id that begins with "${statement}".`);
    if (more.length > 0) throw new ProblemError('request-wrong', `Several ids begin with "${statement}": ${[id, ...more].join(', ')}.`);
    const found = await ask(getStatementInContext, desk, links, { path: { id } });
    const one = cite(found.statement);
    return {
      data: {
        statement: one,
        passage: found.passage.text,
        before: found.before,
        after: found.after,
        alsoAt: found.appearances.map(({ address }) => address).filter((address) => address !== found.statement.article.address),
      },
      text: paragraphs(statementText(one), `In the article:\n${clipped(found.passage.text)}`),
    };
  },
});

const listOfSpeakers = tool({
  name: 'speakers',
  title: 'Speakers',
  description: 'Who speaks in this record, most statements first, or who is meant by a name.',
  input: z.strictObject({ name: speaker.optional(), limit, after }),
  output: z.object({
    speakers: z.array(
      z.object({
        key: z.string(),
        name: z.string().nullable(),
        kind: z.string(),
        variants: z.array(z.string()),
        statements: z.int(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    next,
  }),
  async run(desk, links, input) {
    const answer = await ask(listSpeakers, desk, links, { query: input });
    const found = answer.speakers.map(({ key, name, kind, variants, statements, from, to }) => ({
      ...{ key, name, kind, statements, from, to },
      variants: [...variants],
    }));
    return {
      data: { speakers: found, next: answer.next },
      text: paragraphs(
        found.length === 0 ? 'The record has no speaker of that name.' : null,
        found.map((one) => `${one.name ?? `not named (${one.kind})`}: ${one.statements} statements${daysText(one)}`).join('\n'),
        moreText(answer.next),
      ),
    };
  },
});

const daysText = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  from === null ? '' : `, said ${from} to ${to}`;

const issues = tool({
  name: 'issues',
  title: 'Issues that are followed',
  description: 'The matters that are followed, with the words that find them. Everywhere else any words serve as a matter too.',
  input: z.strictObject({}),
  output: z.object({ issues: z.array(z.object({ id: z.string(), name: z.string(), terms: z.array(z.string()) })) }),
  async run(desk, links) {
    const answer = await ask(listIssues, desk, links, {});
    const found = answer.issues.map(({ id, name, terms }) => ({ id, name, terms: [...terms] }));
    return { data: { issues: found }, text: found.map(({ id, name }) => `${id}: ${name}`).join('\n') || 'No issues are followed.' };
  },
});

/** Everything that an assistant can ask. */
export const TOOLS: readonly Tool[] = [
  search,
  timeline,
  positions,
  shifts,
  compare,
  checkTool,
  checkDraftTool,
  show,
  listOfSpeakers,
  issues,
];
