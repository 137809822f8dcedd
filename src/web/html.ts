import { html as taggedHtml, raw as trusted } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page whose values are escaped. */
export type Html = HtmlEscapedString;

export type Child = Html | string | number | null | undefined | false | readonly Child[];

/** Makes a piece of a page. Every value is escaped unless it is Html itself; null and false leave nothing. Attributes are to be quoted. */
export const html = taggedHtml as (strings: TemplateStringsArray, ...values: readonly Child[]) => Html;

/** Text that is markup already. Only for what this program wrote itself. */
export const markup = (text: string): Html => trusted(text) as Html;

/** Pieces one after another, with something between. */
export const joined = (pieces: readonly Child[], between: Child): readonly Child[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));

/** A text from outside in a line of ours: its writing direction cannot spill over into the rest of the line. */
export const isolated = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A number as people read it: 1,150. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [whole = '', part] = String(value).split('.');
  if (!/^-?\d+$/.test(whole)) return String(value);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** "1 article", "214 articles". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${numberText(count)} ${count === 1 ? one : many}`;
