import { EVERYTHING, type StatementRecord } from '../../src/record/index.js';

/** Every kind of page with what the record holds: one address for each speaker, article and statement. */
export async function addressesOf(record: StatementRecord): Promise<readonly string[]> {
  const { statements } = await record.statements({ filter: EVERYTHING, limit: 200 });
  const part = (text: string): string => encodeURIComponent(text);
  const speakers = new Set(statements.map(({ speaker }) => speaker.key));
  const texts = new Set(statements.map(({ article }) => article.sha256));
  const keys = [...speakers].filter((key) => key.length < 2_000);
  return [
    '/',
    '/search',
    '/speakers',
    '/check',
    '/check?q=%E2%80%9CI+say+so+for+12+tanks%E2%80%9D',
    '/issues',
    '/issue/ceasefire',
    '/issue?q=ferry',
    '/shifts',
    '/compare',
    '/matrix',
    '/replies',
    '/figures',
    '/coverage',
    '/corrections',
    '/about',
    `/compare?${keys
      .slice(0, 3)
      .map((key) => `speaker=${part(key)}`)
      .join('&')}&issue=ceasefire`,
    `/issue/ceasefire?speaker=${part(keys[0] ?? '')}`,
    ...keys.map((key) => `/speaker/${part(key)}`),
    ...[...texts].map((sha256) => `/article/${sha256}`),
    ...statements.map(({ id }) => `/s/${id}`),
    ...statements.slice(0, 5).map(({ id }) => `/thread/${id}`),
  ];
}
