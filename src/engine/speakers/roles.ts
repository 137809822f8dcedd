import { BODIES } from '../english/lists/bodies.js';
import { CAPITALS, COUNTRIES, DEMONYMS } from '../english/lists/places.js';
import { WALKS_OF_LIFE } from '../english/lists/walks-of-life.js';
import type { Agreement } from './names.js';

const WALK_OF: ReadonlyMap<string, string> = new Map(
  [...WALKS_OF_LIFE].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

interface Role {
  readonly words: ReadonlySet<string>;
  readonly walk: string | null;
  readonly former: boolean;
}

function readRole(role: string): Role {
  const words = role.toLowerCase().match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
  let walk: string | null = null;
  for (const word of words) walk = WALK_OF.get(word) ?? walk;
  const former = words.some(
    (word) => word === 'former' || word === 'ex' || word === 'retired' || word.startsWith('ex-') || word === 'then',
  );
  return { words: new Set(words.filter((word) => !PLAIN.has(word))), walk, former };
}

const PLAIN = new Set([
  'a',
  'an',
  'and',
  'at',
  'for',
  'former',
  'his',
  'her',
  'in',
  'of',
  'on',
  'retired',
  'their',
  'the',
  'then',
  'to',
  's',
]);

/**
 * Whether two bearers of one name can be one person, by the roles that articles give them: "same" where a role is shared in
 * all its words, "different" where every role of one is in a walk of life that none of the other's is in (a minister and a
 * goalkeeper), else "cannot-tell": then they are shown as possibly two people. People change walks of life: a former role
 * never tells two people apart.
 */
export function compareRoles(a: readonly string[], b: readonly string[]): Agreement {
  const left = a.map(readRole);
  const right = b.map(readRole);
  if (left.some((role) => right.some((other) => sharesRole(role, other)))) return 'same';
  const walks = (roles: readonly Role[]): readonly string[] =>
    roles.flatMap((role) => (role.walk === null || role.former ? [] : [role.walk]));
  const own = walks(left);
  const others = walks(right);
  if (own.length === 0 || others.length === 0) return 'cannot-tell';
  return own.some((walk) => others.includes(walk)) ? 'cannot-tell' : 'different';
}

/** Roles agree in all words of the shorter one, and name no two places or bodies: "minister" and "Varnian foreign minister" do. */
function sharesRole(a: Role, b: Role): boolean {
  const [short, long] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (short.words.size === 0) return false;
  for (const word of short.words) if (!long.words.has(word)) return false;
  return short.words.size > 1 || !VAGUE.has([...short.words][0] ?? '');
}

/** Roles that thousands bear: sharing one says nothing. */
const VAGUE = new Set([
  'adviser',
  'aide',
  'analyst',
  'author',
  'candidate',
  'director',
  'expert',
  'leader',
  'lawyer',
  'man',
  'member',
  'mr',
  'mrs',
  'ms',
  'dr',
  'official',
  'professor',
  'resident',
  'senator',
  'spokesman',
  'spokeswoman',
  'student',
  'voter',
  'woman',
]);

/** Words that tie a role to a country or a body ("Varnian", "ministry"): what makes "the president" somebody's. */
export const isTie = (word: string): boolean => COUNTRIES.has(word) || DEMONYMS.has(word) || CAPITALS.has(word) || BODIES.has(word);
