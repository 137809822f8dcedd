import type { Language } from '../language.js';
import type { Note, Sentence, Sentenced, Span } from '../model.js';
import { wordFormsOf } from '../text/word-forms.js';

/** Fewest words of a sentence by which its language can be told. */
const FEWEST = 5;

/** From here on scripts write no spaces between words: two characters count as one. */
const UNSPACED = 0x2e80;

/**
 * The sentences that are plainly not in the language that the engine reads, as notes; none where it cannot be told.
 * A sentence is foreign where half of its letters are of another script, or where many of its words are function words of
 * other languages, more than of this one.
 */
export function findForeign({ article, tokens, sentences }: Sentenced, language: Language): readonly Note[] {
  if (article.language !== null && article.language.toLowerCase().split('-')[0] !== language.code) {
    return [note({ start: 0, end: article.text.length }, `The article is in ${article.language}, which is not read.`)];
  }
  const notes: Note[] = [];
  const { written } = wordFormsOf(article.text, tokens);
  for (const sentence of sentences) {
    if (!isForeign(article.text, tokens, written, sentence, language)) continue;
    const start = tokens[sentence.from]?.start ?? 0;
    const end = tokens[sentence.to - 1]?.end ?? start;
    const last = notes.at(-1);
    if (last !== undefined && article.text.slice(last.span.end, start).trim() === '') {
      notes[notes.length - 1] = note({ start: last.span.start, end }, last.message);
    } else notes.push(note({ start, end }, 'These words are not in English and are not read.'));
  }
  return notes;
}

const note = (span: Span, message: string): Note => ({ code: 'language-not-read', span, message });

function isForeign(
  text: string,
  tokens: Sentenced['tokens'],
  written: readonly string[],
  { from, to }: Sentence,
  language: Language,
): boolean {
  let words = 0;
  let own = 0;
  let other = 0;
  let script = 0;
  let named = false; // a name goes before, with its particles
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || token.pos === 'PUNCT' || token.pos === 'NUM') {
      named = false;
      continue;
    }
    const code = text.charCodeAt(token.start);
    const length = token.end - token.start;
    const weight = code >= UNSPACED ? Math.ceil(length / 2) : 1;
    words += weight;
    if (code >= 0x370 && !(code >= 0x1e00 && code <= 0x206f)) {
      script += weight;
      continue;
    }
    const word = length > 8 ? '' : (written[at] ?? '');
    named = (code >= 65 && code <= 90) || (named && language.nameParticles.has(word));
    if (named) continue; // "Los Rios", "de la Cruz"
    if (language.functionWords.has(word)) own++;
    else if (language.foreignFunctionWords.has(word)) other++;
  }
  if (words < FEWEST) return false;
  return script * 2 > words || (other >= 2 && other * 6 >= words && own < other);
}
