import type { Dating, Span, Statement } from '../../engine/index.js';
import { type StoredStatement, wordingOf } from '../stored.js';
import type { Change } from './correction.js';

/** Changes of one statement, as the engine read it, that its own data hold. */
export type StatementChange = Extract<Change, { readonly kind: 'said' | 'speaker' | 'act' | 'position' | 'words' }>;

const REASON = { rule: 'corrected', score: 1 };

/** How much text a citation gives either side, as the engine does. */
const CONTEXT = 32;

/** A statement with one change, or why it cannot be made. The id stays, so that what points at the statement still does. */
export function correctStatement(stored: StoredStatement, change: StatementChange, text: string): StoredStatement | string {
  const { statement, attribution } = stored;
  switch (change.kind) {
    case 'said':
      return { ...stored, statement: { ...statement, said: correctDating(statement.said, change.from, change.to) } };
    case 'speaker': {
      const { name, speakerKind: kind } = change;
      return { ...stored, statement: { ...statement, speaker: { kind, name, id: null, wikidata: null, referent: null, reason: REASON } } };
    }
    case 'act':
      return { ...stored, statement: { ...statement, act: change.act } };
    case 'position':
      return withWording(correctPosition(statement, change, text), stored, text);
    case 'words': {
      const span = findNear(text, change.words, startOf(statement));
      if (span === null) return `the article does not hold the words "${change.words}"`;
      const made = { ...stored, attribution: { ...attribution, content: [span] } };
      return withWording(correctWords(statement, span, text), made, text);
    }
  }
}

function withWording(statement: Statement | string, stored: StoredStatement, text: string): StoredStatement | string {
  return typeof statement === 'string' ? statement : { ...stored, statement, wording: wordingOf(text, statement, stored.attribution) };
}

function correctDating(said: Dating, from: string | null, to: string | null): Dating {
  const edtf = from === null && to === null ? null : from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
  return { ...said, from, to, edtf, basis: edtf === null ? 'unknown' : 'stated', evidence: null, reason: REASON };
}

type PositionChange = Extract<StatementChange, { readonly kind: 'position' }>;

function correctPosition(statement: Statement, { stance, target, condition }: PositionChange, text: string): Statement | string {
  if (stance === null) return { ...statement, position: null };
  const near = startOf(statement);
  const targetSpan = target === null ? (statement.position?.target ?? null) : findNear(text, target, near);
  if (targetSpan === null) return target === null ? 'a position needs a target' : `the article does not hold the words "${target}"`;
  const conditionSpan = condition === null ? null : findNear(text, condition, near);
  if (condition !== null && conditionSpan === null) return `the article does not hold the words "${condition}"`;
  const evidence = statement.position?.evidence ?? statement.citation.spans[0] ?? targetSpan;
  return { ...statement, position: { target: targetSpan, stance, condition: conditionSpan, evidence, reason: REASON } };
}

const correctWords = (statement: Statement, span: Span, text: string): Statement => ({
  ...statement,
  words: text.slice(span.start, span.end),
  citation: {
    ...statement.citation,
    spans: [span],
    exact: [text.slice(span.start, span.end)],
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
  },
});

const startOf = (statement: Statement): number => statement.citation.spans[0]?.start ?? 0;

/** Where the words stand, the place nearest to where the statement does; null where they do not. */
function findNear(text: string, words: string, near: number): Span | null {
  const before = text.lastIndexOf(words, near);
  const behind = text.indexOf(words, near);
  if (before < 0 && behind < 0) return null;
  const start = behind < 0 || (before >= 0 && near - before < behind - near) ? before : behind;
  return { start, end: start + words.length };
}
