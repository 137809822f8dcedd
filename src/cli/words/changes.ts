import type { Change, FigureSide, PositionSide } from '../../answers/index.js';
import { dayText, intervalText } from '../../web/days.js';
import type { Context } from '../context.js';
import { formatStance } from './positions.js';
import { INDENT } from './statements.js';
import { wrap } from './wrap.js';

/** A change as then and now, each with its words, its day and where it stands. */
export function formatChange(change: Change, context: Pick<Context, 'out' | 'style'>): string {
  const { style } = context;
  const about = change.kind === 'figure' ? change.matter : change.issue.name;
  const what =
    change.kind !== 'figure' && ['appeared', 'hardened', 'softened', 'went'].includes(change.condition)
      ? ` (the condition ${change.condition})`
      : '';
  return [
    style.strong(`${change.speaker.name}: ${about}`),
    ...formatSide('then', change.then, '', context),
    ...formatSide('now', change.now, what, context),
  ].join('\n');
}

function formatSide(
  name: string,
  side: PositionSide | FigureSide,
  what: string,
  { out, style }: Pick<Context, 'out' | 'style'>,
): readonly string[] {
  const claim = 'stance' in side ? formatStance(side.stance, side.condition) : side.exact;
  const printed = side.printed === null ? 'day of printing not given' : `printed ${dayText(side.printed)}`;
  return [
    `  ${name}, ${intervalText(side.from, side.to)}${what}: ${claim}`,
    wrap(side.words, out.width, INDENT),
    style.quiet(
      wrap(
        `${side.speaker} · ${side.outlet ?? 'outlet not given'}, ${printed} · ${side.url ?? side.link} · ${side.statement}`,
        out.width,
        INDENT,
      ),
    ),
  ];
}
