/**
 * Why an entry's name is a trick, or null. Nothing is ever written under such a name, but an archive that holds one was made to
 * hurt, or its names would mislead whoever looks a source up.
 */
export function nameTrick(name: string): string | null {
  if (name.length > 1024) return 'has a name of more than 1,024 characters';
  for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) < 32) return 'has a control character in its name';
  const plain = name.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain)) return 'has a name that begins at the root of a disk';
  if (plain.split('/').includes('..')) return 'has a name that leads out of the archive ("..")';
  return null;
}

/** Entries that systems add and nobody means. */
export const isHiddenEntry = (name: string): boolean => name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
