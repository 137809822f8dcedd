/** What can go wrong with a record that its user can do something about. The code is stable, the message says what to do. */
export type RecordErrorCode =
  | 'record-missing'
  | 'record-not-ours'
  | 'record-newer'
  | 'record-older'
  | 'record-read-only'
  | 'record-busy'
  | 'record-full'
  | 'record-damaged'
  | 'record-unreadable'
  | 'record-unreachable'
  | 'record-slow'
  | 'store-missing'
  | 'query-wrong'
  | 'cursor-wrong'
  | 'correction-wrong';

/** The one error that the record and its answers throw on purpose. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RecordError';
    this.code = code;
  }
}
