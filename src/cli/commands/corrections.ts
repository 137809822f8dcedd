import { readFile } from 'node:fs/promises';
import { type Correction, type CorrectionOutcome, readCorrections, writeCorrection } from '../../record/index.js';
import type { Run } from '../commands.js';
import type { Context, Options } from '../context.js';
import { addCorrection, correctionsOf, describeChange } from '../corrections.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';

/** Lists what was set right, takes an entry back, or brings entries from another file. */
export const corrections: Run = (context, [action = 'list', given = ''], options) => {
  switch (action) {
    case 'list':
      return list(context, options);
    case 'undo':
      return undo(context, options, given);
    case 'import':
      return bring(context, options, given);
    case 'export':
      return write(context, options);
    default:
      throw problem('action-wrong', action, 'list, undo ENTRY, import FILE, export');
  }
};

const list = (context: Context, options: Options): Promise<Exit> =>
  withRecord<Exit>(context, options, 'write', async (record) => {
    const entries = await correctionsOf(record);
    const outcomes = new Map((await record.correct(entries)).map((outcome) => [outcome.id, outcome]));
    if (options.json) await context.out.line(JSON.stringify(entries.map((entry) => ({ ...entry, ...outcomes.get(entry.id) }))));
    else for (const entry of entries) await context.out.line(describe(context, entry, outcomes.get(entry.id)));
    if (!options.json) await context.out.line(`${plural(entries.length, 'correction')}.`);
    return entries.length > 0 ? 'ok' : 'nothing-found';
  });

function describe({ style }: Context, { id, day, note, change }: Correction, outcome: CorrectionOutcome | undefined): string {
  const state =
    outcome === undefined || outcome.outcome === 'applied'
      ? ''
      : `  ${style.strong(`${outcome.outcome}${outcome.message === null ? '' : `: ${outcome.message}`}`)}`;
  return `${id}  ${day ?? 'day not given'}  ${describeChange(change)}${note === null ? '' : `  ${style.quiet(note)}`}${state}`;
}

const undo = (context: Context, options: Options, given: string): Promise<Exit> =>
  withRecord<Exit>(context, options, 'write', async (record) => {
    const [entry, ...more] = (await correctionsOf(record)).filter(({ id }) => given !== '' && id.startsWith(given));
    if (entry === undefined || more.length > 0) throw problem('entry-unknown', given);
    const added = await addCorrection(record, { kind: 'undo', entry: entry.id }, context.today, null);
    await context.out.line(options.json ? JSON.stringify(added) : `${added.id}: taken back that ${describeChange(entry.change)}.`);
    return 'ok';
  });

/** The entries as the file beside a record has them, wherever this record keeps them. */
const write = (context: Context, options: Options): Promise<Exit> =>
  withRecord<Exit>(context, options, 'read', async (record) => {
    const entries = await correctionsOf(record);
    for (const entry of entries) await context.out.line(writeCorrection(entry).trimEnd());
    return entries.length > 0 ? 'ok' : 'nothing-found';
  });

/** Entries that are there already are passed over, so that bringing a file twice changes nothing. */
const bring = (context: Context, options: Options, path: string): Promise<Exit> =>
  withRecord<Exit>(context, options, 'write', async (record) => {
    const text = await readFile(path, 'utf8').catch((error: Error) => {
      throw problem('draft-unreadable', path, error.message);
    });
    const { corrections: brought, mistakes } = readCorrections(text);
    const known = new Set((await correctionsOf(record)).map(({ change }) => JSON.stringify(change)));
    let count = 0;
    for (const { change, day, note } of brought) {
      if (known.has(JSON.stringify(change))) continue;
      await addCorrection(record, change, day ?? context.today, note);
      count++;
    }
    for (const { line, message } of mistakes) await context.messages.line(`onrecord: ${path}:${line} ${message}`);
    await context.out.line(options.json ? JSON.stringify({ added: count, mistakes }) : `${plural(count, 'correction')} added.`);
    return mistakes.length === 0 ? 'ok' : 'some-input-failed';
  });
