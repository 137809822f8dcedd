import { deepStrictEqual } from 'node:assert';
import { copyRecord, openRecord } from '../../src/record/index.js';
import { emptyDatabase, makeFolder, stopServer } from '../support/postgres.js';
import { answersOf, questionsFor } from './same-questions.js';

// Copies the record in a file to a PostgreSQL server of its own and puts the same questions to both: npx tsx test/record/compare-stores.ts FILE
const [, , place = ''] = process.argv;
makeFolder();
try {
  const address = await emptyDatabase();
  const { rows, failures } = await copyRecord(place, address);
  deepStrictEqual(failures, []);
  const [file, database] = [await openRecord(place, 'read'), await openRecord(address, 'read')];
  const questions = await questionsFor(file, 4_001);
  const theirs = answersOf(database, questions);
  let asked = 0;
  for await (const [question, answer] of answersOf(file, questions)) {
    const { value } = await theirs.next();
    deepStrictEqual(JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify([question, answer])), question);
    asked++;
  }
  console.log(`${rows.texts} texts, ${rows.statements} statements: the two stores answer ${asked} questions alike`);
  await file.close();
  await database.close();
} finally {
  await stopServer();
}
