import { readFile } from 'node:fs/promises';
import { stringify } from 'smol-toml';
import { importRegistry } from '../../engine/index.js';
import type { Change, SpeakerSummary, StatementRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import { addCorrection, describeChange } from '../corrections.js';
import type { Exit } from '../exit-codes.js';
import { findStatement } from '../find-statement.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';

const ACTIONS = 'list [NAME], merge FROM INTO, split FROM NAME STATEMENT…, rename SPEAKER NAME, role SPEAKER ROLE, import FILE';

/** Lists speakers, sets them right, or makes registry entries of an export. */
export const speaker: Run = (context, [action = 'list', ...given], options) => {
  switch (action) {
    case 'list':
      return list(context, options, given.join(' '));
    case 'import':
      return bring(context, options, given[0] ?? '');
    case 'merge':
    case 'split':
    case 'rename':
    case 'role':
      return withRecord<Exit>(context, options, 'write', async (record) => {
        const change = await changeOf(record, action, given, options);
        const correction = await addCorrection(record, change, context.today, optionText(options, 'note') ?? null);
        await context.out.line(options.json ? JSON.stringify(correction) : `${correction.id}: ${describeChange(change)}.`);
        return 'ok';
      });
    default:
      throw problem('action-wrong', action, ACTIONS);
  }
};

const MOST_LISTED = 200;

const list = (context: Context, options: Options, name: string): Promise<Exit> =>
  withRecord<Exit>(context, options, 'read', async (record) => {
    const speakers = await record.speakers({ name: name === '' ? null : name, limit: MOST_LISTED });
    if (options.json) await context.out.line(JSON.stringify(speakers));
    else for (const one of speakers) await context.out.line(describe(context, one));
    return speakers.length > 0 ? 'ok' : 'nothing-found';
  });

function describe({ style }: Context, { name, kind, key, variants, statements, from, to }: SpeakerSummary): string {
  const days = from === null ? '' : `, ${from} – ${to ?? ''}`;
  const also = variants.length === 0 ? '' : `; also ${variants.join(', ')}`;
  return `${style.strong(name ?? kind)}  ${plural(statements, 'statement')}${days}${also}  ${style.quiet(`${kind} · ${key}`)}`;
}

async function changeOf(
  record: StatementRecord,
  action: 'merge' | 'split' | 'rename' | 'role',
  given: readonly string[],
  options: Options,
): Promise<Change> {
  const [first = '', second = '', ...rest] = given;
  if (first === '' || second === '') throw problem('action-wrong', action, ACTIONS);
  const key = await keyOf(record, first);
  switch (action) {
    case 'merge':
      return { kind: 'merge', from: key, into: await keyOf(record, second) };
    case 'rename':
      return { kind: 'rename', speaker: key, name: second };
    case 'role':
      return { kind: 'role', speaker: key, role: second, from: optionText(options, 'from') ?? null, to: optionText(options, 'to') ?? null };
    case 'split': {
      if (rest.length === 0) throw problem('action-wrong', action, ACTIONS);
      const statements: string[] = [];
      for (const statement of rest) statements.push(await findStatement(record, statement));
      return { kind: 'split', from: key, name: second, statements };
    }
  }
}

/** The key of the one speaker whom a name or a key means. */
async function keyOf(record: StatementRecord, given: string): Promise<string> {
  const found = await record.speakers({ name: given, limit: 20 });
  const exact = found.filter(({ name, key, variants }) => key === given || name === given || variants.includes(given));
  const [only, ...more] = exact.length > 0 ? exact : found;
  if (only === undefined) {
    const all = await record.speakers({ name: null, limit: 100_000 });
    if (all.some(({ key }) => key === given)) return given;
    throw problem('speaker-unknown', given);
  }
  if (more.length > 0) throw problem('speaker-several', given, [only, ...more].map(({ name, key }) => `${name} (${key})`).join(', '));
  return only.key;
}

/** Makes registry entries of a Wikidata or OpenSanctions style export and writes them as TOML. */
async function bring(context: Context, options: Options, path: string): Promise<Exit> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw problem('draft-unreadable', path, error.message);
  });
  const imported = importRegistry(text);
  const entries = imported.flatMap((one) => (one.kind === 'entry' ? [one.entry] : []));
  const skipped = imported.filter((one) => one.kind === 'skipped');
  for (const one of skipped) if (one.kind === 'skipped') await context.messages.line(`onrecord: ${path}:${one.line} ${one.why}`);
  if (options.json) await context.out.line(JSON.stringify(entries));
  else await context.out.line(stringify({ speaker: entries.map(withoutNulls) }).trimEnd());
  return skipped.length === 0 ? 'ok' : 'some-input-failed';
}

/** TOML has no null: what is not known is left out. */
function withoutNulls(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry)
      .filter(([name, value]) => value !== null && name !== 'checked')
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((item) => (typeof item === 'object' && item !== null ? withoutNulls(item) : item)) : value,
      ]),
  );
}
