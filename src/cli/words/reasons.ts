import type { Reason } from '../../engine/index.js';

/** Reasons as an indented tree: what was decided, the rule's name, its score, and the parts that it weighed. */
export function formatReasons(reasons: readonly (readonly [string, Reason])[], indent: string): string {
  return reasons.flatMap(([what, reason]) => [`${indent}${what}: ${formatReason(reason)}`, ...partsOf(reason, `${indent}    `)]).join('\n');
}

const formatReason = ({ rule, score }: Reason): string => `${rule} (${Number(score.toFixed(2))})`;

const partsOf = (reason: Reason, indent: string): readonly string[] =>
  (reason.parts ?? []).flatMap((part) => [`${indent}${formatReason(part)}`, ...partsOf(part, `${indent}    `)]);
