import { sql } from 'kysely';
import type { PeopleDatabase } from './database.js';
import { type People, PeopleError, RIGHTS, type Right, type Role, type Token } from './people.js';
import { personKey } from './persons.js';
import { hashSecret, makeId, makeSecret } from './secrets.js';

type Tokens = Pick<People, 'makeToken' | 'ofToken' | 'tokens' | 'revokeToken'>;

/** A token's use is written down this often at most, in milliseconds. */
const TOUCH = 60_000;

interface Row {
  readonly id: string;
  readonly shown: string;
  readonly role: Role;
  readonly label: string;
  readonly rights: string;
  readonly perMinute: number | null;
  readonly until: number | null;
  readonly made: number;
  readonly used: number | null;
}

/** Secrets for programs. */
export function createTokens({ writer, run }: PeopleDatabase): Tokens {
  const rows = (condition: ReturnType<typeof sql>): Promise<readonly Row[]> =>
    run(
      sql<Row>`select t.id, p.shown, p.role, t.label, t.rights, t.per_minute as "perMinute", t.until, t.made, t.used
        from people_tokens t join people p on p.name = t.name ${condition} order by t.made, t.id`.compile(writer),
    );
  return {
    makeToken: async ({ name, label, rights, perMinute, until }, now) => {
      const key = personKey(name);
      const known = await run(sql`select name from people where name = ${key}`.compile(writer));
      if (known.length === 0) throw new PeopleError('person-unknown', `there is nobody called "${name}"`);
      const id = makeId();
      const secret = makeSecret('token');
      await run(
        sql`insert into people_tokens (id, hash, name, label, rights, per_minute, until, made, used)
          values (${id}, ${hashSecret(secret)}, ${key}, ${label}, ${rights.join(' ')}, ${perMinute}, ${until}, ${now}, ${null})`.compile(
          writer,
        ),
      );
      return { id, secret };
    },
    ofToken: async (secret, now) => {
      const [row] = await rows(sql`where t.hash = ${hashSecret(secret)}`);
      if (row === undefined || (row.until !== null && now >= Number(row.until))) return null;
      if (row.used === null || now - Number(row.used) > TOUCH)
        await run(sql`update people_tokens set used = ${now} where id = ${row.id}`.compile(writer));
      const own = rightsOf(row.rights);
      return {
        name: row.shown,
        by: 'token',
        rights: RIGHTS[row.role].filter((right) => own.includes(right)),
        perMinute: row.perMinute,
        token: row.id,
      };
    },
    tokens: async () => (await rows(sql``)).map(tokenOf),
    revokeToken: async (id) => {
      const gone = await run(sql`delete from people_tokens where id = ${id} returning id`.compile(writer));
      if (gone.length === 0) throw new PeopleError('token-unknown', `there is no token "${id}"`);
    },
  };
}

const rightsOf = (text: string): readonly Right[] => text.split(' ').filter((word) => word !== '') as readonly Right[];

const tokenOf = (row: Row): Token => ({
  id: row.id,
  name: row.shown,
  label: row.label,
  rights: rightsOf(row.rights),
  perMinute: row.perMinute,
  until: row.until === null ? null : Number(row.until),
  made: Number(row.made),
  used: row.used === null ? null : Number(row.used),
});
