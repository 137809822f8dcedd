// npm run reference: docs/reference from the declarations of the built package. A test holds the pages to them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The doors of the package that programs import from, as package.json has them. */
function doors() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([door, to]) =>
    typeof to === 'object' ? [{ name: door === '.' ? 'onrecord' : `onrecord/${door.slice(2)}`, file: join(root, to.types) }] : [],
  );
}

const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\//g;

/** Declarations of a file by name: its text, and the comment right before it. */
function declarationsOf(text) {
  const found = new Map();
  const starts = [...text.matchAll(/^export (?:declare )?(?:abstract )?(function|const|class|interface|type) (\w+)/gm)];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1]?.index ?? text.length;
    const whole = text.slice(start.index, end).replace(/\n\/\/# sourceMappingURL.*$/s, '');
    const before = text.slice(0, start.index);
    const comment = [...before.matchAll(COMMENT)].at(-1);
    const isOwn = comment !== undefined && before.slice(comment.index + comment[0].length).trim() === '';
    // What follows belongs to the next declaration, or is nobody's.
    const body = declaration(whole);
    const known = found.get(start[2]);
    found.set(start[2], {
      kind: start[1],
      comment: known?.comment ?? (isOwn ? plain(comment[0]) : ''),
      text: known ? `${known.text}\n${body}` : body,
    });
  }
  return found;
}

/** A declaration up to its end: the brace or semicolon that closes it. */
function declaration(text) {
  let depth = 0;
  let inComment = false;
  for (let at = 0; at < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (inComment) {
      if (pair === '*/') inComment = false;
      continue;
    }
    if (pair === '/*') inComment = true;
    else if ('{(['.includes(text[at])) depth++;
    else if ('})]'.includes(text[at])) {
      depth--;
      if (depth === 0 && text[at] === '}' && /^export (?:declare )?(?:class|interface)/.test(text)) return text.slice(0, at + 1);
    } else if (text[at] === ';' && depth === 0) return text.slice(0, at + 1);
  }
  return text.trimEnd();
}

const plain = (comment) =>
  comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, ''))
    .join('\n')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .trim();

/** Everything that a file exports by name, followed into the files that it takes it from. */
function exportsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = declarationsOf(text);
  for (const [, list, from] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)';/gm)) {
    const there = exportsOf(pathOf(file, from));
    for (const entry of list.split(',').map((part) => part.trim().replace(/^type /, ''))) {
      if (entry === '') continue;
      const [name, as = name] = entry.split(' as ');
      const known = there.get(name);
      if (known !== undefined) found.set(as, known);
    }
  }
  for (const [, from] of text.matchAll(/^export (?:type )?\* from '(\.[^']+)';/gm))
    for (const [name, known] of exportsOf(pathOf(file, from))) if (!found.has(name)) found.set(name, known);
  return found;
}

const pathOf = (file, from) => join(dirname(file), from.replace(/\.js$/, '.d.ts'));

/** Functions first: what a program calls; then the rest. */
const ORDER = [
  ['Functions', (kind, text) => kind === 'function' || (kind === 'const' && /^export (?:declare )?const \w+: (?:<[^>]*>)?\(/.test(text))],
  ['Classes', (kind) => kind === 'class'],
  ['Values', (kind) => kind === 'const'],
  ['Types', () => true],
];

function pageOf({ name, file }) {
  const rest = new Map([...exportsOf(file)].sort(([one], [other]) => (one < other ? -1 : 1)));
  const parts = [
    `# ${name}`,
    '',
    `Made by \`npm run reference\` from the declarations of the package. [The library](../library.md) shows how it is used.`,
  ];
  for (const [title, belongs] of ORDER) {
    const own = [...rest].filter(([, { kind, text }]) => belongs(kind, text));
    if (own.length === 0) continue;
    parts.push('', `## ${title}`);
    for (const [key, { comment, text }] of own) {
      rest.delete(key);
      parts.push(
        '',
        `### ${key}`,
        '',
        ...(comment === '' ? [] : [comment, '']),
        '```ts',
        text.replace(/^export (?:declare )?/gm, ''),
        '```',
      );
    }
  }
  return `${parts.join('\n')}\n`;
}

/** Every page by its file name. */
export function referencePages() {
  const pages = new Map(doors().map((door) => [`${door.name.replace('/', '-')}.md`, pageOf(door)]));
  const index = doors().map(({ name }) => `* [\`${name}\`](${name.replace('/', '-')}.md)`);
  pages.set('README.md', `# Reference\n\nEverything that the package exports, with its types.\n\n${index.join('\n')}\n`);
  return pages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, 'docs', 'reference');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of referencePages()) writeFileSync(join(folder, name), text);
}
