import { type Article, type Attribution, makeArticle, type Reading, type Reason, type Span, type Statement } from '../engine/index.js';
import { cite, statementId, wordsOf } from '../engine/statements/citations.js';
import { contentHash } from '../engine/statements/content-hash.js';
import type { ImportedQuotation } from '../readers/index.js';

const REASON: Reason = { rule: 'imported', score: 1 };

/**
 * A quotation of somebody else's collection as a Reading, so that it can be filed beside articles and yet be told from them: the
 * text is what the collection has (the words with what stands around them), the speaker and the name of the collection beneath,
 * so that no text that was read is ever the same. Nothing in it was found out by the engine, and nothing is added.
 */
export function importedReading(quotation: ImportedQuotation, collection: string): Reading {
  const { text, words, source, paragraph } = layOut(quotation, collection);
  const article: Article = makeArticle({
    text,
    blocks: [
      { kind: 'paragraph', ...paragraph },
      { kind: 'boilerplate', start: paragraph.end + 1, end: text.length, reason: 'imported' },
    ],
    id: quotation.id,
    language: quotation.language,
    published: quotation.published,
    outlet: quotation.outlet,
    url: quotation.url,
    title: quotation.title,
    imported: collection,
  });
  const attribution: Attribution = {
    source: source === null ? [] : [source],
    cue: [],
    content: [words],
    manner: 'direct',
    mode: 'speech',
    within: null,
    confidence: quotation.confidence ?? 0,
    reason: REASON,
  };
  return {
    article,
    tokens: [],
    notes: [],
    sentences: [],
    quotations: [],
    mentions: [],
    referents: [],
    attributions: [attribution],
    statements: [statementOf(article, attribution, quotation)],
  };
}

function layOut({ words, before, after, speaker, id, occurrences }: ImportedQuotation, collection: string) {
  const marked = /^["“„«]/.test(words) ? words : `“${words}”`;
  const lead = before.trim() === '' ? '' : `${before.trim()} `;
  const tail = after.trim() === '' ? '' : `${/^[\s,.;:!?]/.test(after) ? '' : ' '}${after.trimEnd()}`;
  const start = lead.length;
  const paragraph: Span = { start: 0, end: start + marked.length + tail.length };
  let text = `${lead}${marked}${tail}\n`;
  const source: Span | null = speaker === null ? null : { start: text.length + 2, end: text.length + 2 + speaker.length };
  if (speaker !== null) text += `— ${speaker}\n`;
  const found = occurrences === null ? '' : `, found ${occurrences} ${occurrences === 1 ? 'time' : 'times'}`;
  text += `Imported from ${collection}, ${id}${found}.`;
  return { text, words: { start, end: start + marked.length }, source, paragraph };
}

function statementOf(article: Article, attribution: Attribution, quotation: ImportedQuotation): Statement {
  const citation = cite(article, contentHash(article.text), attribution);
  const { said, speaker, speakerKind, wikidata } = quotation;
  return {
    id: statementId(citation),
    attribution: 0,
    speaker: { kind: speakerKind, name: speaker, id: null, wikidata, referent: null, reason: REASON },
    words: wordsOf(article.text, attribution),
    said: { from: said, to: said, basis: said === null ? 'unknown' : 'stated', edtf: said, evidence: null, retold: false, reason: REASON },
    addressee: null,
    occasion: null,
    act: 'states',
    whom: null,
    position: null,
    figures: [],
    chain: quotation.outlet === null ? [] : [{ kind: 'outlet', name: quotation.outlet, evidence: null }],
    citation,
  };
}
