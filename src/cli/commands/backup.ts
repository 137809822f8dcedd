import { isPostgres } from '../../record/index.js';
import { makeBackup } from '../backups.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { problem } from '../messages.js';
import { issuesPlace, recordPlace } from '../settings.js';
import { ownVersion } from '../version.js';
import { plural } from '../words/numbers.js';

/** Copies the record while it is in use. */
export const backup: Run = async (context, [folder = ''], options) => {
  const record = recordPlace(optionText(options, 'record'), context.environment);
  if (isPostgres(record)) throw problem('backup-of-server');
  const issues = issuesPlace(optionText(options, 'issues'), context.environment);
  const manifest = await makeBackup({ record, issues, release: ownVersion(), day: context.today }, folder);
  await context.out.line(
    options.json
      ? JSON.stringify({ folder, ...manifest })
      : `${plural(manifest.articles, 'article')}, ${plural(manifest.statements, 'statement')} copied to ${folder} (${manifest.files.map(({ name }) => name).join(', ')}).`,
  );
  return 'ok';
};
