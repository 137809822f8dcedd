import type { Operation } from './operation.js';
import { getRecord, listCorrections, listProblems } from './operations/about.js';
import { getCoverage, getFigures, getThreads } from './operations/answers.js';
import { fileArticles, getArticle, getOrigins, listArticles } from './operations/articles.js';
import { checkByBody, checkByQuery, checkDraftText } from './operations/checks.js';
import { compareSpeakers, getMatrix, getPositions, getShifts, listIssues } from './operations/positions.js';
import { getSpeaker, listOutlets, listSpeakers } from './operations/speakers.js';
import { getSameWords, getStatement, getStatementInContext, getTimeline, searchStatements } from './operations/statements.js';

/** Everything that the API does. What answers requests, what checks them and what documents them is made from this table. */
export const OPERATIONS: readonly Operation[] = [
  searchStatements,
  getStatement,
  getStatementInContext,
  getSameWords,
  getTimeline,
  listArticles,
  getArticle,
  fileArticles,
  getOrigins,
  listSpeakers,
  getSpeaker,
  listOutlets,
  listIssues,
  getPositions,
  getShifts,
  compareSpeakers,
  getMatrix,
  checkByQuery,
  checkByBody,
  checkDraftText,
  getFigures,
  getThreads,
  getCoverage,
  getRecord,
  listCorrections,
  listProblems,
];
