import type { Day } from '../../engine/index.js';
import { type Families, familyOf } from './families.js';
import { type ComparedText, type Link, linkTexts, type Relation } from './links.js';

/** One text in a tree of copies. */
export interface OriginMember {
  /** Index into the texts that were compared. */
  readonly text: number;
  /** The text that this one hangs on, or null for the first. */
  readonly of: number | null;
  readonly relation: Relation | null;
  readonly share: number | null;
  /** Whether the dates or a credit tell which came first; otherwise the direction is not known. */
  readonly direction: 'known' | 'not known';
  /** Why: "credits Interline", "printed a day later", "same address", "same day, no credit". */
  readonly because: string;
}

/** Texts that go back to one source and count once. */
export interface Origin {
  /** The agency that the texts credit, or null. */
  readonly agency: string | null;
  readonly members: readonly OriginMember[];
  /** Publishers that own several of the outlets, by the user's file. */
  readonly families: readonly string[];
}

export interface Origins {
  readonly outlets: number;
  readonly texts: number;
  readonly origins: readonly Origin[];
}

/**
 * Groups texts by where they come from: copies, rewrites and versions of one story, and stories with one agency's credit that
 * share passages, are one origin. Independent reports of one event are origins of their own, however alike their quotations.
 */
export function findOrigins(texts: readonly ComparedText[], families: Families = new Map()): Origins {
  const links = linkTexts(texts);
  const groups = join(texts.length, links);
  const origins = groups.map((members) => treeOf(texts, members, links, families));
  const outlets = new Set(texts.map(({ head }) => head.outlet)).size;
  return { outlets, texts: texts.length, origins };
}

/** Union of all that is linked; groups in the order of their first member. */
function join(count: number, links: readonly Link[]): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  for (const { left, right } of links) {
    const [one, other] = [rootOf(left), rootOf(right)];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}

function treeOf(texts: readonly ComparedText[], members: readonly number[], links: readonly Link[], families: Families): Origin {
  const agency = agencyOf(texts, members);
  const ordered = [...members].sort(
    (one, other) =>
      rank(texts, one, agency) - rank(texts, other, agency) || compareDays(dayOf(texts, one), dayOf(texts, other)) || one - other,
  );
  const placed: number[] = [];
  const tree = ordered.map((text): OriginMember => {
    const link = strongest(links, text, placed);
    placed.push(text);
    if (link === null)
      return {
        text,
        of: null,
        relation: null,
        share: null,
        direction: 'known',
        because: agency !== null && isAgencyItself(texts, text, agency) ? 'the agency itself' : 'the first known',
      };
    const of = link.left === text ? link.right : link.left;
    return { text, of, relation: link.relation, share: link.share, ...directionOf(texts, text, of, link, agency) };
  });
  const owners = members.map((text) => familyOf(families, texts[text]?.head.outlet ?? null)).filter((name) => name !== null);
  const shared = [...new Set(owners)].filter((name) => owners.filter((other) => other === name).length > 1);
  return { agency, members: tree, families: shared };
}

function agencyOf(texts: readonly ComparedText[], members: readonly number[]): string | null {
  const credits = members.map((text) => texts[text]?.head.wire ?? null).filter((wire) => wire !== null);
  return credits[0] ?? null;
}

const isAgencyItself = (texts: readonly ComparedText[], text: number, agency: string): boolean =>
  texts[text]?.head.outlet?.toLowerCase() === agency.toLowerCase();

/** The agency's own text comes first, then those that carry its credit, then all others. */
function rank(texts: readonly ComparedText[], text: number, agency: string | null): number {
  if (agency === null) return 0;
  return isAgencyItself(texts, text, agency) ? 0 : 1;
}

const dayOf = (texts: readonly ComparedText[], text: number): Day | null => texts[text]?.head.published ?? null;

function compareDays(one: Day | null, other: Day | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}

function strongest(links: readonly Link[], text: number, placed: readonly number[]): Link | null {
  const candidates = links.filter(
    ({ left, right }) => (left === text && placed.includes(right)) || (right === text && placed.includes(left)),
  );
  return candidates.reduce<Link | null>((best, link) => (best === null || link.share > best.share ? link : best), null);
}

function directionOf(
  texts: readonly ComparedText[],
  text: number,
  of: number,
  link: Link,
  agency: string | null,
): Pick<OriginMember, 'direction' | 'because'> {
  const head = texts[text]?.head;
  const [day, earlier] = [dayOf(texts, text), dayOf(texts, of)];
  if (link.relation === 'version') return { direction: 'known', because: 'same address' };
  if (head?.wire !== null && head?.wire !== undefined && agency !== null && !isAgencyItself(texts, text, agency))
    return { direction: 'known', because: `credits ${head.wire}` };
  if (agency !== null && isAgencyItself(texts, of, agency) && compareDays(earlier, day) <= 0 && day !== null)
    return { direction: 'known', because: `${agency} is an agency` };
  if (day === null || earlier === null) return { direction: 'not known', because: 'a printed day is missing' };
  return earlier < day
    ? { direction: 'known', because: 'printed later' }
    : { direction: 'not known', because: 'printed on the same day, no credit' };
}
