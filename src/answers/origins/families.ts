/** Outlets of one publisher, by name: a list that users extend. */
export type Families = ReadonlyMap<string, string>;

/**
 * Reads a families file: one publisher a line, `Publisher: Outlet, Outlet`. Empty lines and lines with `#` are passed over.
 * Throws a SyntaxError that names the line.
 */
export function parseFamilies(source: string): Families {
  const families = new Map<string, string>();
  source.split(/\r?\n/).forEach((line, index) => {
    const plain = line.trim();
    if (plain === '' || plain.startsWith('#')) return;
    const colon = plain.indexOf(':');
    const publisher = plain.slice(0, colon).trim();
    const outlets = plain
      .slice(colon + 1)
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (colon < 1 || outlets.length === 0) throw new SyntaxError(`line ${index + 1}: write "Publisher: Outlet, Outlet"`);
    for (const outlet of outlets) families.set(outlet.toLowerCase(), publisher);
  });
  return families;
}

export const familyOf = (families: Families, outlet: string | null): string | null =>
  outlet === null ? null : (families.get(outlet.toLowerCase()) ?? null);
