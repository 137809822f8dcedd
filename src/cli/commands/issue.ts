import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatIssue, type Issue, IssueFileError, parseIssues, suggestIssues } from '../../answers/index.js';
import { CommandError } from '../command-error.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { issuesOf, matcherFor, positionedStatements } from '../issues.js';
import { problem } from '../messages.js';
import { issuesPlace } from '../settings.js';
import { limitOf, withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatLookedAt, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Lists, adds, tests and suggests issues. */
export const issue: Run = (context, [action = '', ...words], options) => {
  switch (action) {
    case 'list':
      return list(context, options);
    case 'add':
      return add(context, words, options);
    case 'test':
      return test(context, words, options);
    case 'suggest':
      return suggest(context, options);
    default:
      throw problem('action-unknown', action, 'list, add, test, suggest');
  }
};

async function list({ environment, out, style }: Context, options: Options): Promise<Exit> {
  const { issues, groups } = issuesOf({ environment }, options);
  if (options.json) await out.line(JSON.stringify({ issues, groups }));
  else {
    for (const { id, name, terms, not, opposite } of issues) {
      await out.line(`${style.strong(name)} ${style.quiet(`(${id})`)}`);
      await out.line(wrap(terms.join(', '), out.width, INDENT));
      if (opposite.length > 0) await out.line(wrap(`opposite: ${opposite.join(', ')}`, out.width, INDENT));
      if (not.length > 0) await out.line(wrap(`not: ${not.join(', ')}`, out.width, INDENT));
    }
    for (const { name, members } of groups) await out.line(`${style.strong(name)} speaks through ${members.join(', ')}`);
    await out.line(`\n${plural(issues.length, 'issue')}. Your own: ${issuesPlace(optionText(options, 'issues'), environment)}`);
  }
  return 'ok';
}

/** Puts an issue at the end of the user's file. What is there stays as it is, comments included. */
async function add({ environment, out }: Context, [id = '', ...terms]: readonly string[], options: Options): Promise<Exit> {
  const place = issuesPlace(optionText(options, 'issues'), environment);
  const made: Issue = {
    id,
    name: optionText(options, 'name') ?? id,
    terms: terms.length > 0 ? terms : [id.replaceAll('-', ' ')],
    not: [],
    opposite: [],
  };
  const before = existsSync(place) ? readFileSync(place, 'utf8') : '';
  const entry = `${before === '' || before.endsWith('\n') ? '' : '\n'}${before === '' ? '' : '\n'}${formatIssue(made)}`;
  try {
    parseIssues(before + entry, place);
  } catch (error) {
    if (error instanceof IssueFileError) throw new CommandError('usage', error.code, error.message);
    throw error;
  }
  mkdirSync(dirname(place), { recursive: true });
  appendFileSync(place, entry);
  await out.line(
    options.json ? JSON.stringify({ file: place, issue: made }) : `${made.id} was added to ${place}. Nothing needs to be read again.`,
  );
  return 'ok';
}

/** Shows what an issue finds: every wording of its course in the record, most frequent first. */
async function test(context: Context, words: readonly string[], options: Options): Promise<Exit> {
  const on = words.join(' ').trim();
  if (on === '') throw problem('issue-missing');
  const matcher = matcherFor(issuesOf(context, options).issues, on);
  return withRecord<Exit>(context, options, 'read', async (record) => {
    const { statements, lookedAt } = await positionedStatements(record);
    const targets = new Map<string, { count: number; readonly opposed: boolean }>();
    for (const { target } of statements) {
      for (const { opposed } of matcher.match(target)) targets.set(target, { count: (targets.get(target)?.count ?? 0) + 1, opposed });
    }
    const found = [...targets].sort((left, right) => right[1].count - left[1].count || (left[0] < right[0] ? -1 : 1));
    if (options.json)
      await context.out.line(
        JSON.stringify({ issue: matcher.issues[0], targets: found.map(([target, one]) => ({ target, ...one })), lookedAt }),
      );
    else {
      for (const [target, { count, opposed }] of found)
        await context.out.line(`${String(count).padStart(5)}  ${target}${opposed ? '  (opposite)' : ''}`);
      await context.out.line(`${plural(found.length, 'wording')}. ${formatLookedAt(lookedAt)}`);
    }
    return found.length > 0 ? 'ok' : 'nothing-found';
  });
}

/** Proposes issues from the targets that recur in the record and belong to none. */
async function suggest(context: Context, options: Options): Promise<Exit> {
  const limit = limitOf(options);
  const { issues } = issuesOf(context, options);
  return withRecord<Exit>(context, options, 'read', async (record) => {
    const { statements, lookedAt } = await positionedStatements(record);
    const found = suggestIssues(statements, issues, limit);
    if (options.json) await context.out.line(JSON.stringify({ suggestions: found, lookedAt }));
    else {
      for (const { issue: made, statements: count, speakers, wordings } of found) {
        await context.out.line(`${context.style.strong(made.name)}: ${plural(count, 'statement')} by ${plural(speakers, 'speaker')}`);
        await context.out.line(wrap(wordings.join(' · '), context.out.width, INDENT));
      }
      await context.out.line(`${plural(found.length, 'suggestion')}. ${formatLookedAt(lookedAt)}`);
    }
    return found.length > 0 ? 'ok' : 'nothing-found';
  });
}
