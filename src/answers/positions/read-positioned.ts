import type { Filter, StatementRecord } from '../../record/index.js';
import { briefPosition, type PositionedStatement } from './positioned-statement.js';

/** After so many statements others have their turn. */
const TURN = 2_000;

export interface PositionedQuestion {
  /** Leaves some positions aside, such as those of other speakers. */
  readonly among?: Filter;
  /** Waited for now and then, so that a server can answer meanwhile. */
  readonly turn?: () => Promise<void>;
}

/** The statements of a record that take a side, of speakers who are known. */
export async function readPositioned(
  record: StatementRecord,
  { among, turn = async () => {} }: PositionedQuestion = {},
): Promise<readonly PositionedStatement[]> {
  const filter: Filter = { kind: 'and', of: [{ kind: 'position' }, ...(among === undefined ? [] : [among])] };
  const statements: PositionedStatement[] = [];
  let left = TURN;
  for await (const list of record.briefs(filter)) {
    for (const brief of list) {
      const positioned = briefPosition(brief);
      if (positioned !== null) statements.push(positioned);
    }
    left -= list.length;
    if (left > 0) continue;
    left = TURN;
    await turn();
  }
  return statements;
}
