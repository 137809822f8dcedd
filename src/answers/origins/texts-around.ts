import type { StatementRecord } from '../../record/index.js';
import type { ComparedText } from './links.js';

/** So many texts are compared at most: more copies of one story are not told one by one. */
const MOST = 120;
/** How many texts are asked for that share passages with one. */
const ALIKE = 40;

/**
 * The texts that may go back to one source with this one, itself first, each appearance by itself: those that share passages with
 * it, and those that share passages with them. The cost does not grow with the record.
 */
export async function textsAround(record: StatementRecord, sha256: string): Promise<readonly ComparedText[]> {
  const seen = new Set([sha256]);
  const texts: ComparedText[] = [];
  for (const hash of seen) {
    const held = await record.article(hash);
    if (held === null) continue;
    const { text, blocks } = held.article;
    for (const head of held.appearances) texts.push({ head, text, blocks });
    if (texts.length >= MOST) break;
    for (const alike of await record.textsLike(hash, ALIKE)) if (seen.size < MOST) seen.add(alike);
  }
  return texts;
}
