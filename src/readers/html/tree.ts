import { Parser } from 'htmlparser2';

/** An element of a page. Text lies in `children` as strings, entities decoded. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly parent: Element | null;
}

/** What a page may cost. Beyond the depth an element's text is kept and its tag ignored; beyond the count reading stops. */
export interface TreeLimits {
  readonly depth: number;
  readonly elements: number;
  /** Elements open at one time, beyond which reading stops: the parser's time grows with the square of them. */
  readonly open: number;
}

/** Browsers cut at a depth of 512 too; the largest of several hundred real pages had 9,000 elements. */
const LIMITS: TreeLimits = { depth: 512, elements: 200_000, open: 5_000 };

export interface Page {
  readonly root: Element;
  /** True where the page went over a limit, and the rest was not read. */
  readonly cut: boolean;
}

/** How much is parsed between two looks at the limits, in code units. */
const CHUNK = 16_384;

/** Elements whose text nobody sees; their text is not part of the tree, but for JSON-LD scripts. */
const UNSEEN = new Set(['style', 'template', 'noscript', 'svg', 'math', 'object', 'canvas', 'select', 'iframe', 'audio', 'video']);

/** Parses a page, however broken, in time linear in its length. */
export function parsePage(html: string, limits: TreeLimits = LIMITS): Page {
  const root: Element = { name: '#root', attributes: {}, children: [], parent: null };
  let current = root;
  let depth = 0;
  let ignored = 0;
  let unseen = 0;
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen > 0 || UNSEEN.has(name)) {
          unseen++;
          return;
        }
        count++;
        if (depth >= limits.depth || count > limits.elements) {
          ignored++;
          return;
        }
        const element: Element = { name, attributes, children: [], parent: current };
        current.children.push(element);
        current = element;
        depth++;
      },
      ontext(text) {
        if (unseen === 0 && count <= limits.elements && (current.name !== 'script' || isData(current))) current.children.push(text);
      },
      onclosetag() {
        if (unseen > 0) unseen--;
        else if (ignored > 0) ignored--;
        else if (current.parent !== null) {
          current = current.parent;
          depth--;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  let stopped = false;
  for (let at = 0; at < html.length && !stopped; at += CHUNK) {
    parser.write(html.slice(at, at + CHUNK));
    stopped = depth + ignored + unseen > limits.open || count > limits.elements;
  }
  parser.end();
  return { root, cut: stopped };
}

const isData = (element: Element): boolean => /ld\+json/i.test(element.attributes.type ?? '');

/** Visits every element below `element`, in the order of the page. */
export function visit(element: Element, see: (element: Element) => void): void {
  const stack: Element[] = [element];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    see(next);
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child !== undefined && typeof child !== 'string') stack.push(child);
    }
  }
}

/** All text below an element, white space folded. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const stack: (Element | string)[] = [element];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') parts.push(next);
    else for (let index = next.children.length - 1; index >= 0; index--) stack.push(next.children[index] ?? '');
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
