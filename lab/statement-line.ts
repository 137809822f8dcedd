import type { Reading, Span, Statement } from '../src/engine/index.js';

/** A reading as a line of `extract --format statements`, reasons included: what the scorers beside the repository read. */
export function statementLine(reading: Reading): object {
  const { article, attributions } = reading;
  const worded = (span: Span | null): (Span & { readonly text: string }) | null =>
    span === null ? null : { start: span.start, end: span.end, text: article.text.slice(span.start, span.end) };
  const line = (statement: Statement): object => {
    const { source, cue, content, within, manner, mode, confidence } = attributions[statement.attribution] ?? {};
    const { retold, reason: saidReason, ...said } = statement.said;
    return {
      ...{ id: statement.id, source, cue, content, manner, mode, words: statement.words },
      within: within == null ? null : (reading.statements[within]?.id ?? null),
      speaker: statement.speaker,
      said: { ...said, retold, reason: saidReason },
      addressee: worded(statement.addressee),
      occasion: worded(statement.occasion),
      act: statement.act,
      whom: worded(statement.whom)?.text ?? null,
      position: statement.position,
      figures: statement.figures,
      chain: statement.chain,
      confidence,
    };
  };
  return {
    format: 1,
    id: article.id,
    article: { published: article.published },
    statements: reading.statements.map(line),
    notes: reading.notes,
  };
}
