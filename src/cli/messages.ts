import type { Failure } from '../readers/index.js';
import { CommandError } from './command-error.js';
import type { Exit } from './exit-codes.js';

/** Everything that the command line says goes wrong by itself: the word for it, how it ends, and what to do. */
const PROBLEMS = {
  'configuration-wrong': ['usage', (file: string, why: string) => `the configuration file ${file} cannot be used: ${why}`],
  'jobs-wrong': ['usage', (given: string) => `--jobs takes a number from 1 on, not "${given}"`],
  'limit-wrong': ['usage', (given: string) => `--limit takes a number from 1 on, not "${given}"`],
  'format-wrong': ['usage', (given: string, known: string) => `--format "${given}" is not known; it can be ${known}`],
  'input-missing': ['usage', () => 'name a file or folder to read, or "-" for standard input'],
  'standard-input-twice': ['usage', () => '"-" can be given only once: standard input has one end'],
  'article-unknown': ['nothing-found', (given: string) => `the record has no article with the address, id or hash "${given}"`],
  'statement-unknown': ['nothing-found', (id: string) => `no statement has an id that begins with "${id}"`],
  'statement-several': ['usage', (id: string, ids: string) => `several statements have an id that begins with "${id}": ${ids}`],
  'correction-refused': ['usage', (why: string) => `the correction was not made: ${why}`],
  'corrections-unwritable': ['record-unusable', (path: string, why: string) => `the corrections in ${path} cannot be written: ${why}`],
  'entry-unknown': ['nothing-found', (given: string) => `no entry, or more than one, has an id that begins with "${given}"`],
  'one-change': ['usage', () => 'give one of --said, --speaker, --act, --stance, --words, --withdraw'],
  'day-wrong': ['usage', (given: string) => `"${given}" is no day; write 2031-03-14, 2031-03-01..2031-03-14 or unknown`],
  'action-wrong': ['usage', (given: string, known: string) => `"${given}" is not known or lacks something; write one of: ${known}`],
  'speaker-unknown': ['nothing-found', (name: string) => `the record has no speaker "${name}"`],
  'speaker-several': ['usage', (name: string, found: string) => `"${name}" fits several speakers; give one key: ${found}`],
  'output-missing': ['usage', (format: string) => `${format} is not for a screen; name a file with --output`],
  'output-exists': ['usage', (path: string) => `there is a file at ${path} already; take it away, or name another`],
  'output-unwritable': ['usage', (path: string, why: string) => `${path} cannot be written: ${why}`],
  'pages-wrong': [
    'usage',
    (option: string, given: string) => `${option} takes an address that begins with http:// or https://, not "${given}"`,
  ],
  'ids-and-query': ['usage', () => 'give either --ids or a query, not both'],
  'watch-state-wrong': [
    'usage',
    (path: string) => `${path} is not what a watch remembers; take it away to begin anew, or name another with --state`,
  ],
  'watch-state-unwritable': ['usage', (path: string, why: string) => `what was sent cannot be remembered in ${path}: ${why}`],
  'watch-state-missing': [
    'usage',
    () => 'a record on a server has no place beside it: say where to remember what was sent, with --state FILE',
  ],
  'watch-running': ['usage', (path: string) => `another run of this watch is at work (${path}.lock); wait for it, or stop it`],
  'secret-missing': [
    'usage',
    () => 'a webhook needs a secret to sign with: set ONRECORD_WEBHOOK_SECRET, or name a file with --secret-file',
  ],
  'secret-short': ['usage', () => 'the secret of the webhook has fewer than 16 bytes; make one with "openssl rand -base64 32"'],
  'secret-unreadable': ['usage', (path: string, why: string) => `the secret in ${path} cannot be read: ${why}`],
  'map-wrong': ['usage', (why: string) => `--map cannot be understood: ${why}`],
  'collection-missing': ['usage', () => 'say whose quotations these are: --from NAME'],
  'families-wrong': ['usage', (path: string, why: string) => `the publishers of ${path} cannot be read: ${why}`],
  'draft-unreadable': ['usage', (path: string, why: string) => `the draft ${path} cannot be read: ${why}`],
  'issues-missing': ['usage', (file: string) => `there is no file of issues at ${file}`],
  'issue-missing': ['usage', () => 'say about what: --on ISSUE, an id of `onrecord issue list` or any words'],
  'action-unknown': ['usage', (given: string, known: string) => `"${given}" is not known here; it can be ${known}`],
  'backup-there': ['usage', (folder: string) => `${folder} is there already; name a folder that is not`],
  'backup-damaged': ['record-unusable', (folder: string, why: string) => `${folder} cannot be restored: ${why}; nothing was changed`],
  'backup-of-server': [
    'usage',
    () => 'backups are made of records in files; copy a record of a server with its own tools, or into a file with "onrecord copy"',
  ],
  'queue-place': ['usage', () => 'a queue lies beside a record in PostgreSQL: name one with --record postgres://…'],
  'copy-places': ['usage', () => 'say what to copy and where to: --from PLACE --to PLACE, two different places'],
  'record-there': [
    'usage',
    (place: string) => `there is a record at ${place} already; --replace puts the backup in its place and keeps the old one`,
  ],
  'nobody-to-ask': [
    'usage',
    (host: string) =>
      `at ${host} others can reach this record, and nobody has an account: add somebody with "onrecord user add NAME", or say --open-to-everybody if anybody who reaches it may read it`,
  ],
  'name-missing': [
    'usage',
    (host: string) => `--host ${host} has no name of its own: say under which others reach it, with --public-address https://NAME`,
  ],
  'address-wrong': [
    'usage',
    (option: string, given: string) => `${option} takes an address such as https://record.example.org, not "${given}"`,
  ],
  'people-refused': ['usage', (why: string) => why],
  'role-wrong': ['usage', (given: string, known: string) => `"${given}" is not known; it can be ${known}`],
  'number-wrong': ['usage', (option: string, given: string) => `${option} takes a number from 1 on, not "${given}"`],
  'feed-missing': ['usage', () => 'name the address of a feed, or a file of them with --opml'],
  'feed-unknown': ['nothing-found', (address: string) => `${address} is not followed; \`onrecord feed list\` shows what is`],
  'feed-wrong': ['usage', (address: string, why: string) => `${address} ${why}`],
  'feeds-wrong': ['record-unusable', (why: string) => why],
  'list-unreadable': ['usage', (place: string, why: string) => `the list ${place} cannot be read: ${why}`],
  'columns-wrong': ['usage', (why: string) => `--columns cannot be understood: ${why}`],
  'failures-unreadable': ['usage', (path: string, why: string) => `the failures in ${path} cannot be read: ${why}`],
  'failures-unwritable': ['usage', (path: string, why: string) => `the failures cannot be written to ${path}: ${why}`],
  'api-setting-wrong': ['usage', (variable: string, what: string) => `${variable} ${what}`],
  'no-words': ['usage', () => 'give some words'],
} as const satisfies Record<string, readonly [Exit, (...values: string[]) => string]>;

type Problems = typeof PROBLEMS;

/** The error of a problem's name and values. */
export function problem<Name extends keyof Problems>(name: Name, ...values: Parameters<Problems[Name][1]>): CommandError {
  const [exit, say] = PROBLEMS[name] as readonly [Exit, (...values: string[]) => string];
  return new CommandError(exit, name, say(...values));
}

/** "articles.jsonl:3 is not valid JSON (broken-json)" */
export function describeFailure({ place, message, code }: Failure): string {
  return `${placeOf(place)} ${message} (${code})`;
}

/** "articles.jsonl:3", and standard input by its name. */
export function placeOf({ source, line }: Failure['place']): string {
  const name = source === '-' ? 'standard input' : source;
  return line === null ? name : `${name}:${line}`;
}
