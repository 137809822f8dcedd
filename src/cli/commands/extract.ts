import type { Reading } from '../../engine/index.js';
import { attributionsLine, statementsLine } from '../../runtime/index.js';
import type { Run } from '../commands.js';
import { type Options, optionText } from '../context.js';
import { readInput } from '../input.js';
import { problem } from '../messages.js';
import { startProgress } from '../progress.js';
import { ownVersion } from '../version.js';

/** What lines that are loaded elsewhere say of themselves. */
const RELEASE = `onrecord ${ownVersion()}`;

type Writer = (reading: Reading) => object;

const FORMATS: Readonly<Record<string, (options: Options) => Writer>> = {
  statements: (options) => (reading) =>
    statementsLine(reading, {
      text: options.text ? 'with-text' : 'without-text',
      reasons: options.explain ? 'with-reasons' : 'without-reasons',
      engine: RELEASE,
    }),
  attributions: () => attributionsLine,
};

/** Articles in, JSON Lines out, in the same order, as soon as each is read. */
export const extract: Run = async (context, paths, options) => {
  const format = optionText(options, 'format') ?? 'statements';
  const choose = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (choose === undefined) throw problem('format-wrong', format, Object.keys(FORMATS).join(' or '));
  const write = choose(options);
  const progress = startProgress(context, 'data-between');
  const input = await readInput(context, paths, options, progress);
  for await (const { reading } of input.readings) {
    if (!(await context.out.line(JSON.stringify(write(reading))))) return 'ok';
    progress.article(reading.article.text.length);
  }
  progress.end();
  return input.report.failed > 0 ? 'some-input-failed' : 'ok';
};
