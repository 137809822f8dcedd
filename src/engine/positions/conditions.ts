import { AUXILIARIES, TIME_WORDS } from '../english/lists/clauses.js';
import { CONDITIONAL_OPENERS, EXCEPTIVE_OPENERS, TEMPORAL_OPENERS } from '../english/lists/conditions.js';
import { isQuotationMark, type WordRange, type WordSequence } from './word-sequence.js';

/**
 * A condition: from its conjunction to the end of its clause. `kind` tells what it does to a refusal: a `conditional` or
 * `temporal` one leaves it a refusal under that condition, an `exceptive` one makes it "not yet".
 */
export interface Condition {
  readonly range: WordRange;
  readonly kind: 'conditional' | 'exceptive' | 'temporal';
  /** How many words open it. */
  readonly opener: number;
}

interface Opener {
  readonly rest: readonly string[];
  readonly kind: Condition['kind'];
}

const openers = new Map<string, Opener[]>();

function add(list: ReadonlySet<string>, kind: Condition['kind']): void {
  for (const phrase of list) {
    const [first = '', ...rest] = phrase.split('_');
    openers.set(
      first,
      [...(openers.get(first) ?? []), { rest, kind }].sort((left, right) => right.rest.length - left.rest.length),
    );
  }
}

add(CONDITIONAL_OPENERS, 'conditional');
add(EXCEPTIVE_OPENERS, 'exceptive');
add(TEMPORAL_OPENERS, 'temporal');

/** The conditions that stand between `from` and `to`, in text order, neighbours that belong together as one. */
export function findConditions(sequence: WordSequence, from: number, to: number): readonly Condition[] {
  const found: Condition[] = [];
  for (let at = from; at < to; at++) {
    const condition = conditionAt(sequence, at, from, to);
    if (condition === null) continue;
    const before = found.at(-1);
    if (before !== undefined && joins(sequence, before, condition)) {
      found[found.length - 1] = { ...before, range: { from: before.range.from, to: condition.range.to } };
    } else found.push(condition);
    at = condition.range.to - 1;
  }
  return found;
}

/** "if they withdraw, and only once": the second goes on where the first ends. */
function joins(sequence: WordSequence, before: Condition, next: Condition): boolean {
  for (let at = before.range.to; at < next.range.from; at++) if (!/^(?:,|and|or|but)$/.test(sequence.words[at] ?? '')) return false;
  return next.range.from - before.range.to <= 2;
}

function conditionAt(sequence: WordSequence, at: number, from: number, to: number): Condition | null {
  const word = sequence.words[at] ?? '';
  if (word === 'should') return invertedAt(sequence, at, from, to);
  const starting = openers.get(word);
  if (starting === undefined) return null;
  for (const { rest, kind } of starting) {
    if (!rest.every((word, index) => sequence.words[at + 1 + index] === word)) continue;
    const body = at + 1 + rest.length;
    if (body >= to || !holds(sequence, at, body, kind)) return null;
    const start = startOf(sequence, at, from);
    return { range: { from: start, to: endOf(sequence, body, to) }, kind, opener: body - start };
  }
  return null;
}

/** "only", "but only", "not" belong to the condition that they narrow. */
function startOf(sequence: WordSequence, at: number, from: number): number {
  const { words } = sequence;
  let start = at;
  if (start > from && words[start - 1] === 'only') start--;
  if (words[start] === 'only' && start > from && /^(?:but|however)$/.test(words[start - 1] ?? '')) start--;
  return start;
}

/** "Should Tarvia withdraw, we will sign". */
function invertedAt(sequence: WordSequence, at: number, from: number, to: number): Condition | null {
  const { words, parts } = sequence;
  if (at > from && words[at - 1] !== ',' && !isQuotationMark(words[at - 1] ?? '')) return null;
  const subject = parts[at + 1];
  if (subject !== 'PROPN' && subject !== 'PRON' && subject !== 'DET' && subject !== 'NOUN' && subject !== 'ADJ') return null;
  const end = endOf(sequence, at + 1, to);
  if (words[at - 1] !== ',' && words[end] !== ',') return null;
  return { range: { from: at, to: end }, kind: 'conditional', opener: 1 };
}

const NOT_AFTER =
  /^(?:as|ask|asked|asking|asks|clear|decide|decided|determine|doubt|doubted|doubts|even|know|known|knows|matter|not|or|question|said|saw|say|saying|see|sure|tell|unclear|unsure|what|wonder|wondered|wondering|wonders)$/;
const NOT_BEFORE_IF =
  /^(?:any|anything|asked|at|elected|ever|necessary|needed|need|not|nominated|only|possible|re-elected|reelected|so|true|you)$/;
const ELECTED = /^(?:elected|re-elected|reelected|nominated|wins|won|win|president|nominee)$/;

/** Whether the words at `at` really open a condition of a position. `body` is the first word behind them. */
function holds(sequence: WordSequence, at: number, body: number, kind: Condition['kind']): boolean {
  const { words, parts } = sequence;
  const opener = words[at] ?? '';
  const before = sequence.roles[at - 1] === sequence.roles[at] ? (words[at - 1] ?? '') : '';
  const next = words[body] ?? '';
  switch (opener) {
    case 'if':
      return !NOT_AFTER.test(before) && !NOT_BEFORE_IF.test(next) && !isElection(words, body) && !isIfNeeded(words, body);
    case 'once':
      return body === at + 1 && !/^(?:again|more|a|an|the|in|per|every|every|and)$/.test(next)
        ? hasVerb(sequence, body, 10) && before !== 'at'
        : before !== 'at' && next === 'the' && hasVerb(sequence, body, 10);
    case 'provided':
    case 'providing':
      return (
        words[body - 1] === 'that' ||
        (hasVerb(sequence, body, 10) && !/^(?:be|been|was|were|is|are|had|has|have)$/.test(before) && startsSubject(sequence, body))
      );
    case 'in':
    case 'on':
    case 'under':
      return kind !== 'temporal' || body > at + 1;
    case 'until':
    case 'till':
    case 'before':
    case 'pending':
      return !isTime(sequence, body);
    case 'without':
      return (
        !/^(?:condition|conditions|precondition|preconditions|delay|saying|further|any)$/.test(next) ||
        (next === 'any' && !/^(?:condition|precondition|delay)/.test(words[body + 1] ?? ''))
      );
    case 'as':
    case 'so':
      return (
        next !== 'it' &&
        !/^(?:can|like|please|want|wish)$/.test(words[body + 1] ?? '') &&
        parts[body] !== 'NUM' &&
        words[body + 1] !== 'possible' &&
        next !== 'possible'
      );
    case 'only':
      return before !== 'not' && body > at + 1 && !isTime(sequence, body);
    default:
      return kind !== 'temporal' || !isTime(sequence, body);
  }
}

/** A subject with its verb, not an object: "provided no plant is closed", not "provided aid". */
function startsSubject(sequence: WordSequence, from: number): boolean {
  let at = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(sequence.parts[at] ?? '')) at++;
  return at > from && (sequence.parts[at] === 'AUX' || sequence.parts[at] === 'VERB');
}

/** "if we have to", "if they must": says that nothing stands in the way. */
const isIfNeeded = (words: readonly string[], body: number): boolean =>
  (words[body + 1] === 'must' || (/^(?:have|has|had|need|needs|needed)$/.test(words[body + 1] ?? '') && words[body + 2] === 'to')) &&
  !/^\p{L}/u.test(words[body + 3] ?? '');

const isElection = (words: readonly string[], body: number): boolean => {
  for (let at = body; at < body + 5; at++) if (ELECTED.test(words[at] ?? '')) return true;
  return false;
};

function isTime(sequence: WordSequence, body: number): boolean {
  const { words, parts } = sequence;
  let at = body;
  while (at < body + 4 && /^(?:the|next|last|this|late|early|end|of|mid|at|least|then|now|recently)$/.test(words[at] ?? '')) at++;
  const word = words[at] ?? '';
  if (hasVerb(sequence, body, 7)) return false;
  return TIME_WORDS.has(word) || parts[at] === 'NUM' || /^(?:now|then|recently)$/.test(words[body] ?? '');
}

function hasVerb(sequence: WordSequence, from: number, reach: number): boolean {
  for (let at = from; at < from + reach && at < sequence.words.length; at++) {
    const part = sequence.parts[at];
    if (part === 'VERB' || part === 'AUX' || AUXILIARIES.has(sequence.words[at] ?? '')) return true;
    if (part === 'PUNCT' && !isQuotationMark(sequence.words[at] ?? '')) return false;
  }
  return false;
}

/** Where the condition's clause ends: at a comma that starts something else, a dash, a colon, "then", or the end. */
function endOf(sequence: WordSequence, body: number, to: number): number {
  const { words } = sequence;
  let at = body;
  for (; at < to; at++) {
    const word = words[at] ?? '';
    if (/^(?:--|—|–|:|;|then|\(|\))$/.test(word)) break;
    if (word === ',' && endsAtComma(sequence, at, to)) break;
    if (word === 'but' || word === 'because' || word === 'although') break;
  }
  while (at > body && (isQuotationMark(words[at - 1] ?? '') || words[at - 1] === ',')) at--;
  return at;
}

/** A comma goes on with the condition in a list ("arms, money and men", "if A, and if B"); else it ends it. */
function endsAtComma(sequence: WordSequence, at: number, to: number): boolean {
  const { words, parts } = sequence;
  let next = at + 1;
  while (next < to && isQuotationMark(words[next] ?? '')) next++;
  if (next >= to) return true;
  if (words[next] === 'and' || words[next] === 'or') return !goesOn(sequence, next + 1, to);
  // A list has another comma or an "and" within reach and no verb before it.
  for (let look = next; look < to && look < next + 8; look++) {
    const part = parts[look];
    if (part === 'VERB' || part === 'AUX' || part === 'PRON') return true;
    if (words[look] === 'and' || words[look] === 'or') return false;
  }
  return true;
}

/** "and if", "and the guns": not a main clause of its own with a pronoun for its subject. */
function goesOn(sequence: WordSequence, at: number, to: number): boolean {
  if (at >= to) return false;
  const word = sequence.words[at] ?? '';
  if (openers.has(word)) return true;
  return !/^(?:i|we|they|he|she|it|you|will|would|is|has)$/.test(word) && !hasFuture(sequence, at, Math.min(to, at + 8));
}

function hasFuture(sequence: WordSequence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^(?:will|would|should|must)$/.test(sequence.words[at] ?? '')) return true;
  return false;
}
