/** What stands between the two lines of dashes at the head of a file, and where the text begins behind it. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly end: number;
}

const LONGEST = 16_384;
const OPENING = /^---[^\S\n]*\r?\n/;
const PAIR = /^([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?$/;
const ITEM = /^\s*-\s+(.*)$/;

/**
 * Reads front matter: lines "name: value", values with or without quotation marks, lists as "[a, b]" or as lines "- a".
 * Null where the text does not begin with a line of dashes, or where what follows is no front matter: then it is text.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = OPENING.exec(text);
  if (!opening) return null;
  const closing = /\n(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/.exec(text.slice(opening[0].length - 1, LONGEST));
  if (!closing) return null;
  const start = opening[0].length;
  const body = text.slice(start, Math.max(start, start - 1 + closing.index));
  const values = readPairs(body);
  return values && { values, end: start - 1 + closing.index + closing[0].length };
}

function readPairs(body: string): Readonly<Record<string, unknown>> | null {
  const values: Record<string, unknown> = {};
  let list: unknown[] = [];
  for (const line of body.split('\n').map((written) => written.trimEnd())) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const item = ITEM.exec(line);
    if (item) {
      list.push(scalar(item[1] ?? ''));
      continue;
    }
    if (/^\s/.test(line)) continue;
    const pair = PAIR.exec(line);
    if (!pair) return null;
    const [, name = '', written = ''] = pair;
    list = [];
    Object.defineProperty(values, name, { value: written.trim() === '' ? list : value(written), enumerable: true, configurable: true });
  }
  return values;
}

function value(written: string): unknown {
  const text = written.trim();
  if (text.startsWith('[') && text.endsWith(']')) return text.slice(1, -1).split(',').map(scalar);
  return scalar(text);
}

function scalar(written: string): string {
  const text = written.trim();
  const first = text[0];
  if (text.length > 1 && (first === '"' || first === "'") && text.endsWith(first)) {
    const inner = text.slice(1, -1);
    return first === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
  }
  return text.replace(/\s#.*$/, '');
}
