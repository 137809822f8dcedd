/** Says of a path inside a folder ("drafts/a.txt", with "/") whether the folder's ignore file leaves it out. */
export type Ignore = (path: string, isFolder: boolean) => boolean;

interface Rule {
  readonly segments: readonly string[];
  readonly keep: boolean;
  readonly foldersOnly: boolean;
}

/**
 * Reads an ignore file: a pattern a line, `#` begins a comment, the last pattern that fits decides. "*" and "?" stand for characters
 * of a name, "**" for any folders, "/" at the end for folders only, "!" before a pattern keeps what an earlier one left out.
 * A pattern without "/" fits names at any depth.
 */
export function readIgnore(text: string): Ignore {
  const rules = text.split(/\r?\n/).flatMap(readRule);
  return (path, isFolder) => {
    const segments = path.split('/');
    let ignored = false;
    for (const rule of rules) {
      if (rule.foldersOnly && !isFolder) continue;
      if (fitsPath(rule.segments, segments)) ignored = !rule.keep;
    }
    return ignored;
  };
}

function readRule(line: string): readonly Rule[] {
  const written = line.trim();
  if (written === '' || written.startsWith('#')) return [];
  const keep = written.startsWith('!');
  const pattern = keep ? written.slice(1) : written;
  const foldersOnly = pattern.endsWith('/');
  const path = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.startsWith('/') || path.includes('/');
  return [{ segments: anchored ? path.split('/') : ['**', path], keep, foldersOnly }];
}

/** Whether all of the path fits: a table over both lists of segments, so that "**" costs no more than their product. */
function fitsPath(pattern: readonly string[], path: readonly string[]): boolean {
  let fits = new Set([0]);
  for (const segment of path) {
    const next = new Set<number>();
    for (const at of skipped(fits, pattern)) {
      const part = pattern[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && fitsName(part, segment)) next.add(at + 1);
    }
    fits = next;
  }
  return skipped(fits, pattern).has(pattern.length);
}

/** Where matching can stand: "**" may stand for nothing. */
function skipped(places: ReadonlySet<number>, pattern: readonly string[]): ReadonlySet<number> {
  const all = new Set(places);
  for (const at of all) if (pattern[at] === '**') all.add(at + 1);
  return all;
}

/** "*" and "?" against one name: goes back to the last "*" only, so the cost is bounded by the product of the lengths. */
function fitsName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      from = index;
    } else if (pattern[at] === '?' || pattern[at] === name[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++from;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
