import { RecordError, type RecordErrorCode } from '../record-error.js';

type Meaning = readonly [code: RecordErrorCode, advice: string];

/** What PostgreSQL's own codes and the network's mean to somebody who keeps a record there. Longer beginnings come first. */
const MEANINGS: readonly (readonly [start: string, ...Meaning])[] = [
  ['ECONNREFUSED', 'record-unreachable', 'no PostgreSQL server answers there; start it, or check host and port'],
  ['ENOTFOUND', 'record-unreachable', 'there is no host of this name; check the address'],
  ['EAI_AGAIN', 'record-unreachable', 'the name of the host cannot be looked up now; check the network'],
  ['ETIMEDOUT', 'record-unreachable', 'the server does not answer; check the network and that it accepts connections from here'],
  ['EHOSTUNREACH', 'record-unreachable', 'the host cannot be reached; check the network'],
  ['ENETUNREACH', 'record-unreachable', 'the host cannot be reached; check the network'],
  ['ECONNRESET', 'record-unreachable', 'the connection was lost; what was not answered was not done; try again'],
  ['EPIPE', 'record-unreachable', 'the connection was lost; what was not answered was not done; try again'],
  ['ENOENT', 'record-unreachable', 'no PostgreSQL server answers at this socket; start it, or check the path'],
  [
    '28P01',
    'record-unreachable',
    'the server does not accept this user and password; give the password with PGPASSWORD, ~/.pgpass or the address',
  ],
  ['28', 'record-unreachable', 'the server does not let this user in from here; ask who runs it (pg_hba.conf)'],
  ['3D000', 'record-missing', 'the server has no database of this name; make it with "createdb"'],
  ['42501', 'record-read-only', 'this user may not do that in the database; ask who runs it for the right to create and write'],
  ['25006', 'record-read-only', 'the record is open for reading only, or the server is a copy that only reads'],
  ['53100', 'record-full', 'the server’s disk is full; nothing of this step was filed; free some space and run it again'],
  ['53300', 'record-busy', 'the server has too many connections; try again later, or let fewer programs connect'],
  ['57014', 'record-slow', 'the answer took too long and was given up; ask for less, or set a longer statement_timeout in the address'],
  ['57P03', 'record-unreachable', 'the server is starting or stopping; try again in a moment'],
  ['57P', 'record-unreachable', 'the server ended the connection; what was not answered was not done; try again'],
  ['25P03', 'record-busy', 'the server gave up waiting in the middle of a step, which was not done; try again'],
  ['55P03', 'record-busy', 'another program is changing the record; try again when it is done'],
  ['40', 'record-busy', 'other programs changed the same things at once, again and again; try again'],
  ['XX001', 'record-damaged', 'the server says that the database is damaged; restore it from a copy'],
  ['XX002', 'record-damaged', 'the server says that the database is damaged; restore it from a copy'],
  ['08', 'record-unreachable', 'the connection was lost; what was not answered was not done; try again'],
];

/** Failures of the client library that carry no code. */
const MESSAGES: readonly (readonly [pattern: RegExp, ...Meaning])[] = [
  [
    /timeout expired|timeout exceeded when trying to connect/i,
    'record-unreachable',
    'the server does not answer; check the network and the port',
  ],
  [
    /Connection terminated|Client has encountered a connection error/i,
    'record-unreachable',
    'the connection was lost; what was not answered was not done; try again',
  ],
  [/does not support SSL/i, 'record-unreachable', 'the server has no TLS; leave sslmode away, or let the server have a certificate'],
  [
    /self.signed certificate|unable to verify|certificate/i,
    'record-unreachable',
    'the server’s certificate is not trusted; name its authority with sslrootcert=FILE in the address',
  ],
  [
    /client password must be a string|no password/i,
    'record-unreachable',
    'the server asks for a password; give it with PGPASSWORD, ~/.pgpass or the address',
  ],
];

/** What the server or the network reports, in the record's own terms. What is not known passes through as it is. */
export function asRecordError(error: unknown, shown: string): unknown {
  if (error instanceof RecordError || !(error instanceof Error)) return error;
  const meaning = meaningOf(error);
  return meaning === null ? error : new RecordError(meaning[0], `${shown}: ${meaning[1]}`, { cause: error });
}

function meaningOf(error: Error): Meaning | null {
  const code = codeOf(error);
  if (code !== null) for (const [start, ...meaning] of MEANINGS) if (code.startsWith(start)) return meaning;
  for (const [pattern, ...meaning] of MESSAGES) if (pattern.test(error.message)) return meaning;
  return null;
}

/** A host with several addresses fails with all of their errors at once. */
export function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : null;
}
