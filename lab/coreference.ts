/**
 * How right are referents? Reads GUM's news and interviews and asks of each third-person pronoun for persons whether the
 * engine links it to a mention of the same cluster.
 *
 *     npm run lab:coreference -- [train|dev] [--errors]
 *
 * Counted are "he", "she", "him", "her", "his" and the like, and apart from them "they" and its forms, where the corpus marks
 * them as persons or groups of persons with an earlier mention that is no pronoun. A pronoun is right where the referent's
 * name, or the nearest mention of it that is no pronoun, overlaps a mention of the gold cluster by its head.
 */
import { makeArticle, type Reading, readArticle } from '../src/engine/index.js';
import { loadEnglish } from '../src/runtime/index.js';
import { corpusFile, type GumLine, type GumMention, type Part, readLines } from './corpora.js';

const given = process.argv.slice(2);
const part: Part = given.includes('dev') ? 'dev' : 'train';
const showsErrors = given.includes('--errors');
const english = loadEnglish();

const SINGULAR = /^(?:he|she|him|her|his|hers|himself|herself)$/i;
const PLURAL = /^(?:they|them|their|theirs|themselves)$/i;

interface Tally {
  right: number;
  wrong: number;
  open: number;
}
const tallies = { 'he, she': { right: 0, wrong: 0, open: 0 }, they: { right: 0, wrong: 0, open: 0 } } satisfies Record<string, Tally>;

for (const line of readLines<GumLine>(corpusFile('gum', part))) measure(line);
for (const [name, { right, wrong, open }] of Object.entries(tallies)) {
  const all = right + wrong + open;
  const percent = (count: number): string => ((100 * count) / Math.max(1, all)).toFixed(1);
  console.log(`${name.padEnd(10)} right ${percent(right)} %   wrong ${percent(wrong)} %   left open ${percent(open)} %   of ${all}`);
}

function measure(line: GumLine): void {
  const reading = readArticle(makeArticle({ id: line.id, text: line.text, language: 'en', published: line.published }), english);
  for (const mention of line.mentions) {
    const word = line.text.slice(mention.start, mention.end);
    const tally = SINGULAR.test(word) ? tallies['he, she'] : PLURAL.test(word) ? tallies.they : null;
    if (tally === null || mention.type !== 'person') continue;
    const cluster = line.mentions.filter((other) => other.cluster === mention.cluster);
    if (!cluster.some((other) => !isPronoun(line, other) && other.start < mention.start)) continue;
    score(line, reading, mention, cluster, tally);
  }
}

function isPronoun(line: GumLine, mention: GumMention): boolean {
  return mention.pronoun || SINGULAR.test(line.text.slice(mention.start, mention.end));
}

function score(line: GumLine, reading: Reading, pronoun: GumMention, cluster: readonly GumMention[], tally: Tally): void {
  const found = reading.mentions.find((mention) => mention.kind === 'pronoun' && reading.tokens[mention.from]?.start === pronoun.start);
  const referent = found?.referent == null ? undefined : reading.referents[found.referent];
  if (referent === undefined) {
    tally.open++;
    if (showsErrors) explain(line, pronoun, 'open', cluster, found?.reason);
    return;
  }
  const antecedents = referent.mentions
    .map((index) => reading.mentions[index])
    .filter((mention) => mention !== undefined && mention.kind !== 'pronoun');
  const right = antecedents.some((mention) => {
    const start = reading.tokens[mention?.head ?? 0]?.start ?? -1;
    return cluster.some(
      (gold) =>
        !gold.pronoun &&
        gold.start <= start &&
        start < gold.end &&
        (line.tokens[gold.head]?.[0] ?? 0) <= start + 40 &&
        narrow(line, gold, start),
    );
  });
  if (right) tally.right++;
  else {
    tally.wrong++;
    if (showsErrors) explain(line, pronoun, referent.name, cluster, found?.reason);
  }
}

/** The innermost gold mention that holds the place is this one: "the wife of Berg" is not Berg. */
function narrow(line: GumLine, gold: GumMention, place: number): boolean {
  const inner = line.mentions
    .filter((other) => other.start <= place && place < other.end && other.type === 'person')
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return inner === undefined || inner.cluster === gold.cluster;
}

function explain(line: GumLine, pronoun: GumMention, found: string, cluster: readonly GumMention[], reason: unknown): void {
  const gold = cluster.find((mention) => !mention.pronoun);
  const before = line.text.slice(Math.max(0, pronoun.start - 160), pronoun.start).replaceAll('\n', ' ');
  const word = line.text.slice(pronoun.start, pronoun.end);
  console.log(
    `${line.id}: …${before}[${word}]\n   got ${found} ${JSON.stringify(reason)}\n  want ${gold === undefined ? '' : line.text.slice(gold.start, gold.end)}`,
  );
}
