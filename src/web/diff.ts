/** One run of words that two texts share, or that only one of them has. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this product of lengths the middle is shown as replaced whole: a table of that size would take seconds. */
const MOST_CELLS = 1_000_000;

const unitsOf = (text: string): readonly string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Word by word, what was taken from the one text and what the other has instead. Joined, each side gives its text back. */
export function wordDifferences(before: string, after: string): readonly Difference[] {
  return differences(unitsOf(before), unitsOf(after), '');
}

/** Line by line. */
export const lineDifferences = (before: readonly string[], after: readonly string[]): readonly Difference[] =>
  differences(before, after, '\n');

function differences(before: readonly string[], after: readonly string[], joint: string): readonly Difference[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const middle = middleDifferences(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const steps = [
    ...before.slice(0, start).map((text): Difference => ({ kind: 'same', text })),
    ...middle,
    ...before.slice(before.length - end).map((text): Difference => ({ kind: 'same', text })),
  ];
  return joint === '' ? runsOf(withoutIslands(steps)) : steps;
}

function middleDifferences(before: readonly string[], after: readonly string[]): readonly Difference[] {
  if (before.length * after.length > MOST_CELLS) {
    return [
      ...before.map((text): Difference => ({ kind: 'removed', text })),
      ...after.map((text): Difference => ({ kind: 'added', text })),
    ];
  }
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Difference[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      steps.push({ kind: 'same', text: before[row++] ?? '' });
      column++;
    } else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: 'removed', text: before[row++] ?? '' });
    } else steps.push({ kind: 'added', text: after[column++] ?? '' });
  }
  return steps;
}

/** White space that two texts share between words that differ belongs to the difference: else replaced words would alternate. */
function withoutIslands(steps: readonly Difference[]): readonly Difference[] {
  const tidy: Difference[] = [];
  let [removed, added] = ['', ''];
  let space = '';
  const flush = (): void => {
    if (removed !== '') tidy.push({ kind: 'removed', text: removed });
    if (added !== '') tidy.push({ kind: 'added', text: added });
    if (space !== '') tidy.push({ kind: 'same', text: space });
    [removed, added, space] = ['', '', ''];
  };
  for (const step of steps) {
    const changing = removed !== '' && added !== '';
    if (step.kind === 'same' && changing && space === '' && /^\s+$/.test(step.text)) space = step.text;
    else if (step.kind === 'same') {
      flush();
      tidy.push(step);
    } else {
      removed += space;
      added += space;
      space = '';
      if (step.kind === 'removed') removed += step.text;
      else added += step.text;
    }
  }
  flush();
  return tidy;
}

function runsOf(steps: readonly Difference[]): readonly Difference[] {
  const runs: { kind: Difference['kind']; text: string }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.kind === step.kind) last.text += step.text;
    else runs.push({ ...step });
  }
  return runs;
}
