import { sql } from 'kysely';
import type { PeopleDatabase } from './database.js';
import { isPassword, type PasswordCost } from './passwords.js';
import { type People, RIGHTS, type Role } from './people.js';
import { personKey } from './persons.js';
import { hashSecret, makeSecret } from './secrets.js';

type Sessions = Pick<People, 'signIn' | 'signOut' | 'ofSession' | 'prune'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session that nobody used for so long is over; and so is one that is older than this, however much it was used. */
const IDLE = 12 * HOUR;
const OLDEST = 7 * 24 * HOUR;

/** A session's use is written down this often at most. */
const TOUCH = MINUTE;

/** After so many wrong attempts each further one has to wait twice as long, up to the longest wait. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 15 * MINUTE;
const DOUBLINGS = 8;

/** Wrong attempts are forgotten after a day without one. */
const FORGIVEN = 24 * HOUR;

/** Checking a password takes 32 MB: more at once than this are told to wait. */
const AT_ONCE = 4;

/** Signing in and out, and whose a session is. */
export function createSessions(database: PeopleDatabase, cost: PasswordCost): Sessions {
  const { writer, run } = database;
  const attempts = createAttempts(database);
  let checking = 0;
  return {
    signIn: async ({ name, password, address }, now) => {
      const keys = [`name ${personKey(name).slice(0, 64)}`, `address ${address}`];
      if (checking >= AT_ONCE) return { kind: 'wait', seconds: 1 };
      const seconds = await attempts.begin(keys, now);
      if (seconds > 0) return { kind: 'wait', seconds };
      const [row] = await run(
        sql<{ readonly shown: string; readonly role: Role; readonly password: string }>`select shown, role, password from people
          where name = ${personKey(name)}`.compile(writer),
      );
      checking++;
      try {
        if (!(await isPassword(password, row?.password ?? null, cost)) || row === undefined) return { kind: 'refused' };
      } finally {
        checking--;
      }
      await attempts.forgive(keys);
      const secret = makeSecret('session');
      await run(sql`insert into people_sessions values (${hashSecret(secret)}, ${personKey(name)}, ${now}, ${now})`.compile(writer));
      return { kind: 'in', secret, person: { name: row.shown, role: row.role } };
    },
    signOut: async (secret) => {
      await run(sql`delete from people_sessions where hash = ${hashSecret(secret)}`.compile(writer));
    },
    ofSession: async (secret, now) => {
      const [row] = await run(
        sql<{
          readonly shown: string;
          readonly role: Role;
          readonly made: number;
          readonly used: number;
        }>`select p.shown, p.role, s.made, s.used
          from people_sessions s join people p on p.name = s.name where s.hash = ${hashSecret(secret)}`.compile(writer),
      );
      if (row === undefined || now - Number(row.made) > OLDEST || now - Number(row.used) > IDLE) return null;
      if (now - Number(row.used) > TOUCH)
        await run(sql`update people_sessions set used = ${now} where hash = ${hashSecret(secret)}`.compile(writer));
      return { name: row.shown, by: 'session', rights: RIGHTS[row.role], perMinute: null, token: null };
    },
    prune: async (now) => {
      await run(sql`delete from people_sessions where made < ${now - OLDEST} or used < ${now - IDLE}`.compile(writer));
      await run(sql`delete from people_attempts where last < ${now - FORGIVEN}`.compile(writer));
    },
  };
}

interface Attempts {
  /** Counts an attempt for each key; the seconds until the next where one of them may not be tried yet, else 0. */
  begin(keys: readonly string[], now: number): Promise<number>;
  forgive(keys: readonly string[]): Promise<void>;
}

/** Wrong attempts, kept where every process sees them. */
function createAttempts({ writer, run }: PeopleDatabase): Attempts {
  // Asking and counting are one step, so that of many attempts at once each is counted before the next is heard.
  const count = async (key: string, now: number): Promise<boolean> => {
    const further = sql`case when people_attempts.last < ${now - FORGIVEN} then 1 else people_attempts.failures + 1 end`;
    const counted = await run(
      sql`insert into people_attempts (key, failures, last, until) values (${key}, 1, ${now}, ${now})
        on conflict (key) do update set failures = ${further}, last = ${now}, until = cast(${now} as bigint) + ${waitAfter(further)}
        where people_attempts.until <= ${now} returning key`.compile(writer),
    );
    return counted.length > 0;
  };
  const secondsLeft = async (key: string, now: number): Promise<number> => {
    const [row] = await run(sql<{ readonly until: number }>`select until from people_attempts where key = ${key}`.compile(writer));
    return Math.max(1, Math.ceil((Number(row?.until ?? now) - now) / 1000));
  };
  return {
    begin: async (keys, now) => {
      for (const key of keys) if (!(await count(key, now))) return secondsLeft(key, now);
      return 0;
    },
    forgive: async (keys) => {
      await run(sql`delete from people_attempts where key in (${sql.join(keys)})`.compile(writer));
    },
  };
}

/** How long the next attempt has to wait after so many, in milliseconds, as SQL. */
const waitAfter = (failures: ReturnType<typeof sql>) => sql`case when ${failures} < ${FREE_ATTEMPTS} then 0
  when ${failures} >= ${FREE_ATTEMPTS + DOUBLINGS} then ${LONGEST_WAIT} else ${FIRST_WAIT} * (1 << (${failures} - ${FREE_ATTEMPTS})) end`;
