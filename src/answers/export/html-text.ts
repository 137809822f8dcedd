const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, in an element or in an attribute within marks. */
export const inHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

/** A text from outside in a line of ours: its writing direction cannot spill over into the rest of the line. */
export const isolate = (text: string): string => `<bdi>${inHtml(text)}</bdi>`;

/** "1 article", "1,204 articles". */
export const plural = (count: number, one: string): string =>
  `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${one}${count === 1 ? '' : 's'}`;
