import { RecordError } from './record-error.js';
import type { StatementRecord } from './statement-record.js';

/** `read` never changes the record and fails where there is none; `write` makes or migrates it. */
export type RecordAccess = 'read' | 'write';

/** Opens the record at a place: a file, or `:memory:` for one that is gone when it is closed. */
export async function openRecord(place: string, access: RecordAccess): Promise<StatementRecord> {
  throw new RecordError('store-missing', `no store opens ${place} for ${access}`);
}
