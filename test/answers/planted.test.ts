import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createIssueMatcher } from '../../src/answers/issues/issue-matcher.js';
import { parseIssues } from '../../src/answers/issues/parse-issues.js';
import { type PositionedStatement, positionedStatement } from '../../src/answers/positions/positioned-statement.js';
import { positionsTimeline } from '../../src/answers/positions/positions-timeline.js';
import { findShifts } from '../../src/answers/positions/shifts.js';
import type { Stance } from '../../src/engine/index.js';
import { sampleRecord } from '../web/sample-record.js';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

interface PlantedPosition {
  readonly file: string;
  readonly speaker: string;
  readonly words: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly condition: string | null;
  readonly said: string | null;
  readonly saidPeriod?: string;
  readonly retold: boolean;
  readonly artefact?: string;
}

interface Place {
  readonly file: string;
  readonly words: string;
}

interface Planted {
  readonly articles: readonly { readonly file: string; readonly outlet: string; readonly published: string | null }[];
  readonly positions: readonly PlantedPosition[];
  readonly shifts: readonly { readonly speaker: string; readonly issue: string; readonly from: Place; readonly to: Place }[];
  readonly contradictions: readonly { readonly speaker: string; readonly issue: string; readonly day: string }[];
}

const planted = JSON.parse(readFileSync(path('samples/planted.json'), 'utf8')) as Planted;
const { issues } = parseIssues(readFileSync(path('data/issues/peace-process.toml'), 'utf8'), 'peace-process.toml');
const matcher = createIssueMatcher(issues);

/** The planted positions as statements: the answers are held to the key whatever the engine reads. Their issue's first term is their target. */
function plantedStatements(): readonly PositionedStatement[] {
  const articles = new Map(planted.articles.map((article) => [article.file, article]));
  return planted.positions.map((position, index): PositionedStatement => {
    const [from = null, to = null] = position.said !== null ? [position.said, position.said] : (position.saidPeriod?.split('/') ?? []);
    const article = articles.get(position.file);
    return {
      id: `${index}`,
      speaker: position.speaker,
      speakerName: position.speaker,
      stance: position.stance,
      target: issues.find((issue) => issue.id === position.issue)?.terms[0] ?? '',
      condition: position.condition,
      evidence: '',
      words: position.words,
      act: 'states',
      whom: null,
      from,
      to,
      retold: position.retold,
      printed: article?.published?.slice(0, 10) ?? null,
      outlet: article?.outlet ?? null,
    };
  });
}

interface Step {
  readonly speaker: string;
  readonly issue: string;
  readonly from: string;
  readonly to: string;
}

/** A step by who, on what, from which stance on which day, to which. */
function stepsOf(statements: readonly PositionedStatement[]): {
  readonly steps: readonly Step[];
  readonly contradictions: readonly string[];
} {
  const groups = parseIssues(readFileSync(path('samples/groups.toml'), 'utf8'), 'groups.toml').groups;
  const { shifts, contradictions } = findShifts(positionsTimeline({ statements, matcher, groups }).lanes);
  return {
    steps: shifts.map(({ holderName, issue, then, now }) => ({
      speaker: holderName,
      issue: issues[issue]?.id ?? '',
      from: `${then.from} ${then.stance}`,
      to: `${now.from} ${now.stance}`,
    })),
    contradictions: contradictions.map(({ holderName, issue, day }) => `${holderName} ${issues[issue]?.id} ${day.from}`),
  };
}

function plantedSteps(): readonly Step[] {
  const dayAndStance = (issue: string, speaker: string, { file, words }: Place): string => {
    const position = planted.positions.find(
      (one) =>
        one.file === file && one.issue === issue && one.speaker === speaker && (one.words.includes(words) || words.includes(one.words)),
    );
    return `${position?.said} ${position?.stance}`;
  };
  return planted.shifts.map(({ speaker, issue, from, to }) => ({
    speaker,
    issue,
    from: dayAndStance(issue, speaker, from),
    to: dayAndStance(issue, speaker, to),
  }));
}

const sorted = <T>(list: readonly T[]): readonly string[] => list.map((one) => JSON.stringify(one)).toSorted();

describe('from the planted positions', () => {
  const found = stepsOf(plantedStatements());

  test('every planted shift is found, and no other', () => expect(sorted(found.steps)).toEqual(sorted(plantedSteps())));

  test('every contradiction of one day is found, and no other', () =>
    expect(found.contradictions.toSorted()).toEqual(
      planted.contradictions.map(({ speaker, issue, day }) => `${speaker} ${issue} ${day}`).toSorted(),
    ));
});

/** Of the planted shifts, so many are found in the engine's own reading of the samples. A floor: it only rises. */
const FOUND_IN_READING = 10;

describe('from the articles as the engine reads them', async () => {
  const record = await sampleRecord();
  const statements: PositionedStatement[] = [];
  for await (const recorded of record.iterate({ filter: { kind: 'position' } })) {
    const positioned = positionedStatement(recorded);
    if (positioned !== null) statements.push(positioned);
  }
  await record.close();
  const { steps } = stepsOf(statements);
  const stanceOf = (dayAndStance: string): string => dayAndStance.split(' ')[1] ?? '';
  const known = plantedSteps();

  test('the planted shifts are found', () => {
    const found = known.filter((one) =>
      steps.some(
        (step) =>
          step.speaker === one.speaker &&
          step.issue === one.issue &&
          stanceOf(step.to) === stanceOf(one.to) &&
          step.to.startsWith(one.to.slice(0, 10)),
      ),
    );
    expect(found.length).toBeGreaterThanOrEqual(FOUND_IN_READING);
  });

  test('every shift goes from one planted stance to another of the same speaker on the same issue', () => {
    const wrong = steps.filter(
      (step) =>
        !known.some(
          (one) =>
            one.speaker === step.speaker && one.issue === step.issue && [one.from, one.to].map(stanceOf).includes(stanceOf(step.from)),
        ) || !known.some((one) => one.speaker === step.speaker && one.issue === step.issue && one.to === step.to),
    );
    expect(wrong).toEqual([]);
  });
});
