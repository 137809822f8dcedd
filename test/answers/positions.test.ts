import { describe, expect, test } from 'vitest';
import { createIssueMatcher } from '../../src/answers/issues/issue-matcher.js';
import { comparePositions } from '../../src/answers/positions/compare.js';
import { conditionChange, sameCondition } from '../../src/answers/positions/condition-change.js';
import { positionsMatrix } from '../../src/answers/positions/matrix.js';
import type { PositionedStatement } from '../../src/answers/positions/positioned-statement.js';
import { positionsTimeline } from '../../src/answers/positions/positions-timeline.js';
import { findShifts } from '../../src/answers/positions/shifts.js';

const matcher = createIssueMatcher([
  { id: 'ceasefire', name: 'Ceasefire', terms: ['truce', 'ceasefire'], not: [], opposite: ['break * truce'] },
  { id: 'talks', name: 'Talks', terms: ['talks'], not: [], opposite: [] },
]);

let count = 0;

function said(
  speaker: string,
  day: string | null,
  stance: PositionedStatement['stance'],
  more: Partial<PositionedStatement> = {},
): PositionedStatement {
  const id = `${++count}`;
  return {
    id,
    speaker: speaker.toLowerCase(),
    speakerName: speaker,
    stance,
    target: 'a truce',
    condition: null,
    evidence: '',
    words: `words of statement ${id}`,
    act: 'states',
    whom: null,
    from: day,
    to: day,
    retold: false,
    printed: day,
    outlet: 'Meridian Post',
    ...more,
  };
}

const shiftsOf = (...statements: readonly PositionedStatement[]) => findShifts(positionsTimeline({ statements, matcher }).lanes);
const steps = (...statements: readonly PositionedStatement[]): readonly string[] =>
  shiftsOf(...statements).shifts.map(
    ({ then, now, condition }) => `${then.from} ${then.stance} > ${now.from} ${now.stance} (${condition})`,
  );

describe('shifts', () => {
  test('a side that changed', () =>
    expect(steps(said('Varga', '2031-01-02', 'against'), said('Varga', '2031-02-02', 'for'))).toEqual([
      '2031-01-02 against > 2031-02-02 for (same)',
    ]));

  test('a condition that appeared, went, hardened, softened', () => {
    const on = (day: string, condition: string | null) => said('Varga', day, condition === null ? 'for' : 'only-if', { condition });
    expect(
      steps(
        on('2031-01-01', null),
        on('2031-02-01', 'if the monitors come'),
        on('2031-03-01', 'if the monitors and the police come'),
        on('2031-04-01', 'if the police come'),
        on('2031-05-01', 'once the bridge is open'),
        on('2031-06-01', null),
      ).map((step) => step.replace(/.*\(/, '(')),
    ).toEqual(['(went)', '(changed)', '(softened)', '(hardened)', '(appeared)']);
  });

  test('one condition in other words is no shift', () =>
    expect(
      steps(
        said('Varga', '2031-01-02', 'only-if', { condition: 'if the troops left the valley' }),
        said('Varga', '2031-01-09', 'only-if', { condition: 'but only if the troops leave the valley' }),
      ),
    ).toEqual([]));

  test('other speakers and other issues do not mix', () =>
    expect(
      steps(
        said('Varga', '2031-01-02', 'against'),
        said('Berg', '2031-02-02', 'for'),
        said('Varga', '2031-02-02', 'for', { target: 'talks' }),
      ),
    ).toEqual([]));

  test('copies make none, even where an outlet gives another day', () => {
    const words = 'We will never sign such a paper in this palace';
    expect(
      steps(
        said('Varga', '2031-01-02', 'against', { words }),
        said('Varga', '2031-02-02', 'for'),
        said('Varga', '2031-02-03', 'against', { words, outlet: 'Harbour Wire' }),
      ),
    ).toHaveLength(1);
  });

  test('what is retold belongs to its old day and makes none', () => {
    const retold = said('Varga', null, 'against', { from: '2031-01-01', to: '2031-01-31', retold: true, printed: '2031-02-02' });
    const statements = [said('Varga', '2031-01-15', 'against'), said('Varga', '2031-02-02', 'for'), retold];
    expect(steps(...statements)).toHaveLength(1);
    const [lane] = positionsTimeline({ statements, matcher }).lanes;
    expect(lane?.days.map((day) => day.statements.length)).toEqual([2, 1]);
  });

  test('an old position known only from later is marked, and is a step of its own', () => {
    const retold = said('Varga', null, 'against', { from: '2030-11-01', to: '2030-11-30', retold: true, printed: '2031-02-02' });
    const [shift] = shiftsOf(said('Varga', '2031-02-02', 'for'), retold).shifts;
    expect(shift?.then.reportedLater).toBe(true);
  });

  test('for and against on one day is a contradiction and no shift', () => {
    const { shifts, contradictions } = shiftsOf(
      said('Varga', '2031-01-02', 'for'),
      said('Varga', '2031-01-02', 'against'),
      said('Varga', '2031-03-02', 'for'),
    );
    expect(shifts).toEqual([]);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]?.day).toMatchObject({ stance: 'unclear', contradiction: true });
    expect(contradictions[0]?.day.statements).toHaveLength(2);
  });

  test('a condition that one outlet leaves out is no contradiction: the fuller wording counts', () => {
    const [lane] = positionsTimeline({
      statements: [said('Varga', '2031-01-02', 'for'), said('Varga', '2031-01-02', 'only-if', { condition: 'if they stop' })],
      matcher,
    }).lanes;
    expect(lane?.days).toMatchObject([{ stance: 'only-if', condition: 'if they stop', contradiction: false }]);
  });

  test('statements without a day are shown apart', () => {
    const [lane] = positionsTimeline({ statements: [said('Varga', '2031-01-02', 'against'), said('Varga', null, 'for')], matcher }).lanes;
    expect(lane?.days).toHaveLength(1);
    expect(lane?.undated).toHaveLength(1);
  });

  test('to be for the opposite course is to be against', () =>
    expect(steps(said('Varga', '2031-01-02', 'for', { target: 'break the truce' }), said('Varga', '2031-02-02', 'for'))).toEqual([
      '2031-01-02 against > 2031-02-02 for (same)',
    ]));
});

test('conditions', () => {
  expect(sameCondition('if Varnian troops left the valley', 'only if the Varnian troops leave the valley')).toBe(true);
  expect(sameCondition('if they leave', null)).toBe(false);
  expect(conditionChange('if the troops leave', 'once the sanctions end')).toBe('changed');
});

test('several on one clock, in the order asked for', () => {
  const statements = [
    said('Lena Varga', '2031-01-02', 'for'),
    said('Jon Berg', '2031-01-02', 'against'),
    said('Lena Varga', '2031-01-05', 'against'),
  ];
  const { lanes, clock, lookedAt } = comparePositions({ statements, matcher, holders: ['Berg', 'Lena Varga'], issues: [0] });
  expect(lanes.map(({ holderName }) => holderName)).toEqual(['Jon Berg', 'Lena Varga']);
  expect(clock.map(({ from, positions }) => [from, ...positions.map((day) => day?.stance ?? null)])).toEqual([
    ['2031-01-02', 'against', 'for'],
    ['2031-01-05', null, 'against'],
  ]);
  expect(lookedAt).toEqual({ statements: 3, outlets: 1, from: '2031-01-02', to: '2031-01-05' });
});

test('the matrix shows the latest of each, and groups only whom the file names', () => {
  const statements = [
    said('Varga', '2031-01-02', 'for'),
    said('Varga', '2031-03-02', 'against'),
    said('Halvik', '2031-02-02', 'for', { target: 'talks' }),
    said('Berg', null, 'for'),
  ];
  const groups = [{ id: 'government', name: 'Government', members: ['Varga', 'Halvik'] }];
  const { rows, issues } = positionsMatrix({ statements, matcher, groups });
  expect(issues).toEqual([0, 1]);
  expect(
    rows.map(({ holderName, cells }) => [
      holderName,
      ...cells.map((cell) => cell && `${cell.stance} ${cell.day} ${cell.statements.length}`),
    ]),
  ).toEqual([
    ['Government', 'against 2031-03-02 2', 'for 2031-02-02 1'],
    ['Berg', 'for null 1', null],
  ]);
});
