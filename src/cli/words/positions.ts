import type { DayPosition, IssuePosition } from '../../answers/index.js';
import type { Day, Stance } from '../../engine/index.js';
import { dayText, intervalText } from '../../web/days.js';
import type { Context } from '../context.js';
import { plural } from './numbers.js';
import { INDENT, STANCES } from './statements.js';
import { wrap } from './wrap.js';

/** "2 January 2031", "between 1 and 31 January 2031". */
export const formatDays = ({ from, to }: { readonly from: Day; readonly to: Day }): string =>
  from === to ? dayText(from) : intervalText(from, to);

/** "◐ only if (once the last soldier has left)", "■ against": the condition stands word for word. */
export const formatStance = (stance: Stance, condition: string | null): string =>
  `${STANCES[stance]}${condition === null ? '' : ` (${condition})`}`;

/** A day's position with its words, and beneath where they stand. */
export function formatDayPosition(day: DayPosition, context: Pick<Context, 'out' | 'style'>, indent = INDENT): string {
  const marks = [
    formatStance(day.stance, day.condition),
    ...(day.contradiction ? ['for and against on one day'] : []),
    ...(day.reportedLater ? ['reported later'] : []),
  ];
  const shown = day.contradiction ? day.statements : [day.shown];
  return [
    wrap(marks.join('; '), context.out.width, indent),
    ...shown.map((position) => formatEvidence(position, context, indent, day.contradiction)),
    ...moreOf(day, shown.length, context, indent),
  ].join('\n');
}

function moreOf(day: DayPosition, shown: number, { style }: Pick<Context, 'style'>, indent: string): readonly string[] {
  const more = day.statements.length - shown;
  return more === 0 ? [] : [style.quiet(`${indent}and ${plural(more, 'other statement')} to the same effect`)];
}

/** The words of one position, then outlet, day printed, and id. */
export function formatEvidence(
  { statement, stance }: IssuePosition,
  { out, style }: Pick<Context, 'out' | 'style'>,
  indent: string,
  withStance = false,
): string {
  const printed = statement.printed === null ? 'day of printing not given' : `printed ${dayText(statement.printed)}`;
  const words = statement.words === statement.target ? `${statement.evidence} ${statement.words}`.trim() : statement.words;
  return [
    wrap(`${withStance ? `${STANCES[stance]}: ` : ''}${words}`, out.width, indent),
    style.quiet(
      wrap(`${statement.speakerName} · ${statement.outlet ?? 'outlet not given'}, ${printed} · ${statement.id}`, out.width, indent),
    ),
  ].join('\n');
}
