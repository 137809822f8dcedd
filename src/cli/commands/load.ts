import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Filing } from '../../record/index.js';
import { LineError, loadLine } from '../../runtime/load-line.js';
import { createTally } from '../adding/tally.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { problem } from '../messages.js';
import { startProgress } from '../progress.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** So many articles are filed in one transaction. */
const BATCH = 100;

/** Files what `extract --text` wrote, here or on other machines, without reading it again. */
export const load: Run = async (context, paths, options) => {
  if (paths.length === 0) throw problem('input-missing');
  return withRecord(context, options, 'write', async (record) => {
    const progress = startProgress(context);
    const tally = createTally({});
    let failed = 0;
    let batch: Filing[] = [];
    const known = options.again ? 'replace' : 'keep';
    const file = async (): Promise<void> => {
      tally.add(await record.file(batch));
      for (const { reading } of batch) progress.article(reading.article.text.length);
      batch = [];
    };
    for await (const { path, number, line } of linesOf(context, paths)) {
      if (context.stop.aborted) break;
      try {
        batch.push({ ...loadLine(line), filed: context.today, known });
      } catch (error) {
        if (!(error instanceof LineError)) throw error;
        failed++;
        await progress.say(`${path}:${number} cannot be loaded: ${error.message}`);
      }
      if (batch.length >= BATCH) await file();
    }
    if (batch.length > 0) await file();
    progress.end();
    const { counts } = tally;
    if (options.json) await context.out.line(JSON.stringify({ record: record.place, ...counts, failed }));
    else
      await context.out.line(
        `${plural(counts.filed + counts.version, 'article')} filed, ${plural(counts.statements, 'statement')}; ${formatCount(counts.known)} known already.`,
      );
    return failed > 0 ? 'some-input-failed' : 'ok';
  });
};

/** Lines of files, of compressed ones too, and of standard input; empty ones are passed over. */
async function* linesOf(context: Context, paths: readonly string[]) {
  for (const path of paths) {
    const bytes = path === '-' ? Readable.from(context.input) : createReadStream(path);
    const input = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
    // An error of the file is thrown where its lines are waited for.
    bytes.on('error', (error: Error) => input.destroy(error));
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== '') yield { path: path === '-' ? 'standard input' : path, number, line };
    }
  }
}
