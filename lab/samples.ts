/**
 * What the engine finds of what was planted in the samples: who speaks, on which day, which figures, which positions.
 *
 *     npm run lab:samples [-- --errors speakers|said|figures|positions]
 *
 * `--errors` lists what is missed. A planted statement is found where the source, cue and content of a statement of the same
 * article cover most of the planted words.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Reading, readArticle, type Statement } from '../src/engine/index.js';
import { readSources } from '../src/readers/index.js';
import { loadEnglish } from '../src/runtime/load-english.js';

interface Planted {
  readonly file: string;
  readonly words: string;
}

interface PlantedKey {
  readonly speakers: readonly (Planted & { readonly source: string; readonly speaker: string })[];
  readonly said: readonly (Planted & { readonly said: string | null; readonly saidPeriod?: string; readonly retold: boolean })[];
  readonly figures: readonly (Planted & { readonly value: number; readonly unit: string; readonly speaker: string })[];
  readonly positions: readonly (Planted & { readonly speaker: string; readonly stance: string })[];
}

const samples = (name: string): string => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));

async function readSamples(): Promise<ReadonlyMap<string, Reading>> {
  const language = loadEnglish();
  const readings = new Map<string, Reading>();
  for await (const found of readSources([samples('articles')])) {
    if (found.kind === 'article') readings.set(basename(found.place.source), readArticle(found.article, language));
  }
  return readings;
}

/** The statements that answer for planted words, best first: those whose source, cue and content cover most of them. */
function answering(reading: Reading | undefined, { words }: Planted): readonly Statement[] {
  const start = reading?.article.text.indexOf(words) ?? -1;
  if (reading === undefined || start < 0) return [];
  const end = start + words.length;
  const covered = (statement: Statement): number => {
    const attribution = reading.attributions[statement.attribution];
    const spans = [...(attribution?.source ?? []), ...(attribution?.cue ?? []), ...(attribution?.content ?? [])];
    return spans.reduce((sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0) / words.length;
  };
  return reading.statements
    .map((statement) => ({ statement, share: covered(statement) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((one, other) => other.share - one.share)
    .map(({ statement }) => statement);
}

/** How much of the planted words a statement has to cover. */
const LEAST_SHARE = 0.6;

const plainName = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|an?) /, '');
const sameName = (one: string | null, other: string | null): boolean =>
  plainName(one) === plainName(other) || (plainName(one) !== '' && ` ${plainName(other)} `.includes(` ${plainName(one)} `));

const errors = process.argv[process.argv.indexOf('--errors') + 1];

function count<T extends Planted>(
  name: string,
  list: readonly T[],
  readings: ReadonlyMap<string, Reading>,
  test: (planted: T, found: Statement) => boolean,
): void {
  let found = 0;
  let right = 0;
  for (const planted of list) {
    const statements = answering(readings.get(planted.file), planted);
    if (statements.length > 0) found++;
    if (statements.some((statement) => test(planted, statement))) right++;
    else if (errors === name) {
      const [best] = statements;
      const told =
        best === undefined
          ? 'no statement'
          : JSON.stringify([
              best.speaker.kind,
              best.speaker.name,
              best.said.from,
              best.said.to,
              best.said.basis,
              best.figures.map(({ value, unit, qualifier }) => ({ value, unit, qualifier })),
              best.position?.stance ?? null,
            ]);
      const { file, words, ...wanted } = planted;
      process.stdout.write(`${file}: ${words}\n   want ${JSON.stringify(wanted)}\n    got ${told}\n`);
    }
  }
  process.stdout.write(`${name.padEnd(10)} right ${right} of ${list.length}, a statement found for ${found}\n`);
}

const key = JSON.parse(readFileSync(samples('planted.json'), 'utf8')) as PlantedKey;
const readings = await readSamples();
count('speakers', key.speakers, readings, ({ speaker }, found) => sameName(found.speaker.name, speaker));
count('said', key.said, readings, ({ said, saidPeriod }, { said: { from, to } }) => {
  const [first, last] = said !== null ? [said, said] : (saidPeriod?.split('/') ?? [null, null]);
  return from === (first ?? null) && to === (last ?? null);
});
const isUnit = (found: string | null, wanted: string): boolean =>
  ` ${plainName(found === '%' ? 'percent' : found)}`.endsWith(` ${plainName(wanted)}`);
count('figures', key.figures, readings, ({ value, unit }, { figures }) =>
  figures.some((figure) => figure.value === value && isUnit(figure.unit, unit)),
);
count(
  'positions',
  key.positions,
  readings,
  ({ stance, speaker }, found) => found.position?.stance === stance && sameName(found.speaker.name, speaker),
);
