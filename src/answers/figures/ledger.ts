import type { Day, Span } from '../../engine/index.js';
import type { RecordedStatement } from '../../record/index.js';
import { type Counted, countedOf, sameCounted } from './counted.js';
import { type Scope, sameScope, scopeOf } from './scopes.js';

/** One quantity that somebody claims. */
export interface Claim {
  readonly statement: string;
  /** The claimant as the record names it; null where it is not known. */
  readonly claimant: string | null;
  readonly claimantKey: string;
  readonly value: number;
  readonly unit: string | null;
  readonly qualifier: string | null;
  /** The words that hold number and unit. */
  readonly exact: string;
  readonly span: Span;
  readonly scope: Scope | null;
  readonly counted: Counted;
  /** The day said, else the day printed, and which of the two it is. */
  readonly day: Day | null;
  readonly dayIs: 'said' | 'printed' | 'not known';
  readonly outlet: string | null;
  readonly article: string;
}

/** Claims that count the same thing over the same kind of period, first to last. */
export interface Matter {
  /** What is counted, in the words of the first claim. */
  readonly name: string;
  readonly counted: Counted;
  readonly scope: Scope | null;
  readonly claims: readonly Claim[];
  /** Index of each claimant's first claim of a value: what comes later with the same value repeats it. */
  readonly firsts: readonly number[];
  /** Pairs of claims by different claimants, of one period, with different numbers. */
  readonly conflicts: readonly Conflict[];
  /** Pairs of claims of one claimant whose values differ. */
  readonly changes: readonly Conflict[];
}

export interface Conflict {
  readonly left: number;
  readonly right: number;
  /** `exclude`: as they are qualified, both cannot be right. `differ`: both could ("at least 880", "more than 1,100"), the numbers are others. */
  readonly kind: 'exclude' | 'differ';
}

/** How long something takes is no quantity that sides claim against one another. */
const SPANS_OF_TIME = new Set(['second', 'minute', 'hour', 'day', 'night', 'week', 'month', 'year', 'decade']);

/** The figures ledger of statements: who claims how many of what, and where claims disagree. It never says who is right. */
export function figuresLedger(statements: readonly RecordedStatement[]): readonly Matter[] {
  const claims = statements
    .flatMap(claimsOf)
    .filter(({ counted }) => !SPANS_OF_TIME.has(counted.noun))
    .sort(byDay);
  const matters: Claim[][] = [];
  const byNoun = new Map<string, Claim[][]>();
  for (const claim of claims) {
    const candidates = byNoun.get(claim.counted.noun) ?? [];
    const matter = candidates.find(
      (group) => group.every((other) => sameCounted(other.counted, claim.counted)) && group.some((other) => sameKind(other, claim)),
    );
    if (matter !== undefined) {
      matter.push(claim);
      continue;
    }
    const group = [claim];
    matters.push(group);
    candidates.push(group);
    byNoun.set(claim.counted.noun, candidates);
  }
  return matters.map(makeMatter);
}

const sameKind = (one: Claim, other: Claim): boolean => (one.scope === null ? other.scope === null : one.scope.key === other.scope?.key);

function claimsOf(recorded: RecordedStatement): readonly Claim[] {
  const { statement, article, speaker, wording } = recorded;
  const day = statement.said.from ?? article.published;
  return statement.figures.map((figure) => {
    const at = statement.citation.spans.findIndex((span) => figure.start >= span.start && figure.end <= span.end);
    const whole = statement.citation.exact[at] ?? statement.words;
    const offset = figure.start - (statement.citation.spans[at]?.start ?? 0);
    const exact = whole.slice(offset, offset + figure.end - figure.start);
    const clause = clauseAround(whole, offset, offset + exact.length);
    return {
      statement: recorded.id,
      claimant: speaker.name,
      claimantKey: speaker.key,
      value: figure.value,
      unit: figure.unit,
      qualifier: figure.qualifier,
      exact,
      span: { start: figure.start, end: figure.end },
      scope: scopeOf(clause),
      counted: countedOf(figure.unit, `${wording.cue ?? ''} ${clause}`),
      day,
      dayIs: statement.said.from !== null ? 'said' : article.published !== null ? 'printed' : 'not known',
      outlet: article.outlet,
      article: article.address,
    };
  });
}

/** A full stop behind a capitalised short word is an abbreviation's: "Jan. 6", "Gen. Berg". */
const BREAK = /(?<!\b\p{Lu}\p{Ll}{1,3})\. |[;:!?] |, (?:and|but|while|whereas|which) |, (?=\d)/gu;

/** The clause that a figure stands in: up to the marks that end one, on both sides. */
function clauseAround(text: string, start: number, end: number): string {
  let from = 0;
  for (const match of text.slice(0, start).matchAll(BREAK)) from = match.index + match[0].length;
  const next = text.slice(end).search(BREAK);
  return text.slice(from, next < 0 ? text.length : end + next);
}

const byDay = (one: Claim, other: Claim): number =>
  (one.day ?? '9999') < (other.day ?? '9999') ? -1 : (one.day ?? '9999') > (other.day ?? '9999') ? 1 : one.span.start - other.span.start;

function makeMatter(claims: readonly Claim[]): Matter {
  const conflicts: Conflict[] = [];
  const changes: Conflict[] = [];
  for (let right = 1; right < claims.length; right++) {
    for (let left = Math.max(0, right - MOST_COMPARED); left < right; left++) {
      const [one, other] = [claims[left], claims[right]];
      if (one === undefined || other === undefined || areNear(one, other)) continue;
      const conflict: Conflict = { left, right, kind: agree(one, other) ? 'differ' : 'exclude' };
      if (one.claimantKey === other.claimantKey) changes.push(conflict);
      else if (sameScope(one.scope, other.scope, one.day, other.day)) conflicts.push(conflict);
    }
  }
  const firsts = claims.flatMap((claim, index) =>
    claims.findIndex((other) => other.claimantKey === claim.claimantKey && other.value === claim.value) === index ? [index] : [],
  );
  const first = claims[0];
  return {
    name: nameOf(first),
    counted: first?.counted ?? { noun: '', of: null, event: null },
    scope: first?.scope ?? null,
    claims,
    firsts,
    conflicts,
    changes,
  };
}

/** A claim is compared with so many before it: a matter that is claimed daily for years stays linear. */
const MOST_COMPARED = 60;

function nameOf(claim: Claim | undefined): string {
  if (claim === undefined) return '';
  const what = [claim.unit ?? claim.exact, claim.counted.event, claim.scope?.words];
  return what.filter((part): part is string => part !== null && part !== undefined && part !== '').join(' ');
}

/** "About" and "nearly" allow for so much: a rounded number and the exact one behind it are no conflict. */
const ABOUT = 0.1;

/** Whether two claims can both be right as they are qualified: "more than 1,000" and "1,150" can, "about 60" and "at least 214" cannot. */
export function agree(one: Pick<Claim, 'value' | 'qualifier'>, other: Pick<Claim, 'value' | 'qualifier'>): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.from <= b.to && b.from <= a.to;
}

/** A rounded number and the exact one behind it are no difference worth telling. */
function areNear(one: Claim, other: Claim): boolean {
  const most = Math.max(Math.abs(one.value), Math.abs(other.value));
  return Math.abs(one.value - other.value) <= most * (isRounded(one) || isRounded(other) ? ABOUT : 0);
}

const isRounded = ({ qualifier }: Claim): boolean => qualifier !== null;

function rangeOf({ value, qualifier }: Pick<Claim, 'value' | 'qualifier'>): { readonly from: number; readonly to: number } {
  const words = qualifier?.toLowerCase() ?? '';
  if (/more than|over|at least|above|upwards|no fewer|no less|exceed/.test(words)) return { from: value, to: Number.POSITIVE_INFINITY };
  if (/less than|fewer than|up to|at most|under|below|no more|as many/.test(words)) return { from: 0, to: value };
  if (/about|around|roughly|nearly|almost|some|approximately|close|estimated|or so/.test(words))
    return { from: value * (1 - ABOUT), to: value * (1 + ABOUT) };
  return { from: value, to: value };
}
