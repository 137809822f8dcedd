import { z } from 'zod';
import type { dayPosition as shownDay } from '../api/shapes/positions.js';
import { STANCES } from '../engine/model-values.js';
import { cite, cited } from './cited.js';
import { stanceText, statementText } from './words.js';

export const lookedAt = z.record(z.string(), z.union([z.number(), z.string(), z.null()])).describe('How much the answer was made from.');

export const dayPosition = z.object({
  from: z.string(),
  to: z.string(),
  stance: z.enum(STANCES),
  condition: z.string().nullable(),
  contradiction: z.boolean(),
  shown: cited.describe('The statement that words it best.'),
  statements: z.array(z.string()).describe('Ids of all statements of the day.'),
});

export type DayPosition = z.infer<typeof dayPosition>;

export const positionDay = (day: z.input<typeof shownDay>): DayPosition => ({
  from: day.from,
  to: day.to,
  stance: day.stance,
  condition: day.condition,
  contradiction: day.contradiction,
  shown: cite(day.shown),
  statements: [...day.statements],
});

/** "2031-03-14: only if: once the bridge opens", and the statement that words it. */
export function dayText(day: DayPosition): string {
  const when = day.from === day.to ? day.from : `between ${day.from} and ${day.to}`;
  const condition = day.condition === null ? '' : ` ${day.condition}`;
  return `${when}: ${stanceText(day.stance)}${condition}${day.contradiction ? ' (for and against on one day)' : ''}\n${statementText(day.shown)}`;
}
