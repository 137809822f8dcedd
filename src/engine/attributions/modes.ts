import { likeliest, readLinear } from '../learned/linear.js';
import type { Mentioned, Mode, TokenRange } from '../model.js';
import { wordFormsOf } from '../text/word-forms.js';
import { type ModeEvidence, modeFeatures } from './mode-features.js';
import { MODE_WEIGHTS } from './mode-weights.js';

/** An attribution's parts in tokens, as far as its mode is concerned. */
export interface ModeParts {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

const MODES = readLinear(MODE_WEIGHTS);

/** How the article knows it: words, thoughts or a formal act, as docs/annotation.md defines them. Speech where there is no cue. */
export function modeOf(mentioned: Mentioned, parts: ModeParts): Mode {
  if (parts.cue.length === 0) return 'speech';
  const { name } = likeliest(MODES, modeFeatures(modeEvidence(mentioned, parts)));
  return name === 'thought' || name === 'act' ? name : 'speech';
}

/** The words that {@link modeFeatures} looks at. */
export function modeEvidence({ article, tokens }: Mentioned, { source, cue, content }: ModeParts): ModeEvidence {
  const { written, lower } = wordFormsOf(article.text, tokens);
  const wordsOf = (ranges: readonly TokenRange[], forms: readonly string[]): readonly string[] => {
    const words: string[] = [];
    for (const { from, to } of ranges) for (let at = from; at < to; at++) if (tokens[at]?.pos !== 'PUNCT') words.push(forms[at] ?? '');
    return words;
  };
  const first = content[0];
  return {
    cue: wordsOf(cue, lower),
    source: wordsOf(source, written),
    quoted: content.some(({ from, to }) => holdsMark(article.text, tokens[from - 1]?.start ?? 0, tokens[to]?.end ?? article.text.length)),
    contentStart: first === undefined ? '' : (lower[first.from] ?? ''),
  };
}

/** The longest stretch of content that is looked through for quotation marks, in code units. */
const LONGEST_LOOK = 1000;

function holdsMark(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + LONGEST_LOOK); at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x201c || code === 0x201d || (code === 0x27 && text.charCodeAt(at + 1) === 0x27)) return true;
  }
  return false;
}
