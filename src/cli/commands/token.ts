import { type People, RIGHTS, type Right, type Token } from '../../people/index.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { logged, withPeople } from '../with-people.js';

const ACTIONS = 'list, make NAME, revoke ID';

const DAY = 24 * 60 * 60 * 1000;

/** Secrets for programs that use the record in somebody's name. */
export const token: Run = (context, [action = 'list', given = ''], options) =>
  withPeople<Exit>(context, options, async (people) => {
    if (action === 'list') return list(context, options, people);
    if (action === 'make') return make(context, options, people, given);
    if (action !== 'revoke') throw problem('action-wrong', action, ACTIONS);
    await people.revokeToken(given);
    await logged(people, context, 'token revoke', given);
    await context.out.line(options.json ? JSON.stringify({ id: given, revoked: true }) : `The token ${given} opens nothing any more.`);
    return 'ok';
  });

async function make(context: Context, options: Options, people: People, name: string): Promise<Exit> {
  const rights = rightsOf(optionText(options, 'rights') ?? 'read');
  const days = numberOf(optionText(options, 'days'), '--days');
  const request = {
    name,
    label: optionText(options, 'label') ?? '',
    rights,
    perMinute: numberOf(optionText(options, 'perMinute'), '--per-minute'),
    until: days === null ? null : context.now() + days * DAY,
  };
  const { id, secret } = await people.makeToken(request, context.now());
  await logged(people, context, 'token make', `${id} for ${name}: ${rights.join(' ')}`);
  if (options.json) await context.out.line(JSON.stringify({ id, token: secret, ...request }));
  else {
    await context.out.line(`Token ${id} for ${name}: ${rights.join(', ')}.`);
    await context.out.line(`Shown this once: ${secret}`);
  }
  return 'ok';
}

async function list(context: Context, options: Options, people: People): Promise<Exit> {
  const tokens = await people.tokens();
  if (options.json) await context.out.line(JSON.stringify(tokens));
  else for (const one of tokens) await context.out.line(describe(context, one));
  return tokens.length > 0 ? 'ok' : 'nothing-found';
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function describe({ style }: Context, { id, name, label, rights, perMinute, until, made, used }: Token): string {
  const limits = [perMinute === null ? '' : `${perMinute} a minute`, until === null ? '' : `until ${dayOf(until)}`].filter(
    (text) => text !== '',
  );
  const history = `made ${dayOf(made)}, ${used === null ? 'never used' : `last used ${dayOf(used)}`}`;
  return `${style.strong(id)}  ${name}${label === '' ? '' : ` (${label})`}: ${[rights.join(', '), ...limits].join('; ')}  ${style.quiet(history)}`;
}

const KNOWN: readonly Right[] = RIGHTS.admin;

function rightsOf(given: string): readonly Right[] {
  const rights = given.split(',').map((right) => right.trim());
  const unknown = rights.find((right) => !KNOWN.includes(right as Right));
  if (unknown !== undefined) throw problem('role-wrong', unknown, KNOWN.join(', '));
  return rights as Right[];
}

function numberOf(given: string | undefined, option: string): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw problem('number-wrong', option, given);
  return Number(given);
}
