/** Where articles and statements are kept so that nothing is lost. */

export { type CopyProgress, type CopyReport, copyRecord } from './copy-record.js';
export type { Change, Correction, CorrectionOutcome } from './corrections/correction.js';
export {
  correctionsPlace,
  makeCorrection,
  type ReadCorrections,
  readCorrections,
  writeCorrection,
} from './corrections/corrections-file.js';
export { nameKey } from './name-key.js';
export { openRecord, type RecordAccess } from './open-record.js';
export { isPostgres } from './postgres/place.js';
export { fingerprintsOf, SHINGLE, shinglesOf } from './prints/fingerprints.js';
export { ownWords, type RunningWords } from './prints/own-words.js';
export { COMMON_PRINT } from './prints/text-prints.js';
export { RecordError, type RecordErrorCode } from './record-error.js';
export { loadDriver } from './sqlite/driver.js';
export { snapshotRecord } from './sqlite/snapshot.js';
export * from './statement-record.js';
