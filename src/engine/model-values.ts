import type { Act, Manner, Mode, SpeakerKind, Stance } from './model.js';

/** The words of the model's types as lists, for whoever has to tell them from other words. The compiler holds them to the types. */

export const MANNERS = ['direct', 'mixed', 'indirect'] as const satisfies readonly Manner[];
export const MODES = ['speech', 'thought', 'act'] as const satisfies readonly Mode[];
export const STANCES = ['for', 'against', 'only-if', 'unclear'] as const satisfies readonly Stance[];

/** In the order in which acts win where several fit: the definition's. */
export const ACTS = [
  'threatens',
  'rejects',
  'demands',
  'offers',
  'promises',
  'accuses',
  'denies',
  'agrees',
  'asks',
  'declines',
  'states',
] as const satisfies readonly Act[];

export const SPEAKER_KINDS = [
  'person',
  'organization',
  'group',
  'document',
  'anonymous',
  'author',
  'none',
  'unresolved',
] as const satisfies readonly SpeakerKind[];
