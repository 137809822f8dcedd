import { readFileSync } from 'node:fs';
import { type Lexicon, type LexiconEntry, makeLexicon } from '../../src/engine/attributions/lexicon.js';
import { makeTokenTable, type TokenTable } from '../../src/engine/attributions/token-table.js';
import type { Sentenced, TokenRange } from '../../src/engine/model.js';
import { tokensOf } from '../../src/engine/statements/view.js';
import { splitSentences } from '../../src/engine/text/sentences.js';
import { tokenize } from '../../src/engine/text/tokens.js';
import { loadEnglishWith } from '../../src/runtime/load-english.js';
import { articleOf, corpusFile, type NewsLine, type Pair, type Part, readLines } from '../corpora.js';

/** A labelled attribution in tokens. */
export interface GoldRanges {
  readonly source: readonly TokenRange[];
  readonly cue: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** An article of the corpus, read as far as attribution needs it. */
export interface Prepared {
  readonly line: NewsLine;
  readonly sentenced: Sentenced;
  readonly table: TokenTable;
  readonly gold: readonly GoldRanges[];
}

export function readLexicon(): Lexicon {
  const irregular = new Map<string, string>();
  for (const row of rows('../words/irregular-verbs.tsv')) for (const form of (row[1] ?? '').split(' ')) irregular.set(form, row[0] ?? form);
  const entries: LexiconEntry[] = rows('../data/word-classes.tsv').map(([word = '', fine, coarse]) => {
    const lemma = irregular.get(word) ?? null;
    irregular.delete(word);
    return { word, fine: Number(fine), coarse: Number(coarse), lemma };
  });
  for (const [word, lemma] of irregular) entries.push({ word, fine: -1, coarse: -1, lemma });
  return makeLexicon(entries);
}

function rows(name: string): readonly string[][] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => line.split('\t'));
}

export function prepare(part: Part, lexicon: Lexicon): readonly Prepared[] {
  const language = loadEnglishWith({ attribute: () => [] });
  return readLines<NewsLine>(corpusFile('polnear', part)).map((line) => {
    const sentenced = splitSentences(tokenize(articleOf(line), language), language);
    const range = ([start, end]: Pair): TokenRange => tokensOf(sentenced.tokens, { start, end });
    const ranges = (pairs: readonly Pair[]): readonly TokenRange[] =>
      pairs
        .map(range)
        .filter(({ from, to }) => to > from)
        .sort((a, b) => a.from - b.from);
    const gold = line.attributions.map(({ source, cue, content }) => ({
      source: ranges(source),
      cue: ranges(cue)[0] ?? null,
      content: ranges(content),
    }));
    return { line, sentenced, table: makeTokenTable(sentenced, lexicon), gold };
  });
}
