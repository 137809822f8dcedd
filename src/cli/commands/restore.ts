import { isPostgres } from '../../record/index.js';
import { readBackup, restoreBackup } from '../backups.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { problem } from '../messages.js';
import { recordPlace } from '../settings.js';
import { plural } from '../words/numbers.js';

/** Puts a backup where the record is to be, after checking every byte and every citation of it. */
export const restore: Run = async (context, [folder = ''], options) => {
  const place = recordPlace(optionText(options, 'record'), context.environment);
  if (isPostgres(place)) throw problem('backup-of-server');
  const { articles, statements } = await readBackup(folder);
  if (options.check) {
    await context.out.line(
      options.json ? JSON.stringify({ folder, articles, statements, restored: false }) : `${folder} is as it was written.`,
    );
    return 'ok';
  }
  const kept = await restoreBackup(folder, place, options.replace === true);
  if (options.json) await context.out.line(JSON.stringify({ folder, articles, statements, restored: true, record: place, kept }));
  else {
    await context.out.line(
      `${plural(articles, 'article')}, ${plural(statements, 'statement')} restored to ${place}; every citation holds.`,
    );
    if (kept !== null) await context.out.line(`The record that was there is kept at ${kept}.`);
  }
  return 'ok';
};
