import { likeliest, readLinear } from '../learned/linear.js';
import type { Act, Reason, Span } from '../model.js';
import { ACTS } from '../model-values.js';
import { type StatementView, spanOf } from '../statements/view.js';
import { actEvidence, actFeatures } from './act-features.js';
import { ruledAct } from './act-rules.js';
import { ACT_WEIGHTS } from './act-weights.js';
import { whomOf } from './whom.js';

export interface ActAndWhom {
  readonly act: Act;
  readonly whom: Span | null;
}

const MODEL = readLinear(ACT_WEIGHTS);

/** What each source does by its attribution, and whom it accuses, addresses or threatens. */
export function findActs(view: StatementView): readonly ActAndWhom[] {
  return view.places.map((_, index) => {
    const { act } = explainedAct(view, index);
    const whom = whomOf(view, index, act);
    return { act, whom: whom === null ? null : spanOf(view.attributed.tokens, whom) };
  });
}

/** An attribution's act, and why: a rule where the words are plain, else the learned weights. */
export function explainedAct(view: StatementView, index: number): { readonly act: Act; readonly reason: Reason } {
  const evidence = actEvidence(view, index);
  const ruled = ruledAct(view.words, view.places[index]?.content ?? [], evidence);
  if (ruled !== null) return { act: ruled.act, reason: { rule: ruled.rule, score: 1 } };
  const { name, probability } = likeliest(MODEL, actFeatures(view, index, evidence, ruled));
  const act = ACTS.find((one) => one === name) ?? 'states';
  return { act, reason: { rule: 'learned-act', score: probability } };
}
