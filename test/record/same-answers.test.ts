import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { emptyDatabase } from '../support/postgres.js';
import { sampleFilings } from '../web/sample-record.js';
import { answersOf, questionsFor } from './same-questions.js';

/** The sample articles in both stores. */
let file: StatementRecord;
let database: StatementRecord;

beforeAll(async () => {
  const filings = await sampleFilings();
  file = await openRecord(':memory:', 'write');
  database = await openRecord(await emptyDatabase(), 'write');
  for (const record of [file, database]) await record.file(filings);
});

afterAll(async () => {
  await file.close();
  await database.close();
});

test('a file and a database answer every question alike', async () => {
  const questions = await questionsFor(file, 17);
  const theirs = answersOf(database, questions);
  let asked = 0;
  for await (const [question, answer] of answersOf(file, questions)) {
    const other = await theirs.next();
    expect(other.done ? null : other.value, question).toEqual([question, answer]);
    asked++;
  }
  expect((await theirs.next()).done).toBe(true);
  expect(asked).toBeGreaterThan(80);
});
