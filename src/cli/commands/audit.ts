import type { Run } from '../commands.js';
import { withPeople } from '../with-people.js';
import { limitOf } from '../with-record.js';

/** Who changed what, latest first. */
export const audit: Run = (context, _given, options) =>
  withPeople(context, options, async (people) => {
    const entries = await people.entries(limitOf(options), null);
    for (const entry of entries) {
      const at = new Date(entry.at).toISOString();
      const { who, action, detail } = entry;
      await context.out.line(
        options.json ? JSON.stringify({ ...entry, at }) : `${context.style.quiet(at)}  ${context.style.strong(who)}  ${action}  ${detail}`,
      );
    }
    return entries.length > 0 ? 'ok' : 'nothing-found';
  });
