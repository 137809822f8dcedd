/** What the record says about a question: each answer is plain data and says how much was looked at. */

export { type CoverageAnswer, type CoverageCell, type CoverageQuestion, coverage } from './coverage.js';
export { type BriefOptions, LONGEST_BRIEF } from './export/brief.js';
export type { ExportedEvent, PloverEvent } from './export/events.js';
export type { ExportRow } from './export/export-row.js';
export { exportStatements, type StreamedExport, type StreamQuestion } from './export/export-statements.js';
export type { ExportQuestion, ExportReport } from './export/exported.js';
export { EXPORT_FORMATS, type ExportFormat, type FormatFacts, isExportFormat, type StreamedFormat } from './export/formats.js';
export { withheldText } from './export/report-text.js';
export { exportSqlite } from './export/sqlite-file.js';
export type { CountedEvent } from './figures/counted.js';
export { type Claim, type Conflict, figuresLedger, type Matter } from './figures/ledger.js';
export { type Issue, queryIssue } from './issues/issue.js';
export { createIssueMatcher, type IssueMatch, type IssueMatcher } from './issues/issue-matcher.js';
export { formatIssue, type IssueFile, IssueFileError, joinIssueFiles, parseIssues, type SpeakerGroup } from './issues/parse-issues.js';
export { type IssueSuggestion, suggestIssues } from './issues/suggest-issues.js';
export { createMemory, type Memory } from './memory.js';
export { type Families, parseFamilies } from './origins/families.js';
export { type ComparedText, type Link, linkTexts, type Relation } from './origins/links.js';
export { findOrigins, type Origin, type OriginMember, type Origins } from './origins/origins.js';
export { textsAround } from './origins/texts-around.js';
export { type ComparedDays, type Comparison, comparePositions } from './positions/compare.js';
export type { ConditionChange } from './positions/condition-change.js';
export type { DayPosition } from './positions/day-positions.js';
export type { IssuePosition } from './positions/matched-positions.js';
export { type Matrix, type MatrixCell, type MatrixRow, positionsMatrix } from './positions/matrix.js';
export { type PositionedStatement, type PositionsLookedAt, positionedStatement } from './positions/positioned-statement.js';
export { type PositionLane, type PositionsAnswer, type PositionsQuestion, positionsTimeline } from './positions/positions-timeline.js';
export { readPositioned } from './positions/read-positioned.js';
export { type Contradiction, findShifts, type Shift, type ShiftsAnswer } from './positions/shifts.js';
export { type CheckedQuotation, checkDraft, type DraftQuotation, quotationsOfDraft, SHORTEST_CHECKED } from './quotations/check-draft.js';
export {
  type CheckedPart,
  type CheckQuestion,
  checkQuotation,
  LONGEST_QUOTATION,
  type QuotationCheck,
  type QuotationMatch,
  type Verdict,
} from './quotations/check-quotation.js';
export type { Difference } from './quotations/differences.js';
export type { Voice } from './quotations/held-text.js';
export type { Rendering } from './same-words/compare-words.js';
export { type SameWords, sameWords, type Variant } from './same-words/same-words.js';
export { carriedUtterances, createUtterances, type Utterance, type Utterances } from './same-words/utterances.js';
export { type DayRange, readDayRange } from './search/day-range.js';
export { DEEPEST_QUERY, LONGEST_QUERY, MOST_TERMS, type ParsedQuery, parseQuery } from './search/parse-query.js';
export { FIELDS, type FieldName } from './search/query-fields.js';
export { countStatements, readQuery, type SearchAnswer, type SearchQuestion, search } from './search/search.js';
export { type Mark, type StatementInContext, statementInContext } from './statement-in-context.js';
export { findReplies, type Reply, type ReplyKind } from './threads/replies.js';
export { type Address, type ThreadAnswer, type ThreadNode, type ThreadQuestion, thread, threadsOf } from './threads/thread.js';
export { type SaidOn, saidOn, type TimelineAnswer, type TimelineEntry, type TimelineQuestion, timeline } from './timeline.js';
export type { Change, ChangeSide, FigureChange, FigureSide, PositionChange, PositionSide } from './watch/change.js';
export { describeChange } from './watch/describe-change.js';
export { type FoundChange, findChanges, type WatchQuestion } from './watch/find-changes.js';
