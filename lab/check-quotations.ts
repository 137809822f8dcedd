import { performance } from 'node:perf_hooks';
import { checkQuotation, type QuotationCheck, type Verdict } from '../src/answers/index.js';
import { readArticle } from '../src/engine/index.js';
import { openRecord, type RecordedStatement, type StatementRecord } from '../src/record/index.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type NewsLine, readLines } from './corpora.js';
import { randomNumbers, shuffled } from './training/random.js';

/**
 * How often altered quotations get the right verdict at the right place, and how often invented ones are found:
 * `npx tsx lab/check-quotations.ts [QUOTATIONS]`. Quotations of the labelled train articles, as the engine reads them, are
 * altered; invented ones follow the word pairs of the same quotations. `--errors` prints what went wrong.
 */
const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 1_000);
const printErrors = process.argv.includes('--errors');
const random = randomNumbers(11);

interface Altered {
  readonly kind: string;
  readonly quotation: string;
  readonly expected: Verdict;
  readonly origins: readonly RecordedStatement[];
}

const between = (low: number, high: number): number => low + Math.floor(random() * (high - low));

/** Ways to alter the words of a quotation; null where its words do not allow it. */
const WAYS: Readonly<Record<string, (words: readonly string[], other: readonly string[]) => readonly [string, Verdict] | null>> = {
  'other marks': (words) => [`“${words.join(' ').replace(/["“”]/g, '').replace(/['’]/g, '’')}”`, 'exact'],
  'a part': (words) => [words.slice(2, -2).join(' '), 'exact'],
  'one dropped': (words) => [without(words, between(2, words.length - 2)).join(' '), 'altered'],
  'two swapped': (words) => {
    const at = between(2, words.length - 3);
    const [one = '', two = ''] = words.slice(at, at + 2);
    return key(one) === key(two) || key(one) === '' || key(two) === ''
      ? null
      : [[...words.slice(0, at), two, one, ...words.slice(at + 2)].join(' '), 'altered'];
  },
  negated: (words) => {
    const at = words.findIndex(
      (word, index) => index > 0 && /^(?:is|are|was|were|will|would|can|could|should|have|has|do|did)$/.test(word),
    );
    return at < 1 ? null : [[...words.slice(0, at + 1), 'not', ...words.slice(at + 1)].join(' '), 'altered'];
  },
  'a name changed': (words) => {
    const at = words.findIndex((word, index) => index > 1 && index < words.length - 1 && /^[A-Z][a-z]{3,}$/.test(word));
    return at < 0 ? null : [[...words.slice(0, at), 'Varga', ...words.slice(at + 1)].join(' '), 'altered'];
  },
  'another spelling': (words) => {
    const at = words.findIndex((word, index) => index > 1 && index < words.length - 1 && /^[a-z]{7,}$/.test(word));
    const word = words[at] ?? '';
    return at < 0 ? null : [[...words.slice(0, at), word.slice(0, 3) + word.slice(4), ...words.slice(at + 1)].join(' '), 'altered'];
  },
  'an ellipsis': (words) => (words.length < 13 ? null : [`${words.slice(0, 5).join(' ')} ... ${words.slice(-4).join(' ')}`, 'shortened']),
  'two joined': (words, other) => [`${words.slice(0, 6).join(' ')} ${other.slice(-6).join(' ')}`, 'stitched'],
};

const key = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');
const without = (words: readonly string[], at: number): readonly string[] => {
  let dropped = at;
  while (dropped < words.length - 1 && key(words[dropped] ?? '') === '') dropped++;
  return words.filter((_, index) => index !== dropped);
};

async function fill(record: StatementRecord): Promise<void> {
  const language = loadEnglish();
  const lines = readLines<NewsLine>(corpusFile('polnear', 'train'));
  for (let from = 0; from < lines.length; from += 50)
    await record.file(lines.slice(from, from + 50).map((line) => ({ reading: readArticle(articleOf(line), language) })));
}

const quotedWords = ({ statement }: RecordedStatement): readonly string[] =>
  (statement.citation.exact[0] ?? '')
    .replace(/["“”]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:…|\.{3})$/.test(word) && !word.includes('['));

async function quotations(record: StatementRecord): Promise<readonly RecordedStatement[]> {
  const all: RecordedStatement[] = [];
  for await (const one of record.iterate({ filter: { kind: 'manner', is: 'direct' } }))
    if (quotedWords(one).length >= 10 && quotedWords(one).length <= 60 && !/…|\.\.|\[/.test(one.statement.words)) all.push(one);
  return shuffled(all, 5);
}

function alterAll(statements: readonly RecordedStatement[]): readonly Altered[] {
  const kinds = Object.keys(WAYS);
  const made: Altered[] = [];
  for (let index = 0; made.length < count && index < count * 20; index++) {
    const kind = kinds[made.length % kinds.length] ?? '';
    const one = statements[index % statements.length];
    const other = statements[(index * 7 + 3) % statements.length];
    if (one === undefined || other === undefined || one.article.sha256 === other.article.sha256) continue;
    const altered = WAYS[kind]?.(quotedWords(one), quotedWords(other));
    if (altered) made.push({ kind, quotation: altered[0], expected: altered[1], origins: kind === 'two joined' ? [one, other] : [one] });
  }
  return made;
}

/** Right when the verdict is, and every origin is among what was found. */
const isRight = (answer: QuotationCheck, { expected, origins }: Altered): boolean =>
  answer.verdict === expected &&
  origins.every(({ statement, article }) =>
    answer.parts.some(({ matches }) =>
      matches.some(
        ({ head, spans }) =>
          head.sha256 === article.sha256 &&
          spans.some((span) => statement.citation.spans.some(({ start, end }) => span.start < end && span.end > start)),
      ),
    ),
  );

/** Sentences that nobody said, made from pairs of words that somebody did. */
function invent(statements: readonly RecordedStatement[]): readonly string[] {
  const followers = new Map<string, string[]>();
  for (const one of statements) {
    const words = quotedWords(one);
    words.forEach((word, index) => {
      const next = words[index + 1];
      if (next !== undefined) followers.set(word, [...(followers.get(word) ?? []), next]);
    });
  }
  return Array.from({ length: count }, (_, index) => {
    const words = [quotedWords(statements[(index * 13) % statements.length] as RecordedStatement)[0] ?? 'We'];
    const length = between(8, 25);
    while (words.length < length) {
      const options = followers.get(words.at(-1) ?? '') ?? [...followers.keys()];
      words.push(options[between(0, options.length)] ?? 'we');
    }
    return words.join(' ');
  });
}

const line = (name: string, value: string): void => console.log(`${name.padEnd(40)}${value}`);

async function measureAltered(record: StatementRecord, altered: readonly Altered[]): Promise<void> {
  const right = new Map<string, number>();
  const total = new Map<string, number>();
  for (const one of altered) {
    const answer = await checkQuotation(record, { quotation: one.quotation });
    total.set(one.kind, (total.get(one.kind) ?? 0) + 1);
    if (isRight(answer, one)) right.set(one.kind, (right.get(one.kind) ?? 0) + 1);
    else if (printErrors)
      console.log(
        one.kind,
        answer.verdict,
        JSON.stringify(one.quotation),
        JSON.stringify(one.origins.map(({ statement }) => statement.words)),
        JSON.stringify(
          answer.parts.map((part) => [part.words, part.matches[0]?.voice, part.matches[0]?.words, part.matches[0]?.similarity]),
        ),
      );
  }
  for (const [kind, all] of total) line(kind, `${right.get(kind) ?? 0} of ${all} right`);
  const sum = [...right.values()].reduce((all, one) => all + one, 0);
  line('altered quotations', `${((100 * sum) / altered.length).toFixed(1)} % right`);
}

async function measureInvented(record: StatementRecord, invented: readonly string[]): Promise<void> {
  const found = new Map<string, number>();
  for (const quotation of invented) {
    const { verdict, parts } = await checkQuotation(record, { quotation });
    if (verdict === 'not-found') continue;
    found.set(verdict, (found.get(verdict) ?? 0) + 1);
    if (printErrors)
      console.log(
        'invented',
        verdict,
        JSON.stringify(quotation),
        JSON.stringify(parts.map((part) => [part.words, part.matches[0]?.words, part.matches[0]?.similarity])),
      );
  }
  const sum = [...found.values()].reduce((all, one) => all + one, 0);
  line('invented quotations', `${((100 * sum) / invented.length).toFixed(1)} % found ${JSON.stringify(Object.fromEntries(found))}`);
}

const record = await openRecord(':memory:', 'write');
await fill(record);
const statements = await quotations(record);
line('quotations to choose from', String(statements.length));
const start = performance.now();
await measureAltered(record, alterAll(statements));
await measureInvented(record, invent(statements));
line('a check', `${((performance.now() - start) / (2 * count)).toFixed(1)} ms on average`);
await record.close();
