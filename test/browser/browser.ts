import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { StatementRecord } from '../../src/record/index.js';
import { createApp, type Editing, serveApp } from '../../src/web/index.js';
import { sampleIssues } from '../web/sample-issues.js';

export const BROWSER_PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

// A container's root user has no sandbox of its own; the pages are ours and come from this machine.
export const launch = (): Promise<Browser> => chromium.launch({ executablePath: BROWSER_PATH, args: ['--no-sandbox'] });

export interface Site {
  readonly address: string;
  stop(): Promise<void>;
}

export async function serveRecord(record: StatementRecord, editing?: Editing): Promise<Site> {
  const failures: unknown[] = [];
  const app = createApp({
    record,
    issues: sampleIssues(),
    ...(editing === undefined ? {} : { editing }),
    onFailure: (failure) => failures.push(failure),
  });
  const server = await serveApp(app, { port: 0 });
  return {
    address: server.address,
    async stop() {
      await server.stop();
      await record.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained of: refused scripts, styles, requests; errors of our own script. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints, close: () => context.close() };
}

/** Whether the page is wider than its window: something broke the layout. */
export const overflows = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth');
