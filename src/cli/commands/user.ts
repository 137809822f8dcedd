import { randomInt } from 'node:crypto';
import { type People, RIGHTS, type Role } from '../../people/index.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { logged, withPeople } from '../with-people.js';

const ACTIONS = 'list, add NAME, role NAME ROLE, password NAME, remove NAME';

/** Who may use a record that is open to others. */
export const user: Run = (context, [action = 'list', name = '', role], options) =>
  withPeople<Exit>(context, options, async (people) => {
    switch (action) {
      case 'list':
        return list(context, options, people);
      case 'add':
        return add(context, options, people, name, roleOf(role ?? optionText(options, 'role') ?? 'read'));
      case 'role':
        await people.setRole(name, roleOf(role ?? ''));
        return done(context, options, people, 'role', name, `${name} may ${rightsText(roleOf(role ?? ''))}`);
      case 'password':
        return password(context, options, people, name);
      case 'remove':
        await people.remove(name);
        return done(context, options, people, 'remove', name, `${name} is removed, with all sessions, tokens and collections`);
      default:
        throw problem('action-wrong', action, ACTIONS);
    }
  });

async function list(context: Context, options: Options, people: People): Promise<Exit> {
  const all = await people.all();
  if (options.json) await context.out.line(JSON.stringify(all));
  else for (const { name, role } of all) await context.out.line(`${context.style.strong(name)}  ${role}: may ${rightsText(role)}`);
  return all.length > 0 ? 'ok' : 'nothing-found';
}

async function add(context: Context, options: Options, people: People, name: string, role: Role): Promise<Exit> {
  const chosen = await passwordOf(context, options);
  await people.add(name, role, chosen.password);
  return done(context, options, people, 'add', name, `${name} may ${rightsText(role)}`, chosen.made ? chosen.password : null);
}

async function password(context: Context, options: Options, people: People, name: string): Promise<Exit> {
  const chosen = await passwordOf(context, options);
  await people.setPassword(name, chosen.password);
  return done(
    context,
    options,
    people,
    'password',
    name,
    `${name} has another password; every session is ended`,
    chosen.made ? chosen.password : null,
  );
}

async function done(
  context: Context,
  options: Options,
  people: People,
  action: string,
  name: string,
  text: string,
  shown: string | null = null,
): Promise<Exit> {
  await logged(people, context, `user ${action}`, name);
  if (options.json) await context.out.line(JSON.stringify({ name, action, ...(shown === null ? {} : { password: shown }) }));
  else {
    await context.out.line(`${text}.`);
    if (shown !== null) await context.out.line(`Password, shown this once: ${shown}`);
  }
  return 'ok';
}

/** The first line of standard input where that is asked for, else one that is made up. */
async function passwordOf(context: Context, options: Options): Promise<{ readonly password: string; readonly made: boolean }> {
  if (!options.passwordFromInput) return { password: madePassword(), made: true };
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.input) {
    chunks.push(chunk);
    if (chunk.includes(10)) break;
  }
  return { password: Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '', made: false };
}

/** Letters and digits that are not mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 20 letters: some 99 bits. */
const madePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

function roleOf(given: string): Role {
  if (given in RIGHTS) return given as Role;
  throw problem('role-wrong', given, Object.keys(RIGHTS).join(', '));
}

const MEANINGS = { read: 'read', edit: 'make corrections', file: 'file articles', admin: 'see the log and all tokens' } as const;

const rightsText = (role: Role): string => RIGHTS[role].map((right) => MEANINGS[right]).join(', ');
