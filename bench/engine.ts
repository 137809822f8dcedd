/**
 * How fast the engine reads, by stage: `npm run bench:engine -- [RUNS] [FOLDER]`.
 *
 * Reads the 840 articles of PolNeAR train where the corpora lie beside the repository, else the samples, RUNS times (5), and
 * prints the median of all runs but the first. Time is this process's own (user and system): other processes on the machine
 * lengthen it less than they do the clock's. The built package is measured, as users run it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { attribute } from '../dist/engine/attributions/attribute.js';
import { type Article, makeArticle } from '../dist/engine/index.js';
import { findMentions } from '../dist/engine/mentions/find-mentions.js';
import { makeStatements } from '../dist/engine/statements/make-statements.js';
import { splitSentences } from '../dist/engine/text/sentences.js';
import { tokenize } from '../dist/engine/text/tokens.js';
import { loadEnglish } from '../dist/runtime/load-english.js';

const runs = Math.max(2, Number(process.argv[2] ?? 5));
const root = fileURLToPath(new URL('..', import.meta.url));

interface Corpus {
  readonly name: string;
  readonly articles: readonly Article[];
}

function readCorpus(): Corpus {
  const corpus = `${root}/../shared/corpora/polnear/train.jsonl`;
  if (existsSync(corpus)) {
    const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
    return { name: 'PolNeAR train', articles: lines.map((line) => makeArticle(pick(JSON.parse(line) as Article))) };
  }
  const folder = `${root}/samples/articles`;
  const files = readdirSync(folder).filter((file) => /\.(?:md|txt)$/.test(file));
  return { name: 'the samples', articles: files.map((file) => makeArticle({ text: readFileSync(`${folder}/${file}`, 'utf8') })) };
}

const pick = ({ id, text, published, outlet, title }: Article): Partial<Article> & { readonly text: string } => ({
  id,
  text,
  published,
  outlet,
  title,
});

/** Milliseconds of processor time that the process has used. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const STAGES = ['tokens and tags', 'sentences and quotations', 'mentions', 'attributions', 'statements'] as const;

function measure({ articles }: Corpus): readonly number[] {
  const language = loadEnglish();
  const times: number[][] = [];
  for (let run = 0; run < runs; run++) {
    const marks = [spent()];
    const tokenized = articles.map((article) => tokenize(article, language));
    marks.push(spent());
    const sentenced = tokenized.map((one) => splitSentences(one, language));
    marks.push(spent());
    const mentioned = sentenced.map((one) => findMentions(one, language));
    marks.push(spent());
    const attributed = mentioned.map((one) => attribute(one, language));
    marks.push(spent());
    attributed.forEach((one) => {
      makeStatements(one, language);
    });
    marks.push(spent());
    if (run > 0) times.push(STAGES.map((_, stage) => (marks[stage + 1] ?? 0) - (marks[stage] ?? 0)));
  }
  return STAGES.map((_, stage) => median(times.map((row) => row[stage] ?? 0)));
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A text of five megabytes without a break: its time is to be what its length makes it. */
function longText(articles: readonly Article[], size: number): Article {
  const text = articles.map((article) => article.text.replaceAll('\n', ' ')).join(' ');
  return makeArticle({ text: text.repeat(Math.ceil(size / text.length)).slice(0, size) });
}

function measureLong(corpus: Corpus): readonly (readonly [number, number])[] {
  const language = loadEnglish();
  return [625_000, 1_250_000, 2_500_000, 5_000_000].map((size) => {
    const article = longText(corpus.articles, size);
    const start = spent();
    makeStatements(attribute(findMentions(splitSentences(tokenize(article, language), language), language), language), language);
    return [size, spent() - start] as const;
  });
}

const corpus = readCorpus();
const words = corpus.articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
const times = measure(corpus);
const total = times.reduce((one, other) => one + other, 0);
const perSecond = (time: number): string => Math.round((corpus.articles.length / time) * 1000).toLocaleString('en');
console.log(
  `${corpus.name}: ${corpus.articles.length} articles, ${words.toLocaleString('en')} words; ${cpus()[0]?.model ?? ''}, Node ${process.version}`,
);
console.log('| stage | articles a second | share |\n|---|---|---|');
STAGES.forEach((stage, index) => {
  const time = times[index] ?? 0;
  console.log(`| ${stage} | ${perSecond(time)} | ${Math.round((time / total) * 100)} % |`);
});
console.log(`| **all** | **${perSecond(total)}** | |`);
console.log(`\nmemory ${Math.round(process.memoryUsage().rss / 1e6)} MB, with all articles held\n`);
if (!process.argv.includes('--short')) {
  console.log('| one paragraph of | seconds |\n|---|---|');
  for (const [size, time] of measureLong(corpus)) console.log(`| ${(size / 1e6).toFixed(2)} MB | ${(time / 1000).toFixed(2)} |`);
}
