import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Article, Attribution, Citation } from '../model.js';

/** How much text stands before and behind the words in a citation, in code units: the W3C text quote selector's prefix and suffix. */
const CONTEXT = 32;

export function cite(article: Article, hash: string, attribution: Attribution): Citation {
  const { text } = article;
  const spans = attribution.content;
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? start;
  return {
    sha256: hash,
    spans,
    exact: spans.map((span) => text.slice(span.start, span.end)),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** The content's words, its parts joined with " … ". */
export function wordsOf(text: string, attribution: Attribution): string {
  return attribution.content.map((span) => text.slice(span.start, span.end)).join(' … ');
}

/** Sixteen hexadecimal digits, made from the text's hash and the spans alone: reading the same article again gives the same id. */
export function statementId(citation: Citation): string {
  const place = citation.spans.map((span) => `${span.start}-${span.end}`).join(' ');
  return bytesToHex(sha256(utf8ToBytes(`${citation.sha256} ${place}`))).slice(0, 16);
}
