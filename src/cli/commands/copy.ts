import { copyRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { problem } from '../messages.js';
import { formatCount, plural } from '../words/numbers.js';

/** How often the terminal is told how far the copy is, in milliseconds. */
const PAUSE = 2_000;

/** Makes one record hold what another holds, and compares the two. */
export const copy: Run = async (context, _given, options) => {
  const from = optionText(options, 'from');
  const to = optionText(options, 'to');
  if (from === undefined || to === undefined || from === to) throw problem('copy-places');
  let told = context.clock();
  const report = await copyRecord(from, to, ({ doing, table, rows }) => {
    if (!context.messages.isTerminal || context.clock() - told < PAUSE) return;
    told = context.clock();
    void context.messages.line(`onrecord: ${doing} ${table}: ${formatCount(rows)} rows`);
  });
  const { rows, written, failures } = report;
  if (options.json) await context.out.line(JSON.stringify(report));
  else {
    const held = `${plural(rows.texts ?? 0, 'text')}, ${plural(rows.statements ?? 0, 'statement')}, ${plural(rows.corrections ?? 0, 'correction')}`;
    await context.out.line(`${held}: the two records are the same. ${plural(written, 'row')} written.`);
    for (const { address, message } of failures) await context.messages.line(`onrecord: ${address}: ${message}`);
  }
  return failures.length === 0 ? 'ok' : 'nothing-found';
};
