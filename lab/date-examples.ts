import { parseDay } from '../src/engine/dates/calendar.js';
import { type CarryContext, carryContext, carryFeatures } from '../src/engine/dates/carry.js';
import { placeDates } from '../src/engine/dates/said-dates.js';
import { statedDate } from '../src/engine/dates/stated-dates.js';
import type { Attributed } from '../src/engine/index.js';
import type { Language } from '../src/engine/language.js';
import { sourceKeys } from '../src/engine/statements/source-keys.js';
import { resolveSpeakers } from '../src/engine/statements/speakers.js';
import { viewStatements } from '../src/engine/statements/view.js';
import type { LabelledArticle, StatementLabel } from './labels.js';
import type { Example } from './train-linear.js';

/** The label of when something was said. */
export interface SaidLabel {
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string;
  readonly retold: boolean;
}

/** An article ready to be carried over, with each attribution's labelled event: -1 open, -2 days that no event has. */
export interface CarryArticle {
  readonly id: string;
  readonly context: CarryContext;
  readonly labels: readonly StatementLabel[];
  readonly from: LabelledArticle['from'];
  readonly gold: readonly number[];
}

export function carryArticle(attributed: Attributed, line: LabelledArticle, language: Language): CarryArticle {
  const view = viewStatements(attributed);
  const dates = placeDates(view);
  const stated = attributed.attributions.map((_, index) => statedDate(view, dates, index));
  const context = carryContext(view, dates, stated, sourceKeys(view, resolveSpeakers(attributed, language)));
  const { labels } = line;
  const gold = new Array<number>(attributed.attributions.length).fill(-1);
  for (const { attribution, said } of labels) gold[attribution] = eventOf(context, said);
  return { id: line.id, from: line.from, context, labels, gold };
}

/** The event that shares most days with a label: exactly the same first. */
function eventOf({ events }: CarryContext, said: SaidLabel): number {
  const from = parseDay(said.from);
  const to = parseDay(said.to);
  if (from === null || to === null) return -1;
  const same = events.findIndex((event) => event.from === from && event.to === to);
  return same >= 0 ? same : events.findIndex((event) => event.from <= to && from <= event.to);
}

/** Each attribution without a date of its own beside each event of its article: whether the label says that it belongs. */
export function carryExamples({ id, context, labels, gold }: CarryArticle, assigned: readonly number[]): readonly Example[] {
  return labels.flatMap(({ attribution }) => {
    if (context.stated[attribution] != null) return [];
    return context.events.map((_, event) => ({
      features: carryFeatures(context, attribution, event, assigned),
      label: gold[attribution] === event ? 'carry' : 'open',
      group: id,
    }));
  });
}
