import type { Act, Day, SpeakerKind, Stance } from '../../engine/index.js';
import { type Change, readCorrections } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Options, optionText } from '../context.js';
import { addCorrection, describeChange } from '../corrections.js';
import type { Exit } from '../exit-codes.js';
import { findStatement } from '../find-statement.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';

/** Sets one thing right about one statement. */
export const correct: Run = (context, [given = ''], options) =>
  withRecord<Exit>(context, options, 'write', async (record) => {
    const statement = await findStatement(record, given);
    const change = checked(changeOf(statement, options));
    const correction = await addCorrection(record, change, context.today, optionText(options, 'note') ?? null);
    await context.out.line(options.json ? JSON.stringify(correction) : `${correction.id}: ${describeChange(change)}.`);
    return 'ok';
  });

function changeOf(statement: string, options: Options): Change {
  const given = ['said', 'speaker', 'act', 'stance', 'words', 'withdraw'].filter((name) => options[name] !== undefined);
  const [only] = given;
  if (only === undefined || given.length > 1) throw problem('one-change');
  const value = optionText(options, only) ?? '';
  switch (only) {
    case 'said': {
      const [from, to] = daysOf(value);
      return { kind: 'said', statement, from, to };
    }
    case 'speaker':
      return {
        kind: 'speaker',
        statement,
        name: value === 'unknown' ? null : value,
        speakerKind: (value === 'unknown' ? 'unresolved' : (optionText(options, 'kind') ?? 'person')) as SpeakerKind,
      };
    case 'act':
      return { kind: 'act', statement, act: value as Act };
    case 'stance':
      return {
        kind: 'position',
        statement,
        stance: value === 'none' ? null : (value as Stance),
        target: optionText(options, 'target') ?? null,
        condition: optionText(options, 'condition') ?? null,
      };
    case 'words':
      return { kind: 'words', statement, words: value };
    default:
      return { kind: 'withdraw', statement };
  }
}

/** "2031-03-14", "2031-03-01..2031-03-14", "unknown". */
function daysOf(value: string): readonly [Day | null, Day | null] {
  if (value === 'unknown') return [null, null];
  const match = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(value);
  if (match?.[1] === undefined) throw problem('day-wrong', value);
  return [match[1], match[2] ?? match[1]];
}

/** The same check that every line of the file must pass: what it would not read is not written. */
function checked(change: Change): Change {
  const { mistakes } = readCorrections(JSON.stringify({ id: 'new', day: null, note: null, change }));
  const [mistake] = mistakes;
  if (mistake !== undefined) throw problem('correction-refused', mistake.message);
  return change;
}
