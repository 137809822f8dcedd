import type { WordSource } from '../dates/word-source.js';
import type { Act, TokenIndex, TokenRange } from '../model.js';
import { type ActEvidence, strongest } from './act-features.js';
import type { ActSign } from './act-signs.js';

/** An act and the rule that found it. */
export interface RuledAct {
  readonly act: Act;
  readonly rule: string;
  /** The word that shows it. */
  readonly at: TokenIndex;
}

/**
 * The act that an attribution's own words name or plainly imply; null where they do neither. Ordered: what the cue names
 * comes before what the content implies.
 */
export function ruledAct(words: WordSource, content: readonly TokenRange[], evidence: ActEvidence): RuledAct | null {
  const cue = strongest(evidence.cue);
  if (cue !== null) return { act: correctedAct(words, content, evidence, cue), rule: `cue-${cue.act}`, at: cue.at };
  for (const sign of evidence.implied)
    if (PLAIN.has(`${sign.act}-${sign.rule}`)) return { act: sign.act, rule: `content-${sign.rule}`, at: sign.at };
  return null;
}

/** What a content implies so plainly that nothing else counts; measured on train by `npm run lab:acts -- --signs`. */
const PLAIN: ReadonlySet<string> = new Set([
  'agrees-love',
  'demands-must',
  'demands-order',
  'demands-should',
  "offers-'d",
  'offers-would',
  'promises-going',
  'promises-intends',
  'promises-would',
  'rejects-believe',
  'threatens-will',
  'threatens-would',
]);

/** What the content does to the act that the cue names: "vowed to block it" rejects, "rejected the allegation" denies, "bashed the plan" rejects. */
function correctedAct(words: WordSource, content: readonly TokenRange[], evidence: ActEvidence, cue: ActSign): Act {
  const first = content[0];
  if (first === undefined) return cue.act;
  if (cue.act === 'promises' && words.lower[first.from] === 'to') {
    const inner = evidence.content.find(({ at }) => at - first.from <= 2)?.act;
    return inner === 'rejects' || inner === 'threatens' ? inner : cue.act;
  }
  if (cue.act === 'rejects') return evidence.claim ? 'denies' : cue.act;
  return cue.act === 'accuses' && evidence.course ? 'rejects' : cue.act;
}
