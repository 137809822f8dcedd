import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Tagger } from '../../src/engine/language.js';
import type { PartOfSpeech } from '../../src/engine/model.js';

/**
 * A tagger on wink-nlp. It is always fed our own tokens, one blank between two: its own tokenizer remembers what it read
 * before, and the same article would then read differently the second time.
 */
export function createWinkTagger(): Tagger {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return { tag: (words) => tagWords(nlp, words) };
}

const SPACE = / /g;

function tagWords(nlp: WinkMethods, words: readonly string[]): readonly PartOfSpeech[] {
  if (words.length === 0) return [];
  const document = nlp.readDoc(words.map((word) => word.replace(SPACE, '_')).join(' '));
  const values = document.tokens().out(nlp.its.value) as string[];
  const tags = document.tokens().out(nlp.its.pos) as PartOfSpeech[];
  if (values.length === words.length) return tags;
  return align(words, values, tags);
}

/** wink splits some words once more ("gonna"): a word takes the tag of its first piece. */
function align(words: readonly string[], values: readonly string[], tags: readonly PartOfSpeech[]): readonly PartOfSpeech[] {
  const out: PartOfSpeech[] = [];
  let piece = 0;
  for (const word of words) {
    out.push(tags[piece] ?? 'X');
    let length = 0;
    while (piece < values.length && length < word.length) length += (values[piece++] ?? '').length;
  }
  return out;
}
