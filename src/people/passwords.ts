import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { PeopleError } from './people.js';

/** What it costs to check one password, in the terms of scrypt: memory is 128 · N · r bytes, time grows with N · r · p. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** One of the settings that the OWASP Password Storage Cheat Sheet names as equal: 32 MB, three times over. */
export const PASSWORD_COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };

const LENGTH = 32;

/** NIST SP 800-63B: length is what counts; very long ones only cost time. */
const SHORTEST = 10;
const LONGEST = 200;

/** "scrypt$32768$8$3$salt$hash", so that one cost can be told from another. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST)
    throw new PeopleError('password-weak', `a password has from ${SHORTEST} to ${LONGEST} characters; several words in a row are good`);
  const salt = randomBytes(16);
  return written(cost, salt, await derive(password, salt, cost));
}

/** Whether it is the password. With no hash it takes as long and is false: an unknown name must not be told by the time. */
export async function isPassword(password: string, hash: string | null, cost: PasswordCost): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (hash ?? written(cost, Buffer.alloc(16), Buffer.alloc(LENGTH))).split('$');
  const own = { N: Number(n), r: Number(r), p: Number(p) };
  const derived = await derive(password.slice(0, LONGEST), Buffer.from(salt, 'base64url'), own);
  const expected = Buffer.from(key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived) && hash !== null;
}

const written = ({ N, r, p }: PasswordCost, salt: Buffer, key: Buffer): string =>
  ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

const derive = (password: string, salt: Uint8Array, cost: PasswordCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: 2 ** 20 + 256 * cost.N * cost.r };
    scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
