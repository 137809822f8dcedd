import type { Origins } from '../../answers/index.js';
import { plural } from './numbers.js';

/** "3 outlets, 1 origin: Interline." */
export function describeOrigins({ outlets, origins }: Origins): string {
  const agencies = origins.flatMap(({ agency }) => agency ?? []);
  return `${plural(outlets, 'outlet')}, ${plural(origins.length, 'origin')}${agencies.length === 0 ? '' : ` (${[...new Set(agencies)].join(', ')})`}.`;
}
