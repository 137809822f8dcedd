import type { Issue } from '../../answers/issues/issue.js';
import type { PositionLane } from '../../answers/positions/positions-timeline.js';
import type { Day } from '../../engine/index.js';
import type { Filter, LookedAt, RecordedSpeaker, RecordedStatement, SpeakerSummary } from '../../record/index.js';
import { compareAddress, issueAddress, withQuery } from '../addresses.js';
import { issueOf } from '../board.js';
import { clockOfLanes, clockRow, type Lane, laneDrawing, legend } from '../charts/lanes.js';
import type { Clock } from '../charts/scale.js';
import { periodsOf, weeksChart, weeksTable } from '../charts/weeks.js';
import { spanText } from '../days.js';
import { speakerForms } from '../editing.js';
import { statementsFeed } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, joined } from '../html.js';
import {
  byLastWord,
  dayLabel,
  dayText,
  type Lines,
  lanesOf,
  lastWord,
  linesOf,
  positionWords,
  type Statements,
  statementsById,
} from '../lanes-view.js';
import { type HeldOffice, officesList, officesOf } from '../offices.js';
import { pageHead } from '../page-head.js';
import { stanceLabel } from '../stance.js';
import { nameText, statementList, statementRows } from '../statement-view.js';
import { type Desk, nextAddress, type View } from '../view.js';

export interface SpeakerData {
  readonly speaker: RecordedSpeaker;
  /** Other spellings, count and days; null where the record's list of names does not have the speaker. */
  readonly summary: SpeakerSummary | null;
  readonly count: number;
  /** Offices with their days, from corrections and from the registry. */
  readonly offices: readonly HeldOffice[];
  /** Statements by first day said; null where there are too many to count for a page. */
  readonly days: Readonly<Record<Day, number>> | null;
  /** Positions by issue, last word first. */
  readonly issues: readonly SpeakerIssue[];
  readonly shifts: number;
  /** The statements that hold the last words on the issues. */
  readonly lastWords: Statements;
  readonly lines: Lines;
  readonly statements: readonly RecordedStatement[];
  readonly next: string | null;
  readonly lookedAt: LookedAt;
}

interface SpeakerIssue {
  readonly issue: Issue;
  readonly lane: PositionLane;
}

const PAGE_SIZE = 25;

const MOST_ISSUES = 16;

/** Above this, counting statements by day would take longer than a page may: chosen so that it takes under 50 ms. */
const MOST_COUNTED = 1_500;

export const speakerView: View<SpeakerData> = {
  async read(desk, asked) {
    const key = asked.part('key');
    const filter: Filter = { kind: 'speaker-key', keys: [key] };
    const page = await desk.record.statements({
      filter,
      order: { by: 'said', direction: 'descending' },
      limit: PAGE_SIZE,
      after: asked.value('after'),
    });
    const speaker = page.statements[0]?.speaker;
    if (speaker === undefined) return null;
    const count = await desk.record.count(filter);
    const board = await desk.board();
    const lanes = byLastWord(board.lanes.filter((lane) => lane.holder === speaker.key));
    return {
      issues: lanes.slice(0, MOST_ISSUES).map((lane) => ({ issue: issueOf(board, lane.issue), lane })),
      shifts: board.changes.shifts.filter((shift) => shift.holder === speaker.key).length,
      lastWords: await statementsById(
        desk.record,
        lanes.slice(0, MOST_ISSUES).flatMap((lane) => lastWord(lane).shown?.statement.id ?? []),
      ),
      lines: linesOf(board, lanes),
      speaker,
      summary: await summaryOf(desk, speaker),
      count,
      offices: [...(await rolesOf(desk, speaker)), ...officesOf(desk.offices(speaker.key))],
      days: count > MOST_COUNTED ? null : await daysOf(desk, filter),
      statements: page.statements,
      next: page.next,
      lookedAt: await desk.record.lookedAt(filter),
    };
  },
  title: ({ speaker }) => speaker.name ?? 'Not named',
  body: (
    data,
    asked,
  ) => html`${pageHead({ kicker: KINDS[data.speaker.kind], title: isolated(nameText(data.speaker.name ?? 'Not named')), lead: null })}
${officesList(data.offices)}
<p class="by">${counted(data.count, 'statement')}${data.summary?.from !== undefined && data.summary.from !== null && `, ${spanText(data.summary.from, data.summary.to)}`}${
    data.summary !== null &&
    data.summary.variants.length > 0 && [
      ' · also written ',
      joined(
        data.summary.variants.slice(0, 6).map((name) => isolated(nameText(name))),
        ', ',
      ),
    ]
  } · <a href="${compareAddress([data.speaker.key], null)}">compare with others</a></p>
${positions(data)}
${weeks(data)}
<h2>All statements, newest first</h2>
${statementList(data.statements, { speaker: data.speaker.key })}
${data.next !== null && html`<p class="more"><a href="${nextAddress(asked, data.next)}" rel="next">Older statements</a></p>`}
${asked.editing && speakerForms(data.speaker)}
${lookedAtLine(data.lookedAt)}`,
  rows: ({ statements }) => statementRows(statements),
  async feed({ record }, asked) {
    const filter: Filter = { kind: 'speaker-key', keys: [asked.part('key')] };
    const [speaker] = await record.speakers({ name: null, keys: [asked.part('key')], limit: 1 });
    if (speaker === undefined) return null;
    return statementsFeed(record, `Statements: ${speaker.name ?? 'not named'}`, filter, asked.value('after'));
  },
};

const KINDS: Readonly<Record<RecordedSpeaker['kind'], string>> = {
  person: 'Speaker',
  organization: 'Body',
  group: 'Group',
  document: 'Document',
  anonymous: 'Source that is not named',
  author: 'The outlet’s own voice',
  none: 'Nobody named',
  unresolved: 'Speaker who could not be told',
};

async function summaryOf({ record }: Desk, speaker: RecordedSpeaker): Promise<SpeakerSummary | null> {
  const [summary] = await record.speakers({ name: null, keys: [speaker.key], limit: 1 });
  return summary ?? null;
}

async function rolesOf({ record }: Desk, speaker: RecordedSpeaker): Promise<SpeakerData['offices']> {
  const entries = await record.corrections();
  const undone = new Set(entries.flatMap(({ change }) => (change.kind === 'undo' ? [change.entry] : [])));
  return entries.flatMap(({ id, change }) =>
    change.kind === 'role' && !undone.has(id) && (change.speaker === speaker.key || change.speaker === speaker.name)
      ? [{ title: change.role, from: change.from, to: change.to, checked: null }]
      : [],
  );
}

async function daysOf({ record }: Desk, filter: Filter): Promise<Readonly<Record<Day, number>>> {
  const days: Record<Day, number> = {};
  for await (const { statement } of record.iterate({ filter })) {
    const day = statement.said.from;
    if (day !== null) days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}

/** Issue by issue: a lane over time with the last words beside it, all on one clock. */
function positions({ issues, shifts, lastWords, lines, speaker }: SpeakerData): Html | null {
  if (issues.length === 0) return null;
  const lanes = lanesOf(
    lines,
    issues.map(({ lane }) => lane),
    () => null,
  );
  const clock = clockOfLanes(lanes);
  return html`<section aria-labelledby="positions"><h2 id="positions">Positions</h2>${
    shifts > 0 &&
    html`<p class="more"><a href="${withQuery('/shifts', [['speaker', speaker.key]])}">${counted(shifts, 'shift')}: the words then and now</a></p>`
  }
<div class="lanes by-issue">${issues.map((one, index) => issueLane(one, lanes[index], clock, lastWords, speaker.key))}</div>${clock !== null && [clockRow(clock), legend()]}</section>`;
}

function issueLane({ issue, lane }: SpeakerIssue, drawn: Lane | undefined, clock: Clock | null, lastWords: Statements, key: string): Html {
  const { day, shown } = lastWord(lane);
  return html`<div class="lane"><div class="name"><a href="${withQuery(issueAddress(issue.id), [['speaker', key]])}"><strong>${isolated(nameText(issue.name))}</strong></a>
<p class="about">${day === null ? shown !== null && stanceLabel(shown.stance) : dayLabel(day)}</p></div>
<div>${clock !== null && drawn !== undefined && laneDrawing({ ...drawn, plainName: issue.name }, clock)}
<div class="last">${day !== null && html`<p class="when">${dayText(day)}</p>`}${shown !== null && positionWords(shown, lastWords, 180)}</div></div></div>`;
}

function weeks({ days }: SpeakerData): Html | null {
  const periods = days === null ? null : periodsOf(new Map(Object.entries(days)));
  if (periods === null || periods.counts.length < 3) return null;
  return html`<figure><figcaption>Statements by the day said</figcaption>${weeksChart(periods, 'Statements', 'weeks')}${weeksTable(periods, 'Statements')}</figure>`;
}
