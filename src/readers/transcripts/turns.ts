import type { Part } from '../assemble.js';
import type { Cue } from './cues.js';

/** A pause of so many seconds, or so many characters up to a sentence's end, begin a new paragraph of the same voice. */
const PAUSE = 4;
const LONG = 700;

/** "VARGA:", "Lena Varga:", "MR. BERG (through a translator):" at the beginning of a line: capitals first, no verb. */
const NAMED =
  /^((?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}.'’-]{0,30}(?: (?:(?:de|da|del|van|von|bin|al|el) )?\p{Lu}[\p{L}.'’-]{0,30}){0,4}(?: \([^()\n]{1,60}\))?):\s+/u;

/** ">> " begins another voice (captions of broadcasts, CEA-608), "- " one of two voices in a cue. */
const CHANGE = /^(?:>>+|&gt;&gt;|[-–—]\s)\s*/;

/** "[APPLAUSE]", "(music)", "♪♪": sounds and no words. */
const SOUND = /^(?:\[[^[\]\n]{1,80}\]|\([^()\n]{1,80}\)|[♪♫#\s]+)$/u;

/** A transcript as paragraphs: one a voice's turn, "NAME: words" where the voice is named. Sounds are kept and marked. */
export function turnsOf(cues: readonly Cue[]): readonly Part[] {
  const parts: Part[] = [];
  let words = '';
  let name: string | null = null;
  let last: Cue | null = null;
  const finish = (): void => {
    if (words.trim() !== '') parts.push({ kind: 'paragraph', text: name === null ? words.trim() : `${name}: ${words.trim()}` });
    words = '';
  };
  for (const cue of cues) {
    // Captions that roll show a line again until the next one has come.
    if (last !== null && cue.text === last.text && cue.start - last.end < PAUSE) continue;
    if (last !== null && (cue.start - last.end > PAUSE || (words.length > LONG && /[.!?]["”']?$/.test(words)))) finish();
    const several = cue.text.split('\n').filter((line) => /^[-–—]\s/.test(line)).length > 1;
    for (const line of cue.text.split('\n')) {
      if (SOUND.test(line)) {
        finish();
        parts.push({ kind: 'boilerplate', text: line, reason: 'a sound and no words' });
        continue;
      }
      const changed = CHANGE.exec(line)?.[0] ?? '';
      const isChange = changed.startsWith('>') || changed.startsWith('&') || (changed !== '' && several);
      const rest = isChange ? line.slice(changed.length) : line;
      const named = NAMED.exec(rest);
      if (isChange || named !== null) {
        if (named?.[1] !== name || isChange) finish();
        name = named?.[1] ?? (isChange ? null : name);
      }
      words += `${words === '' ? '' : ' '}${named === null ? rest : rest.slice(named[0].length)}`;
    }
    last = cue;
  }
  finish();
  return parts;
}
