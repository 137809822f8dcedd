import { LONGEST_BRIEF } from '../answers/export/brief.js';
import { exportStatements } from '../answers/export/export-statements.js';
import { EXPORT_FORMATS, type ExportFormat, isExportFormat, type StreamedFormat } from '../answers/export/formats.js';
import { readQuery } from '../answers/search/search.js';
import type { Instant } from '../engine/index.js';
import type { Filter, StatementRecord } from '../record/index.js';
import { withQuery } from './addresses.js';
import { type Html, html, joined } from './html.js';
import { AskedWrongly } from './view.js';

/** What the pages offer to take along, as people call it; the others are for the command line and the API. */
const OFFERED: readonly (readonly [StreamedFormat, string])[] = [
  ['brief', 'brief'],
  ['markdown', 'Markdown'],
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['annotations', 'Web annotations'],
  ['schema-org', 'schema.org'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl', 'CSL-JSON'],
  ['parquet', 'Parquet'],
];

/** Links to the statements of a query, or to one by its id, in every format that a browser can take; a brief only where it is short enough. */
export function exportLinks(what: readonly [string, string], count: number): Html {
  const formats = OFFERED.filter(([format]) => format !== 'brief' || count <= LONGEST_BRIEF);
  return html`<p class="take-along">Take along: ${joined(
    formats.map(([format, name]) => html`<a href="${withQuery('/export', [what, ['format', format]])}" download>${name}</a>`),
    ' · ',
  )}</p>`;
}

/** Statements as a file, streamed. `pages` is where these pages are, for links back. */
export async function exportResponse(record: StatementRecord, query: URLSearchParams, now: Instant, pages: string): Promise<Response> {
  const format = query.get('format') ?? 'jsonl';
  if (!isStreamed(format)) throw new AskedWrongly(`"${format}" is no format here; it can be ${OFFERED.map(([name]) => name).join(', ')}.`);
  const ids = query.getAll('id').filter((id) => /^[\w-]{1,64}$/.test(id));
  const words = query.get('q') ?? '';
  const filter: Filter = ids.length > 0 ? { kind: 'ids', of: ids } : readQuery(words);
  if (format === 'brief' && (await record.count(filter)) > LONGEST_BRIEF)
    throw new AskedWrongly(`A brief holds at most ${LONGEST_BRIEF} statements. Ask for less at once.`);
  const asked = ids.length > 0 ? 'Chosen statements' : words === '' ? 'Every statement' : `Statements that answer: ${words}`;
  const { pieces } = exportStatements(record, {
    filter,
    format,
    now,
    pages,
    brief: { title: words === '' ? 'Who said what' : words, asked },
  });
  const { mediaType, ending } = EXPORT_FORMATS[format];
  return new Response(bodyOf(pieces), {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="onrecord.${ending}"` },
  });
}

const isStreamed = (format: string): format is StreamedFormat => isExportFormat(format) && (format as ExportFormat) !== 'sqlite';

/** Made as fast as it is taken: nothing is held for a reader that is slow, and a reader that leaves ends it. */
function bodyOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
