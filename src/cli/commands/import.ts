import { bytesOfFile, failureOf } from '../../readers/files.js';
import {
  COLLECTION_NAMES,
  columnsLayout,
  type Failure,
  gdeltLayout,
  type ImportedQuotation,
  LAYOUTS,
  type Layout,
  quotebankLayout,
  type ReadRow,
  readMapping,
  readQuotations,
  STANDARD_INPUT,
} from '../../readers/index.js';
import type { StatementRecord } from '../../record/index.js';
import { importedReading } from '../../runtime/index.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import { describeFailure, problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** So many quotations are filed in one transaction. */
const BATCH = 500;

/** Files quotations of others' collections, each under the collection's name, so that they are never taken for what was read. */
export const importQuotations: Run = async (context, paths, options) => {
  const { read, collection } = planOf(options);
  return withRecord(context, options, 'write', async (record) => {
    const tally = { filed: 0, known: 0, amended: 0, failed: 0 };
    for (const path of paths) {
      let batch: ImportedQuotation[] = [];
      for await (const item of quotationsOf(context, path, read)) {
        if (context.stop.aborted) break;
        if (item.kind === 'failure') {
          tally.failed++;
          await context.messages.line(`onrecord: ${describeFailure(item)}`);
          continue;
        }
        batch.push(item);
        if (batch.length < BATCH) continue;
        await fileThem(context, record, batch, collection, tally);
        batch = [];
      }
      await fileThem(context, record, batch, collection, tally);
    }
    await report(context, options, collection, tally);
    return tally.failed > 0 ? 'some-input-failed' : 'ok';
  });
};

type Tally = { filed: number; known: number; amended: number; failed: number };

function planOf(options: Options): { readonly read: ReadRow; readonly collection: string } {
  const layout = optionText(options, 'layout') ?? 'columns';
  if (!isLayout(layout)) throw problem('format-wrong', layout, LAYOUTS.join(', '));
  const map = optionText(options, 'map');
  if (map !== undefined && layout !== 'columns') throw problem('map-wrong', `the layout ${layout} has names of its own`);
  const mapping = readMapping(map ?? '');
  if (typeof mapping === 'string') throw problem('map-wrong', mapping);
  const collection = (optionText(options, 'from') ?? COLLECTION_NAMES[layout] ?? '').trim().replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(collection)) throw problem('collection-missing');
  const read = layout === 'quotebank' ? quotebankLayout : layout === 'gdelt' ? gdeltLayout : columnsLayout(mapping);
  return { read, collection: collection.slice(0, 200) };
}

const isLayout = (name: string): name is Layout => (LAYOUTS as readonly string[]).includes(name);

async function* quotationsOf(context: Context, path: string, read: ReadRow): AsyncGenerator<ImportedQuotation | Failure> {
  try {
    yield* readQuotations(path, path === STANDARD_INPUT ? context.input : bytesOfFile(path), read);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    yield failureOf(path, error);
  }
}

async function fileThem(
  context: Context,
  record: StatementRecord,
  batch: readonly ImportedQuotation[],
  collection: string,
  tally: Tally,
): Promise<void> {
  if (batch.length === 0) return;
  const filed = await record.file(batch.map((quotation) => ({ reading: importedReading(quotation, collection), filed: context.today })));
  for (const { outcome } of filed) {
    if (outcome === 'known') tally.known++;
    else if (outcome === 'filed') tally.filed++;
    else tally.amended++;
  }
}

async function report(context: Context, options: Options, collection: string, tally: Tally): Promise<void> {
  if (options.json) return void (await context.out.line(JSON.stringify({ collection, ...tally })));
  await context.out.line(`${plural(tally.filed, 'quotation')} imported from ${collection}.`);
  if (tally.amended > 0) await context.out.line(`${formatCount(tally.amended)} known, brought up to date.`);
  if (tally.known > 0) await context.out.line(`${formatCount(tally.known)} known already.`);
  if (tally.failed > 0) await context.out.line(`${plural(tally.failed, 'row')} could not be read.`);
}
