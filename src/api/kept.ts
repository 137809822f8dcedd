/** Answers as they were sent, by their tags: a question that is asked again is not worked out again. */
export interface Kept {
  get(tag: string): string | undefined;
  keep(tag: string, text: string): void;
}

/** So many characters are kept in all; what was not asked for the longest goes first. A tag names one state of the record, so nothing kept grows old. */
const MOST = 16_000_000;

export function createKept(most = MOST): Kept {
  const texts = new Map<string, string>();
  let length = 0;
  return {
    get: (tag) => texts.get(tag),
    keep(tag, text) {
      if (text.length > most) return;
      length += text.length - (texts.get(tag)?.length ?? 0);
      texts.delete(tag);
      texts.set(tag, text);
      for (const [oldest, old] of texts) {
        if (length <= most) break;
        texts.delete(oldest);
        length -= old.length;
      }
    },
  };
}
