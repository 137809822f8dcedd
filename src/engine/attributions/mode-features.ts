import { isCapitalized } from '../dates/word-source.js';
import { ACT_WORDS, SPEECH_WORDS, THOUGHT_WORDS } from '../english/lists/mode-words.js';
import { REPORT_NOUNS } from '../english/lists/source-words.js';

/** An attribution's words as its mode is judged by. */
export interface ModeEvidence {
  /** The cue's words, lower case. */
  readonly cue: readonly string[];
  /** The source's words, as written. */
  readonly source: readonly string[];
  /** Whether content stands between quotation marks. */
  readonly quoted: boolean;
  /** The content's first word, lower case. */
  readonly contentStart: string;
}

/** What tells speech, thought and act apart: the classes of the cue's words, the first of them above all; quotation marks; who the source is. */
export function modeFeatures({ cue, source, quoted, contentStart }: ModeEvidence): readonly string[] {
  const features = ['bias', quoted ? 'quoted' : 'plain'];
  let first = '';
  let last = '';
  for (const word of cue) {
    const kind = kindOf(word);
    if (kind === '') continue;
    if (first === '') first = kind;
    last = kind;
    features.push(`cue:${word}`);
  }
  const infinitive = cue.length > 2 && cue.includes('to');
  features.push(`first:${first}`, `last:${last}`, `kinds:${first}-${last}`, `first:${first}-${quoted ? 'quoted' : 'plain'}`);
  if (infinitive) features.push('to', `to:${first}`);
  if (source.length === 0) features.push('no-source', `no-source:${first}`);
  if (source.some((word) => REPORT_NOUNS.has(word.toLowerCase()))) features.push('report');
  if (source.length > 0 && !source.some(isCapitalized)) features.push('unnamed');
  if (contentStart === 'to') features.push(`content-to:${first}`);
  if (contentStart === 'that') features.push(`content-that:${first}`);
  if (cue.length === 1) features.push('one-word');
  if (BE.has(cue[0] ?? '')) features.push(`be:${first}`, `be:${first}-${quoted ? 'quoted' : 'plain'}`);
  if (first === '' && !quoted && cue.length > 1) features.push('unlisted-plain');
  return features;
}

const BE: ReadonlySet<string> = new Set(['are', 'been', 'is', 'm', 're', 's', 'was', 'were']);

/** The class of a cue's word: a word of several classes counts for the one that it mostly has in cues. */
function kindOf(word: string): '' | 'speech' | 'thought' | 'act' {
  if (ACT_WORDS.has(word) && !SPEECH_WORDS.has(word)) return 'act';
  if (SPEECH_WORDS.has(word)) return 'speech';
  return THOUGHT_WORDS.has(word) ? 'thought' : '';
}
