import type { Attribution, Span } from '../../src/engine/index.js';

const ROLES = { '[': 'source', '<': 'cue', '{': 'content' } as const;

export interface Marked {
  readonly text: string;
  readonly attribution: Attribution;
  /** Where the words between asterisks stand; null where there are none. */
  readonly target: Span | null;
}

/** The text of "[Varga] <said> {we will *sign*}" and the attribution that its brackets mark; marks of targets and conditions are left out. */
export function parseMarked(marked: string): Marked {
  const found = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
  const starts: Record<string, number> = {};
  let text = '';
  const stars: number[] = [];
  for (const character of marked) {
    if (character in ROLES) starts[ROLES[character as keyof typeof ROLES]] = text.length;
    else if (character === ']') found.source.push({ start: starts.source ?? 0, end: text.length });
    else if (character === '>') found.cue.push({ start: starts.cue ?? 0, end: text.length });
    else if (character === '}') found.content.push({ start: starts.content ?? 0, end: text.length });
    else if (character === '*') stars.push(text.length);
    else if (character !== '~') text += character;
  }
  const [start, end] = stars;
  const target = start === undefined || end === undefined ? null : { start, end };
  const reason = { rule: 'marked', score: 1 };
  return { text, attribution: { ...found, manner: 'indirect', mode: 'speech', within: null, confidence: 1, reason }, target };
}
