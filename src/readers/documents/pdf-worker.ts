import { parentPort } from 'node:worker_threads';
import type { PdfItem, PdfPage } from './pdf-lines.js';

/** What a PDF holds, as the worker hands it over. */
export interface PdfText {
  readonly pages: readonly PdfPage[];
  readonly title: string | null;
  readonly author: string | null;
  /** How many pages the file has; `pages` may be fewer. */
  readonly count: number;
}

export type PdfAnswer = { readonly kind: 'text'; readonly text: PdfText } | { readonly kind: 'problem'; readonly message: string };

/** Longer than any newspaper; a file of scanned law books is cut here. */
const MOST_PAGES = 2000;
const MOST_ITEMS = 2_000_000;

/** What is used of unpdf. Its own types want a drawing library that is not installed, so it is loaded by a name that they do not see. */
interface Unpdf {
  getDocumentProxy(bytes: Uint8Array, options: object): Promise<PdfDocument>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfDocumentPage>;
  getMetadata(): Promise<{ readonly info: object }>;
  destroy(): Promise<void>;
}

interface PdfDocumentPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  getTextContent(): Promise<{ readonly items: readonly (TextItem | object)[] }>;
  cleanup(): void;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

const UNPDF: string = 'unpdf';

// Broken files make the library leave promises that fail after its answer; what it answered is right all the same.
process.on('unhandledRejection', () => {});

parentPort?.on('message', (bytes: Uint8Array) => {
  void readPdf(bytes).then((answer) => parentPort?.postMessage(answer));
});

async function readPdf(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    const { getDocumentProxy } = (await import(UNPDF)) as Unpdf;
    const document = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, stopAtErrors: false, verbosity: 0 });
    const pages: PdfPage[] = [];
    let items = 0;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && items < MOST_ITEMS; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const found: PdfItem[] = content.items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                x: item.transform[4] ?? 0,
                y: item.transform[5] ?? 0,
                width: item.width,
                height: item.height,
                ends: item.hasEOL,
              },
            ]
          : [],
      );
      items += found.length;
      pages.push({ width, height, items: found });
      page.cleanup();
    }
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    const { Title, Author } = info as { Title?: unknown; Author?: unknown };
    const count = document.numPages;
    await document.destroy();
    return { kind: 'text', text: { pages, count, title: textOf(Title), author: textOf(Author) } };
  } catch (error) {
    return { kind: 'problem', message: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
