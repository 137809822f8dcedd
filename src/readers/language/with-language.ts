import type { Article } from '../../engine/index.js';
import type { ReadableArticle, ReaderNote } from '../reader.js';
import { detectLanguage } from './detect-language.js';

/**
 * The article with its language: what it was told, unless its words plainly are of another one (pages of every language are
 * served with "en"); what its words tell, where it was told nothing; null where they do not tell.
 */
export function withLanguage(item: ReadableArticle): ReadableArticle {
  const { article } = item;
  const detected = detectLanguage(ownWords(article));
  if (detected === null) return item;
  const told = article.language?.toLowerCase().split('-')[0] ?? null;
  if (told === detected.code || SAME[told ?? ''] === detected.code) return item;
  if (told !== null && detected.sure !== 'plain') return item;
  const notes: readonly ReaderNote[] =
    told === null
      ? []
      : [{ code: 'language-differs', message: `says that it is in "${article.language}", but its words are "${detected.code}"` }];
  return { ...item, article: { ...article, language: detected.code }, notes: [...item.notes, ...notes] };
}

/** Codes for what is detected under another one: Norwegian, Bosnian and Serbian in Latin letters, Malay. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', bs: 'hr', sr: 'hr', sh: 'hr', ms: 'id', in: 'id', iw: 'he' };

/** The article's own words; all of them where nothing was told apart. Menus and notices may be in another language. */
function ownWords({ text, blocks }: Article): string {
  let words = '';
  for (const { kind, start, end } of blocks) {
    if (kind !== 'boilerplate') words += `${text.slice(start, end)}\n`;
    if (words.length > 6000) break;
  }
  return words.trim() === '' ? text : words;
}
