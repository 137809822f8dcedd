import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type People, PeopleError } from '../../src/people/index.js';

const NOW = Date.UTC(2031, 2, 14, 9);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PASSWORD = 'correct horse osterin';
const HERE = '192.0.2.7';

/** What every keeper of people does. `open` gives an empty one. */
export function describePeople(kind: string, open: () => Promise<People>): void {
  describe(`people in ${kind}`, () => {
    let people: People;
    beforeEach(async () => {
      people = await open();
      await people.add('Ana', 'read', PASSWORD);
    });
    afterEach(() => people.close());

    const enter = async (name: string, password: string, now = NOW, address = HERE) => people.signIn({ name, password, address }, now);
    const secretOf = async (name: string, now = NOW): Promise<string> => {
      const answer = await enter(name, PASSWORD, now);
      if (answer.kind !== 'in') throw new Error(answer.kind);
      return answer.secret;
    };

    test('the right password opens a session, with the rights of the role', async () => {
      const secret = await secretOf('ANA');
      expect(await people.ofSession(secret, NOW)).toEqual({ name: 'Ana', by: 'session', rights: ['read'], perMinute: null, token: null });
      await people.setRole('ana', 'edit');
      expect((await people.ofSession(secret, NOW))?.rights).toEqual(['read', 'edit', 'file']);
    });

    test('a wrong password, a wrong name and an invented session open nothing', async () => {
      expect(await enter('Ana', 'correct horse Osterin')).toEqual({ kind: 'refused' });
      expect(await enter('Bela', PASSWORD)).toEqual({ kind: 'refused' });
      expect(await people.ofSession('ors_invented', NOW)).toBeNull();
    });

    test('every session has a secret of its own, and signing out ends that one alone', async () => {
      const [one, two] = [await secretOf('Ana'), await secretOf('Ana')];
      expect(one).not.toBe(two);
      await people.signOut(one);
      expect(await people.ofSession(one, NOW)).toBeNull();
      expect(await people.ofSession(two, NOW)).not.toBeNull();
    });

    test('a session ends when nobody uses it for twelve hours, and after a week however much it is used', async () => {
      const secret = await secretOf('Ana');
      expect(await people.ofSession(secret, NOW + 12 * HOUR)).not.toBeNull();
      expect(await people.ofSession(secret, NOW + 24 * HOUR)).not.toBeNull();
      expect(await people.ofSession(secret, NOW + 36 * HOUR + MINUTE)).toBeNull();
      const other = await secretOf('Ana');
      for (let hours = 10; hours <= 160; hours += 10) await people.ofSession(other, NOW + hours * HOUR);
      expect(await people.ofSession(other, NOW + 169 * HOUR)).toBeNull();
    });

    test('a password that is changed, and a person who is removed, end every session and token', async () => {
      const secret = await secretOf('Ana');
      await people.setPassword('Ana', `${PASSWORD} two`);
      expect(await people.ofSession(secret, NOW)).toBeNull();
      expect(await enter('Ana', PASSWORD)).toEqual({ kind: 'refused' });
      const token = await people.makeToken({ name: 'Ana', label: 'desk', rights: ['read'], perMinute: null, until: null }, NOW);
      await people.remove('Ana');
      expect(await people.ofToken(token.secret, NOW)).toBeNull();
      expect(await people.all()).toEqual([]);
    });

    test('after five wrong attempts a name has to wait, longer each time, also with the right password', async () => {
      for (let attempt = 0; attempt < 5; attempt++)
        expect((await enter('Ana', `wrong ${attempt}`, NOW, `192.0.2.${attempt}`)).kind).toBe('refused');
      expect(await enter('Ana', PASSWORD, NOW, '192.0.2.99')).toEqual({ kind: 'wait', seconds: 5 });
      expect(await enter('Ana', 'wrong', NOW + 6_000, '192.0.2.99')).toEqual({ kind: 'refused' });
      expect(await enter('Ana', PASSWORD, NOW + 12_000, '192.0.2.99')).toMatchObject({ kind: 'wait' });
      expect((await enter('Ana', PASSWORD, NOW + 60_000, '192.0.2.99')).kind).toBe('in');
      expect((await enter('Ana', 'wrong', NOW + 60_000, '192.0.2.99')).kind).toBe('refused');
    });

    test('an address that tries many names has to wait; another address does not', async () => {
      for (let attempt = 0; attempt < 5; attempt++) await enter(`name${attempt}`, 'wrong');
      expect(await enter('Ana', PASSWORD)).toEqual({ kind: 'wait', seconds: 5 });
      expect((await enter('Ana', PASSWORD, NOW, '192.0.2.8')).kind).toBe('in');
    });

    test('many attempts at once do not each count as the first', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => enter('Ana', `wrong ${index}`)));
      expect(answers.filter(({ kind }) => kind === 'refused').length).toBeLessThanOrEqual(5);
      expect((await enter('Ana', PASSWORD)).kind).toBe('wait');
    });

    test('a token has no more rights than it was given and than its person has left', async () => {
      await people.setRole('Ana', 'edit');
      const { secret, id } = await people.makeToken(
        { name: 'Ana', label: 'wire desk', rights: ['read', 'file', 'admin'], perMinute: 30, until: null },
        NOW,
      );
      expect(await people.ofToken(secret, NOW)).toEqual({ name: 'Ana', by: 'token', rights: ['read', 'file'], perMinute: 30, token: id });
      await people.setRole('Ana', 'read');
      expect((await people.ofToken(secret, NOW))?.rights).toEqual(['read']);
      expect(await people.ofSession(secret, NOW)).toBeNull();
    });

    test('a token ends at its time and when it is revoked', async () => {
      const ending = await people.makeToken(
        { name: 'Ana', label: 'a day', rights: ['read'], perMinute: null, until: NOW + 24 * HOUR },
        NOW,
      );
      expect(await people.ofToken(ending.secret, NOW + 23 * HOUR)).not.toBeNull();
      expect(await people.ofToken(ending.secret, NOW + 24 * HOUR)).toBeNull();
      const revoked = await people.makeToken({ name: 'Ana', label: 'lost', rights: ['read'], perMinute: null, until: null }, NOW);
      await people.revokeToken(revoked.id);
      expect(await people.ofToken(revoked.secret, NOW)).toBeNull();
      await expect(people.revokeToken(revoked.id)).rejects.toMatchObject({ code: 'token-unknown' });
    });

    test('nothing that is kept is a secret or a password', async () => {
      const session = await secretOf('Ana');
      const { secret } = await people.makeToken({ name: 'Ana', label: 'desk', rights: ['read'], perMinute: null, until: null }, NOW);
      const kept = JSON.stringify([await people.tokens(), await people.all(), await people.entries(100, null)]);
      for (const hidden of [session, secret, PASSWORD]) expect(kept).not.toContain(hidden);
    });

    test('names and passwords that are none are refused, with what to do', async () => {
      for (const name of ['', 'a b', '../x', 'x'.repeat(65), "ana'--"])
        await expect(people.add(name, 'read', PASSWORD)).rejects.toMatchObject({ code: 'name-wrong' });
      await expect(people.add('aNA', 'read', PASSWORD)).rejects.toMatchObject({ code: 'name-taken' });
      await expect(people.add('Bela', 'read', 'short')).rejects.toMatchObject({
        code: 'password-weak',
        message: expect.stringContaining('10'),
      });
      await expect(people.setRole('Bela', 'read')).rejects.toBeInstanceOf(PeopleError);
    });

    test('the log is kept in order and can be paged', async () => {
      for (const detail of ['one', 'two', 'three']) await people.log({ at: NOW, who: 'Ana', action: 'correct', detail });
      const [latest, second] = await people.entries(2, null);
      expect([latest?.detail, second?.detail]).toEqual(['three', 'two']);
      expect((await people.entries(2, second?.number ?? 0)).map(({ detail }) => detail)).toEqual(['one']);
    });

    test('a collection is its owner’s alone until it is shared, and only the owner changes it', async () => {
      await people.add('Bela', 'admin', PASSWORD);
      const { collections } = people;
      const id = await collections.make('Ana', 'Harbour talks', NOW);
      await collections.put(id, 'Ana', { statement: 'aaaa', note: 'the first offer' });
      await collections.put(id, 'Ana', { statement: 'bbbb', note: null });
      expect(await collections.seenBy('Bela')).toEqual([]);
      await expect(collections.items(id, 'Bela')).rejects.toMatchObject({ code: 'collection-unknown' });
      await expect(collections.put(id, 'Bela', { statement: 'cccc', note: null })).rejects.toMatchObject({ code: 'collection-unknown' });
      await collections.share(id, 'Ana', true);
      expect(await collections.seenBy('Bela')).toEqual([{ id, owner: 'Ana', title: 'Harbour talks', shared: true, statements: 2 }]);
      expect(await collections.items(id, 'Bela')).toEqual([
        { statement: 'aaaa', note: 'the first offer' },
        { statement: 'bbbb', note: null },
      ]);
      await expect(collections.remove(id, 'Bela')).rejects.toMatchObject({ code: 'collection-unknown' });
      await collections.take(id, 'Ana', 'aaaa');
      expect(await collections.items(id, 'Ana')).toHaveLength(1);
      await collections.remove(id, 'Ana');
      expect(await collections.seenBy('Ana')).toEqual([]);
    });

    test('what is over is forgotten', async () => {
      const secret = await secretOf('Ana');
      await people.prune(NOW + 8 * 24 * HOUR);
      expect(await people.ofSession(secret, NOW)).toBeNull();
    });
  });
}
