import type { Mentioned, Mode, TokenRange } from '../model.js';

/** How the article knows it, from the cue: words, thoughts or a formal act. */
export function modeOf(_mentioned: Mentioned, _cue: TokenRange): Mode {
  return 'speech';
}
