import type { StatementRecord } from '../../record/index.js';
import { LONGEST_EXCERPT, statementName } from '../export/exported.js';
import { webAddress } from '../export/schema-org.js';
import type { Claim } from '../figures/ledger.js';
import type { Issue } from '../issues/issue.js';
import type { DayPosition } from '../positions/day-positions.js';
import { clipped, setWords } from '../text/wording.js';
import type { Change, ChangeSide, FigureSide, PositionSide } from './change.js';
import type { FoundChange } from './find-changes.js';

/** A change in words, both sides with their sources; null where one of its statements is gone meanwhile. `pages` is where the record's pages are. */
export async function describeChange(
  record: StatementRecord,
  found: FoundChange,
  issues: readonly Issue[],
  pages: string | null,
): Promise<Change | null> {
  if (found.kind === 'figure') {
    const [then, now] = [await figureSide(record, found.then, pages), await figureSide(record, found.now, pages)];
    const { claimantKey: key, claimant } = found.now;
    return then === null || now === null
      ? null
      : { id: found.id, kind: 'figure', matter: found.matter, speaker: { key, name: claimant ?? '' }, then, now };
  }
  const { shift } = found;
  const [then, now] = [await positionSide(record, shift.then, pages), await positionSide(record, shift.now, pages)];
  if (then === null || now === null) return null;
  const issue = issues[shift.issue];
  return {
    id: found.id,
    kind: shift.stanceChanged ? 'position' : 'condition',
    issue: { id: issue?.id ?? '', name: issue?.name ?? '' },
    condition: shift.condition,
    speaker: { key: shift.holder, name: shift.holderName },
    then,
    now,
  };
}

async function positionSide(record: StatementRecord, day: DayPosition, pages: string | null): Promise<PositionSide | null> {
  const side = await sideOf(record, day.shown.statement.id, pages);
  return side === null ? null : { ...side, from: day.from, to: day.to, stance: day.stance, condition: day.condition };
}

async function figureSide(record: StatementRecord, claim: Claim, pages: string | null): Promise<FigureSide | null> {
  const { value, unit, qualifier, exact } = claim;
  const side = await sideOf(record, claim.statement, pages);
  return side === null ? null : { ...side, value, unit, qualifier, exact };
}

async function sideOf(record: StatementRecord, id: string, pages: string | null): Promise<ChangeSide | null> {
  const recorded = await record.statement(id);
  if (recorded === null) return null;
  const { statement, article, speaker, wording } = recorded;
  return {
    statement: id,
    link: pages === null ? statementName(id) : `${pages}/s/${id}`,
    from: statement.said.from,
    to: statement.said.to,
    words: setWords(recorded, clipped(statement.words, LONGEST_EXCERPT).text),
    speaker: speaker.name ?? wording.source ?? 'not named',
    outlet: article.outlet,
    printed: article.published,
    url: webAddress(article.url),
  };
}
