import { type Attribution, contentHash, type Reading, type Span, type Statement } from '../engine/index.js';

export interface ExtractOptions {
  readonly text: 'with-text' | 'without-text';
  readonly reasons: 'with-reasons' | 'without-reasons';
  /** The release whose engine read it. */
  readonly engine?: string;
}

/** The number of the format that docs/extract-format.md describes. Fields may be added under the same number, never changed or removed. */
export const EXTRACT_FORMAT = 1;

/** A Reading as a line of `extract --format statements`: plain data, for `JSON.stringify`. */
export function statementsLine(reading: Reading, options: ExtractOptions): object {
  const { article } = reading;
  const sha256 = reading.statements[0]?.citation.sha256 ?? contentHash(article.text);
  return {
    format: EXTRACT_FORMAT,
    engine: options.engine ?? null,
    id: article.id,
    article: {
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      url: article.url,
      language: article.language,
      sha256,
      authors: article.authors,
      wire: article.wire,
      usageTerms: article.usageTerms,
      embargoedUntil: article.embargoedUntil,
      ...(options.text === 'with-text' ? { text: article.text, blocks: article.blocks } : {}),
    },
    statements: reading.statements.map((statement) => statementOf(reading, statement, options)),
    notes: reading.notes.map(({ code, span, message }) => ({ code, ...bounds(span), message })),
  };
}

function statementOf(reading: Reading, statement: Statement, options: ExtractOptions): object {
  const attribution = reading.attributions[statement.attribution];
  if (attribution === undefined) throw new RangeError(`statement ${statement.id} has no attribution`);
  const { speaker, said, position } = statement;
  const words = (span: Span | null): object | null =>
    span === null ? null : { ...bounds(span), text: reading.article.text.slice(span.start, span.end) };
  return {
    id: statement.id,
    source: attribution.source.map(bounds),
    cue: attribution.cue.map(bounds),
    content: attribution.content.map(bounds),
    within: attribution.within === null ? null : (reading.statements[attribution.within]?.id ?? null),
    manner: attribution.manner,
    mode: attribution.mode,
    words: statement.words,
    speaker: { kind: speaker.kind, name: speaker.name, id: speaker.id, wikidata: speaker.wikidata },
    said: {
      from: said.from,
      to: said.to,
      basis: said.basis,
      retold: said.retold,
      edtf: said.edtf,
      evidence: said.evidence && bounds(said.evidence),
    },
    addressee: words(statement.addressee),
    occasion: words(statement.occasion),
    act: statement.act,
    whom: statement.whom && reading.article.text.slice(statement.whom.start, statement.whom.end),
    whomSpan: statement.whom && bounds(statement.whom),
    position: position && {
      target: bounds(position.target),
      stance: position.stance,
      condition: position.condition && bounds(position.condition),
      evidence: bounds(position.evidence),
    },
    figures: statement.figures.map(({ value, unit, qualifier, start, end }) => ({ value, unit, qualifier, start, end })),
    chain: statement.chain.map(({ kind, name, evidence }) => ({ kind, name, evidence: evidence && bounds(evidence) })),
    confidence: attribution.confidence,
    ...(options.reasons === 'with-reasons' ? { reason: reasonOf(attribution, statement) } : {}),
  };
}

/** Why the statement says what it says: one reason for the attribution and one for each thing that was found out about it. */
export function reasonOf(attribution: Attribution, statement: Statement): object {
  const parts = [statement.speaker.reason, statement.said.reason, ...(statement.position ? [statement.position.reason] : [])];
  return { rule: 'statement', score: attribution.confidence, parts: [attribution.reason, ...parts] };
}

/** A Reading as a line of `extract --format attributions`. `within` is an index into the same list. */
export function attributionsLine(reading: Reading): object {
  return {
    id: reading.article.id,
    attributions: reading.attributions.map(({ source, cue, content, within }) => ({
      source: source.map(bounds),
      cue: cue.map(bounds),
      content: content.map(bounds),
      within,
    })),
  };
}

const bounds = ({ start, end }: Span): Span => ({ start, end });
