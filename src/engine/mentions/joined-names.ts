import type { Draft } from './drafts.js';
import type { Words } from './words.js';

/** Most names that one list joins. */
const MOST_JOINED = 8;

/**
 * Adds a mention for names joined by "and" ("Berg and Varga", "Berg, Varga and Odel"), before the first of them: several
 * persons who do something together are a referent of their own.
 */
export function joinNames(drafts: readonly Draft[], words: Words): readonly Draft[] {
  const starts = new Map<number, number>();
  for (let index = 0; index < drafts.length; index++) {
    const last = lastJoined(drafts, words, index);
    if (last > index) {
      starts.set(index, last);
      index = last;
    }
  }
  return starts.size === 0 ? drafts : withJoined(drafts, starts);
}

function lastJoined(drafts: readonly Draft[], { lower }: Words, first: number): number {
  let last = first;
  for (let next = first + 1; next < drafts.length && next - first < MOST_JOINED; next++) {
    const before = drafts[last] as Draft;
    const draft = drafts[next] as Draft;
    if (draft.modifier && draft.kind === 'name' && draft.to <= (drafts[next + 1]?.to ?? 0) && (drafts[next + 1]?.from ?? 0) <= draft.from)
      continue;
    if (!isPersonal(before) || !isPersonal(draft)) return first;
    const gap = draft.from - before.to;
    const comma = lower[before.to] === ',';
    if ((gap === 1 && lower[before.to] === 'and') || (gap === 2 && comma && last > first && lower[before.to + 1] === 'and')) return next;
    if (gap !== 1 || !comma) return first;
    last = next;
  }
  return first;
}

const isPersonal = (draft: Draft): boolean =>
  draft.kind === 'name' && !draft.modifier && (draft.type === 'person' || draft.type === 'unknown');

function withJoined(drafts: readonly Draft[], starts: ReadonlyMap<number, number>): readonly Draft[] {
  const out: Draft[] = [];
  const moved: number[] = [];
  let until = -1;
  let acts = false;
  drafts.forEach((draft, index) => {
    const last = drafts[starts.get(index) ?? -1];
    if (last !== undefined) {
      out.push({
        kind: 'name',
        from: draft.from,
        to: last.to,
        coreFrom: draft.coreFrom,
        coreTo: last.coreTo,
        type: 'group',
        gender: null,
        plural: true,
        opening: 'bare',
        owner: -1,
        role: '',
        subject: draft.subject || last.subject,
        modifier: false,
      });
    }
    moved.push(out.length);
    if (last !== undefined) {
      until = last.to;
      acts = draft.subject || last.subject;
    }
    if (acts && draft.to <= until && !draft.modifier) draft.subject = true;
    if (draft.owner >= 0) draft.owner = moved[draft.owner] ?? -1;
    out.push(draft);
  });
  return out;
}
