import { type Article, type Attribution, makeArticle, type Reading, type Span, type Statement } from '../../src/engine/index.js';
import { cite, statementId, wordsOf } from '../../src/engine/statements/citations.js';
import { contentHash } from '../../src/engine/statements/content-hash.js';

/** A statement as a test describes it: words that stand in the text, and what differs from the plainest statement. */
export interface Said {
  readonly words: string;
  readonly source?: string;
  readonly speaker?: string | null;
  readonly kind?: Statement['speaker']['kind'];
  readonly registry?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly retold?: boolean;
  readonly manner?: Attribution['manner'];
  readonly mode?: Attribution['mode'];
  readonly act?: Statement['act'];
  readonly stance?: NonNullable<Statement['position']>['stance'];
  readonly target?: string;
  readonly condition?: string;
  readonly within?: number;
}

const REASON = { rule: 'made-for-test', score: 1 };

/** A Reading of an invented article without the engine, so that the record is tested by itself. */
export function madeReading(given: Partial<Article> & { readonly text: string }, said: readonly Said[]): Reading {
  const article = makeArticle({ id: 'one', language: 'en', ...given });
  const attributions = said.map((one) => attribution(article.text, one));
  const sha256 = contentHash(article.text);
  const statements = said.map((one, index) => statement(article, sha256, one, attributions[index] as Attribution, index));
  return { article, tokens: [], notes: [], sentences: [], quotations: [], mentions: [], referents: [], attributions, statements };
}

function place(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the test's text does not hold "${words}"`);
  return { start, end: start + words.length };
}

function attribution(text: string, one: Said): Attribution {
  return {
    source: one.source === undefined ? [] : [place(text, one.source)],
    cue: [],
    content: [place(text, one.words)],
    manner: one.manner ?? 'direct',
    mode: one.mode ?? 'speech',
    within: one.within ?? null,
    confidence: 0.9,
    reason: REASON,
  };
}

function statement(article: Article, sha256: string, one: Said, made: Attribution, index: number): Statement {
  const citation = cite(article, sha256, made);
  const from = one.from ?? null;
  const to = one.to === undefined ? from : one.to;
  return {
    id: statementId(citation),
    attribution: index,
    speaker: {
      kind: one.kind ?? (one.speaker ? 'person' : 'none'),
      name: one.speaker ?? null,
      id: one.registry ?? null,
      wikidata: null,
      referent: null,
      reason: REASON,
    },
    words: wordsOf(article.text, made),
    said: {
      from,
      to,
      basis: from === null ? 'unknown' : 'stated',
      edtf: from,
      evidence: null,
      retold: one.retold ?? false,
      reason: REASON,
    },
    addressee: null,
    occasion: null,
    act: one.act ?? 'states',
    whom: null,
    position:
      one.stance === undefined
        ? null
        : {
            target: place(article.text, one.target ?? one.words),
            stance: one.stance,
            condition: one.condition === undefined ? null : place(article.text, one.condition),
            evidence: place(article.text, one.words),
            reason: REASON,
          },
    figures: [],
    chain: [],
    citation,
  };
}
