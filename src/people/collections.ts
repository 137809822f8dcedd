import { sql } from 'kysely';
import type { PeopleDatabase } from './database.js';
import { type Collection, type CollectionItem, type Collections, PeopleError } from './people.js';
import { personKey } from './persons.js';
import { makeId } from './secrets.js';

const LONGEST_TITLE = 200;
const LONGEST_NOTE = 2_000;

/** So many lists a person, so many statements a list. */
const MOST_COLLECTIONS = 500;
const MOST_ITEMS = 5_000;

const UNKNOWN = 'there is no such collection, or it is not yours';

/** Lists of statements. Whether one is there is told only to those who may see it. */
export function createCollections({ writer, run }: PeopleDatabase): Collections {
  const count = async (query: ReturnType<typeof sql>): Promise<number> =>
    Number((await run(sql<{ readonly found: number }>`select count(*) as found ${query}`.compile(writer)))[0]?.found ?? 0);
  const mustOwn = async (id: string, owner: string): Promise<void> => {
    if ((await count(sql`from people_collections where id = ${id} and owner = ${personKey(owner)}`)) === 0)
      throw new PeopleError('collection-unknown', UNKNOWN);
  };
  return {
    make: async (owner, title, now) => {
      if (title.trim() === '' || title.length > LONGEST_TITLE)
        throw new PeopleError('name-wrong', `a collection needs a title of at most ${LONGEST_TITLE} characters`);
      if ((await count(sql`from people_collections where owner = ${personKey(owner)}`)) >= MOST_COLLECTIONS)
        throw new PeopleError('name-wrong', `nobody may have more than ${MOST_COLLECTIONS} collections`);
      const id = makeId();
      await run(sql`insert into people_collections values (${id}, ${personKey(owner)}, ${title.trim()}, ${0}, ${now})`.compile(writer));
      return id;
    },
    seenBy: async (name) => {
      const rows = await run(
        sql<{ readonly id: string; readonly owner: string; readonly title: string; readonly shared: number; readonly statements: number }>`
          select c.id, coalesce(p.shown, c.owner) as owner, c.title, c.shared,
            (select count(*) from people_collected i where i.collection = c.id) as statements
          from people_collections c left join people p on p.name = c.owner
          where c.owner = ${personKey(name)} or c.shared = 1 order by c.made, c.id`.compile(writer),
      );
      return rows.map((row): Collection => ({ ...row, shared: Number(row.shared) === 1, statements: Number(row.statements) }));
    },
    share: async (id, owner, shared) => {
      await mustOwn(id, owner);
      await run(sql`update people_collections set shared = ${shared ? 1 : 0} where id = ${id}`.compile(writer));
    },
    put: async (id, owner, { statement, note }) => {
      await mustOwn(id, owner);
      if (!/^[a-z0-9-]{1,80}$/i.test(statement)) throw new PeopleError('name-wrong', `"${statement.slice(0, 80)}" is no id of a statement`);
      if ((await count(sql`from people_collected where collection = ${id}`)) >= MOST_ITEMS)
        throw new PeopleError('name-wrong', `a collection holds at most ${MOST_ITEMS} statements`);
      const kept = note === null ? null : note.slice(0, LONGEST_NOTE);
      const at = await count(sql`from people_collected where collection = ${id}`);
      await run(
        sql`insert into people_collected (collection, statement, note, at) values (${id}, ${statement}, ${kept}, ${at})
          on conflict (collection, statement) do update set note = ${kept}`.compile(writer),
      );
    },
    take: async (id, owner, statement) => {
      await mustOwn(id, owner);
      await run(sql`delete from people_collected where collection = ${id} and statement = ${statement}`.compile(writer));
    },
    items: async (id, name) => {
      if ((await count(sql`from people_collections where id = ${id} and (owner = ${personKey(name)} or shared = 1)`)) === 0)
        throw new PeopleError('collection-unknown', UNKNOWN);
      return run(
        sql<CollectionItem>`select statement, note from people_collected where collection = ${id} order by at, statement`.compile(writer),
      );
    },
    remove: async (id, owner) => {
      await mustOwn(id, owner);
      await run(sql`delete from people_collected where collection = ${id}`.compile(writer));
      await run(sql`delete from people_collections where id = ${id}`.compile(writer));
    },
  };
}
