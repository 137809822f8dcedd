import { createHash } from 'node:crypto';
import type { Block, Statement } from '../engine/index.js';
import type { Failure } from './statement-record.js';
import { asColumn, type StoredStatement } from './stored.js';

/** One text with its statements, as the store's bytes have them. */
export interface StoredText {
  readonly sha256: string;
  readonly address: string;
  readonly body: Uint8Array;
  readonly blocks: readonly Block[];
  readonly statements: readonly HeldStatement[];
}

export interface HeldStatement {
  readonly id: string;
  /** The words kept for searching. */
  readonly words: string;
  /** As the engine read it, and as corrections made it. */
  readonly stored: StoredStatement;
  readonly corrected: StoredStatement | null;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of stored bytes, a byte order mark included. */
export const textOf = (body: Uint8Array): string => decoder.decode(body);

/** Everything that a text and its citations claim and do not hold; empty where all is well. */
export function verifyText(held: StoredText): readonly Failure[] {
  const failures: Failure[] = [];
  const fail = (code: Failure['code'], statement: string | null, message: string): void => {
    failures.push({ code, sha256: held.sha256, address: held.address, statement, message });
  };
  const hash = createHash('sha256').update(held.body).digest('hex');
  if (hash !== held.sha256) fail('text-hash', null, `the text's bytes have the hash ${hash}, not the one they were filed under`);
  const text = textOf(held.body);
  for (const block of held.blocks)
    if (!inside(block, text))
      fail('block-bounds', null, `a ${block.kind} is said to stand at ${block.start}-${block.end} of ${text.length}`);
  for (const statement of held.statements) verifyStatement(held.sha256, text, statement, fail);
  return failures;
}

type Fail = (code: Failure['code'], statement: string | null, message: string) => void;

function verifyStatement(sha256: string, text: string, { id, words, stored, corrected }: HeldStatement, fail: Fail): void {
  verifyCitation(sha256, text, id, stored.statement, fail);
  if (corrected !== null) verifyCitation(sha256, text, id, corrected.statement, fail);
  const own = asColumn((corrected ?? stored).statement.words);
  if (own !== words) fail('statement-words', id, 'the words kept for searching are not its own');
  if (id !== stored.statement.id || id !== idOf(sha256, stored.statement.citation.spans))
    fail('statement-id', id, 'its id is not the one that its citation gives');
}

function verifyCitation(hash: string, text: string, id: string, statement: Statement, fail: Fail): void {
  const { sha256, spans, exact } = statement.citation;
  if (sha256 !== hash) fail('citation-hash', id, `cites the text ${sha256}`);
  spans.forEach((span, index) => {
    if (!inside(span, text)) fail('citation-bounds', id, `cites ${span.start}-${span.end} of a text of ${text.length} code units`);
    else if (text.slice(span.start, span.end) !== exact[index])
      fail('citation-words', id, `cites at ${span.start}-${span.end} other words than stand there`);
  });
  if (exact.length !== spans.length) fail('citation-words', id, `cites ${spans.length} places with the words of ${exact.length}`);
  if (statement.words !== exact.join(' … ')) fail('statement-words', id, 'its words are not those of its citation');
}

const inside = (span: { readonly start: number; readonly end: number }, text: string): boolean =>
  Number.isInteger(span.start) && Number.isInteger(span.end) && span.start >= 0 && span.start <= span.end && span.end <= text.length;

/** As the engine makes ids: sixteen hexadecimal digits of the hash over the text's hash and the places. */
function idOf(sha256: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const place = spans.map((span) => `${span.start}-${span.end}`).join(' ');
  return createHash('sha256').update(`${sha256} ${place}`).digest('hex').slice(0, 16);
}
