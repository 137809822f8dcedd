import type { StatementRecord } from '../../record/index.js';
import { type PositionedStatement, positionedStatement } from './positioned-statement.js';

/** So many statements are read before others have their turn. */
const TURN = 200;

/** Every statement of a record that takes a side, of speakers who are known. `turn` is waited for now and then, so that a server can answer meanwhile. */
export async function readPositioned(
  record: StatementRecord,
  turn: () => Promise<void> = async () => {},
): Promise<readonly PositionedStatement[]> {
  const statements: PositionedStatement[] = [];
  let read = 0;
  for await (const recorded of record.iterate({ filter: { kind: 'position' } })) {
    const positioned = positionedStatement(recorded);
    if (positioned !== null) statements.push(positioned);
    if (++read % TURN === 0) await turn();
  }
  return statements;
}
