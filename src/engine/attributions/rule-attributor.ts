import type { Attributor } from '../language.js';

/** Attribution by rules. */
export function createRuleAttributor(): Attributor {
  return { attribute: () => [] };
}
