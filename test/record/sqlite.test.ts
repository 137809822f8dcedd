import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openRecord } from '../../src/record/index.js';
import { holdsToTheRecord } from './conformance.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-sqlite-'));
let made = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

holdsToTheRecord('a record in a SQLite file', () => openRecord(join(folder, `record-${made++}.sqlite`), 'write'));
holdsToTheRecord('a record in memory', () => openRecord(':memory:', 'write'));
