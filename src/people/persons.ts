import { sql } from 'kysely';
import type { PeopleDatabase } from './database.js';
import { hashPassword, type PasswordCost } from './passwords.js';
import { type LoggedEntry, type People, PeopleError, type Person, type Role } from './people.js';

type Persons = Pick<People, 'add' | 'setRole' | 'setPassword' | 'remove' | 'all' | 'log' | 'entries'>;

/** Names are one name whatever their case. */
export const personKey = (name: string): string => name.toLowerCase();

/** Longer details are cut: the log says what was changed, and is no copy of it. */
const LONGEST_DETAIL = 500;

/** Who there is, and what they did. */
export function createPersons({ writer, run }: PeopleDatabase, cost: PasswordCost): Persons {
  const must = async (name: string): Promise<void> => {
    const rows = await run(sql<{ readonly name: string }>`select name from people where name = ${personKey(name)}`.compile(writer));
    if (rows.length === 0) throw new PeopleError('person-unknown', `there is nobody called "${name}"`);
  };
  return {
    add: async (name, role, password) => {
      if (!/^[A-Za-z0-9._-]{1,64}$/.test(name))
        throw new PeopleError('name-wrong', `"${name}" is no name here: use 1 to 64 letters, digits, dots, hyphens or underlines`);
      const hash = await hashPassword(password, cost);
      const added = await run(
        sql<{
          readonly name: string;
        }>`insert into people (name, shown, role, password) values (${personKey(name)}, ${name}, ${role}, ${hash})
          on conflict (name) do nothing returning name`.compile(writer),
      );
      if (added.length === 0) throw new PeopleError('name-taken', `there is somebody called "${name}" already`);
    },
    setRole: async (name, role) => {
      await must(name);
      await run(sql`update people set role = ${role} where name = ${personKey(name)}`.compile(writer));
    },
    setPassword: async (name, password) => {
      await must(name);
      const hash = await hashPassword(password, cost);
      await run(sql`update people set password = ${hash} where name = ${personKey(name)}`.compile(writer));
      await run(sql`delete from people_sessions where name = ${personKey(name)}`.compile(writer));
    },
    remove: async (name) => {
      await must(name);
      const key = personKey(name);
      await run(
        sql`delete from people_collected where collection in (select id from people_collections where owner = ${key})`.compile(writer),
      );
      await run(sql`delete from people_collections where owner = ${key}`.compile(writer));
      await run(sql`delete from people_tokens where name = ${key}`.compile(writer));
      await run(sql`delete from people_sessions where name = ${key}`.compile(writer));
      await run(sql`delete from people where name = ${key}`.compile(writer));
    },
    all: async () => {
      const rows = await run(
        sql<{ readonly shown: string; readonly role: Role }>`select shown, role from people order by name`.compile(writer),
      );
      return rows.map(({ shown, role }): Person => ({ name: shown, role }));
    },
    log: async ({ at, who, action, detail }) => {
      await run(
        sql`insert into people_log (at, who, action, detail) values (${at}, ${who}, ${action}, ${detail.slice(0, LONGEST_DETAIL)})`.compile(
          writer,
        ),
      );
    },
    entries: async (limit, before) => {
      const behind = before === null ? sql`` : sql`where number < ${before}`;
      const rows = await run(
        sql<LoggedEntry>`select number, at, who, action, detail from people_log ${behind} order by number desc limit ${limit}`.compile(
          writer,
        ),
      );
      return rows.map((row) => ({ ...row, number: Number(row.number), at: Number(row.at) }));
    },
  };
}
