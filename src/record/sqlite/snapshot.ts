import { existsSync, rmSync } from 'node:fs';
import { RecordError } from '../record-error.js';
import { asRecordError, loadDriver } from './driver.js';

/** How long a snapshot waits for somebody who is writing, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Writes the record as it is at one moment into a file of its own, whole and without what was deleted. Others may read and
 * write meanwhile; what they write later is not in it. The file must not be there yet; where this fails, it is not there.
 */
export async function snapshotRecord(place: string, file: string): Promise<void> {
  if (!existsSync(place)) throw new RecordError('record-missing', `${place}: there is no record to copy`);
  if (existsSync(file)) throw new RecordError('record-unreadable', `${file} is there already; nothing was written`);
  const Driver = await loadDriver();
  try {
    const driver = new Driver(place, { readOnly: true, timeout: PATIENCE });
    try {
      driver.prepare('vacuum into ?').run(file);
    } finally {
      driver.close();
    }
  } catch (error) {
    rmSync(file, { force: true });
    throw asRecordError(error, place);
  }
}
