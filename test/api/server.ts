import { type Api, type ApiOptions, createApi, type Intake } from '../../src/api/index.js';
import { articleOf } from '../../src/cli/api.js';
import { createSite } from '../../src/cli/site.js';
import { type Language, readArticle } from '../../src/engine/index.js';
import type { StatementRecord } from '../../src/record/index.js';
import { loadEnglish } from '../../src/runtime/load-english.js';
import { createApp, LOOPBACK_HOSTS, type RunningServer, serveApp } from '../../src/web/index.js';
import { sampleIssues } from '../web/sample-issues.js';

/** Serves pages and API of a record on a port of this machine. What fails on our side fails the test that stops it. */
export async function serveApi(record: StatementRecord, options: Partial<ApiOptions> = {}): Promise<RunningServer> {
  const failures: unknown[] = [];
  const onFailure = (failure: unknown): void => void failures.push(failure);
  const app = createApp({ record, issues: sampleIssues(), onFailure });
  const server = await serveApp(createSite(app, apiOf(record, { onFailure, ...options })), { port: 0 });
  return {
    address: server.address,
    async stop() {
      await server.stop();
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** The API of a record, with the issues of the samples. */
export const apiOf = (record: StatementRecord, options: Partial<ApiOptions> = {}): Api =>
  createApi({
    ...{ record, issues: sampleIssues(), version: '0.0.0', run: 'one', hosts: LOOPBACK_HOSTS, intake: engineIntake(record) },
    ...options,
  });

let language: Language | null = null;

/** What `onrecord serve` does on a thread of its own, on this one. */
export function engineIntake(record: StatementRecord): Intake {
  return async (given) => {
    language ??= loadEnglish();
    const english = language;
    return record.file(given.map((one) => ({ reading: readArticle(articleOf(one), english), filed: '2031-08-01' })));
  };
}
