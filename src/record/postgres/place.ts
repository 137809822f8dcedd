import { RecordError } from '../record-error.js';

/** Whether a place names a PostgreSQL database. */
export const isPostgres = (place: string): boolean => /^postgres(?:ql)?:/.test(place);

export interface PostgresPlace {
  /** The address with everything that signing in needs. Never to be shown. */
  readonly address: string;
  /** The address as people may see it: no password, no parameters. */
  readonly shown: string;
}

/** Session settings that hold unless the address says otherwise. A machine that was cut off must not keep others waiting for its locks. */
const SETTINGS: Readonly<Record<string, string>> = {
  search_path: 'onrecord',
  statement_timeout: '120s',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '15',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  client_min_messages: 'warning',
  jit: 'off',
};

const READ_ONLY = { default_transaction_read_only: 'on' };

/** Takes an address apart. What cannot be one is not repeated in the message: it may hold a password. */
export function postgresPlace(place: string, access: 'read' | 'write'): PostgresPlace {
  const url = parse(place);
  const shown = new URL(url);
  shown.password = '';
  shown.search = '';
  const settings = Object.entries(access === 'read' ? { ...SETTINGS, ...READ_ONLY } : SETTINGS);
  const given = url.searchParams.get('options') ?? '';
  url.searchParams.set('options', `${settings.map(([name, value]) => `-c ${name}=${value}`).join(' ')} ${given}`.trim());
  if (!url.searchParams.has('application_name')) url.searchParams.set('application_name', 'onrecord');
  return { address: url.toString(), shown: shown.toString() };
}

function parse(place: string): URL {
  try {
    return new URL(place);
  } catch {
    throw new RecordError(
      'record-unreachable',
      'the address of the PostgreSQL record cannot be understood; write postgres://user@host:port/database, signs like @ and / in a password as %40 and %2F',
    );
  }
}
