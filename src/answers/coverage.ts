import type { Day, Stance } from '../engine/index.js';
import type { Filter, LookedAt, StatementRecord } from '../record/index.js';
import { readQuery } from './search/search.js';

export interface CoverageQuestion {
  /** A query, or a filter that the caller made; null for everything. */
  readonly on: string | Filter | null;
}

/** What one outlet printed of one speaker on the matter. */
export interface CoverageCell {
  readonly outlet: string | null;
  readonly speakerKey: string;
  readonly speaker: string | null;
  readonly statements: number;
  /** How many take each side; those that take none are in `statements` alone. */
  readonly stances: Readonly<Record<Stance, number>>;
  readonly first: Day | null;
  readonly last: Day | null;
}

export interface CoverageAnswer {
  /** By speaker with most statements, then by outlet. */
  readonly cells: readonly CoverageCell[];
  /** When each speaker last spoke on the matter: the day said, else printed. */
  readonly speakers: readonly {
    readonly key: string;
    readonly name: string | null;
    readonly statements: number;
    readonly last: Day | null;
    readonly outlets: number;
  }[];
  /** Outlets of the record that printed nothing on the matter, with how many of their articles were looked at. */
  readonly silent: readonly { readonly outlet: string | null; readonly articles: number }[];
  readonly lookedAt: LookedAt;
}

/** What others collected says nothing of what an outlet carried. */
const NOT_IMPORTED: Filter = { kind: 'not', of: { kind: 'imported', from: null } };

const NO_STANCES: Readonly<Record<Stance, number>> = { for: 0, 'only-if': 0, against: 0, unclear: 0 };

/** Which outlets carried whose statements on a matter, with which sides, and which carried none. Constant memory but for the cells. */
export async function coverage(record: StatementRecord, { on }: CoverageQuestion): Promise<CoverageAnswer> {
  const asked: Filter = on === null ? { kind: 'everything' } : typeof on === 'string' ? readQuery(on) : on;
  const filter: Filter = { kind: 'and', of: [asked, NOT_IMPORTED] };
  const cells = new Map<string, CoverageCell>();
  for await (const { speaker, article, statement } of record.iterate({ filter })) {
    const key = JSON.stringify([article.outlet, speaker.key]);
    const cell = cells.get(key) ?? {
      outlet: article.outlet,
      speakerKey: speaker.key,
      speaker: speaker.name,
      statements: 0,
      stances: NO_STANCES,
      first: null,
      last: null,
    };
    const day = statement.said.to ?? article.published;
    const stance = statement.position?.stance;
    cells.set(key, {
      ...cell,
      statements: cell.statements + 1,
      stances: stance === undefined ? cell.stances : { ...cell.stances, [stance]: cell.stances[stance] + 1 },
      first: earlier(cell.first, day),
      last: later(cell.last, day),
    });
  }
  const speakers = speakersOf([...cells.values()]);
  const rank = new Map(speakers.map(({ key }, index) => [key, index]));
  const heard = new Set([...cells.values()].map(({ outlet }) => outlet));
  const silent = (await record.outlets()).filter(({ outlet }) => !heard.has(outlet)).map(({ outlet, articles }) => ({ outlet, articles }));
  const ordered = [...cells.values()].sort(
    (one, other) =>
      (rank.get(one.speakerKey) ?? 0) - (rank.get(other.speakerKey) ?? 0) || (one.outlet ?? '').localeCompare(other.outlet ?? '', 'en'),
  );
  return { cells: ordered, speakers, silent, lookedAt: await record.lookedAt({ kind: 'everything' }) };
}

function speakersOf(cells: readonly CoverageCell[]): CoverageAnswer['speakers'] {
  const speakers = new Map<string, CoverageAnswer['speakers'][number]>();
  for (const cell of cells) {
    const known = speakers.get(cell.speakerKey) ?? { key: cell.speakerKey, name: cell.speaker, statements: 0, last: null, outlets: 0 };
    speakers.set(cell.speakerKey, {
      ...known,
      statements: known.statements + cell.statements,
      last: later(known.last, cell.last),
      outlets: known.outlets + 1,
    });
  }
  return [...speakers.values()].sort(
    (one, other) => other.statements - one.statements || (one.name ?? '').localeCompare(other.name ?? '', 'en'),
  );
}

const earlier = (one: Day | null, other: Day | null): Day | null => (one === null || (other !== null && other < one) ? other : one);
const later = (one: Day | null, other: Day | null): Day | null => (one === null || (other !== null && other > one) ? other : one);
