import type { Act, Attribution } from '../model.js';
import { sideOfAct } from './act-candidate.js';
import { type Candidate, namesCourse } from './candidates.js';
import type { StanceAndCondition } from './conditioned-stance.js';
import type { WordSequence } from './word-sequence.js';

/** What the model of positions looks at in a candidate. */
export function featuresOf(
  sequence: WordSequence,
  candidate: Candidate,
  attribution: Attribution,
  act: Act,
  stance: StanceAndCondition,
): readonly string[] {
  const { role, holder, shape, side } = candidate;
  const rule = ALIKE.get(candidate.rule) ?? candidate.rule;
  const features = [
    'bias',
    `rule:${rule}`,
    `role:${role}`,
    `holder:${holder}`,
    `shape:${shape}`,
    `mode:${attribution.mode}`,
    sideOfAct(act) === null
      ? act === 'states'
        ? 'act:states'
        : 'act:other'
      : sideOfAct(act) === side || side === 0
        ? 'act:agrees'
        : 'act:contradicts',
  ];
  if (role === 'content') features.push(`content:${holder}:${group(rule)}`);
  if (namesCourse(sequence, candidate.target)) features.push('course');
  if (stance.condition !== null) features.push('condition');
  if (candidate.plain) features.push('plain');
  if (candidate.target.to - candidate.target.from === 1) features.push('one-word');
  if (sequence.quoted[candidate.evidence.from]) features.push('quoted');
  if (candidate.evidence.from > 12) features.push('late');
  if (/ed$/.test(sequence.words[candidate.evidence.from] ?? '')) features.push('past');
  return features;
}

/** Rules of which the labelled news has too few to learn from: they weigh as their neighbours do. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['enacts', 'supports'],
  ['annuls', 'bans'],
]);

const group = (rule: string): string => rule.split('-')[0] ?? rule;
