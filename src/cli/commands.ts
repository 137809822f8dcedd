import type { Context, Options } from './context.js';
import type { Exit } from './exit-codes.js';

export interface CommandOption {
  /** As people write it: "--record FILE". */
  readonly flags: string;
  readonly meaning: string;
}

/** A command as help and docs/cli.md show it. What it does is loaded only when it runs, so that help costs no time. */
export interface Command {
  readonly name: string;
  /** Arguments as commander writes them: "<words...>". */
  readonly takes: string;
  readonly summary: string;
  readonly details: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  readonly exits: readonly Exit[];
  readonly load: () => Promise<Run>;
}

export type Run = (context: Context, given: readonly string[], options: Options) => Promise<Exit>;

const RECORD: CommandOption = {
  flags: '--record FILE',
  meaning: 'where the record is (else ONRECORD_RECORD, else the user’s data folder)',
};
const JSON_OUTPUT: CommandOption = { flags: '--json', meaning: 'write JSON for programs' };
const LIMIT: CommandOption = { flags: '--limit N', meaning: 'show at most so many (default 20)' };
const AFTER: CommandOption = { flags: '--after CURSOR', meaning: 'go on where the page before ended' };
const ON: CommandOption = { flags: '--on ISSUE', meaning: 'about what: an issue’s id, or any words (default: every issue)' };
const ISSUES: CommandOption = {
  flags: '--issues FILE',
  meaning: 'your own issues and groups (else ONRECORD_ISSUES, else issues.toml in the user’s data folder)',
};
const JOBS: CommandOption = { flags: '--jobs N', meaning: 'how many threads read articles (else ONRECORD_JOBS, else one a processor)' };

const FETCHING: readonly CommandOption[] = [
  { flags: '--contact TEXT', meaning: 'how sites that are fetched can reach you: part of the user agent (else ONRECORD_CONTACT)' },
  {
    flags: '--allow-host HOST',
    meaning: 'hosts of this machine or a private network that may be fetched, separated by commas (else ONRECORD_ALLOW_HOST)',
  },
];

export const COMMANDS: readonly Command[] = [
  {
    name: 'add',
    takes: '[paths...]',
    summary: 'read articles and file them into the record',
    details:
      'Reads files, folders, web addresses and "-" (standard input): docs/adding-news.md says how. An address is fetched by the rules of its site (robots.txt), and again only where it changed. Filing an article again changes nothing; one with changed text becomes a further version. A bad item is named and passed over.',
    options: [
      RECORD,
      JOBS,
      { flags: '--list PLACE', meaning: 'the pages that a list names: lines of addresses, a sitemap or a feed; a file, an address or "-"' },
      { flags: '--columns MAP', meaning: 'which columns of tables hold what: text=body,published=date' },
      { flags: '--dry-run', meaning: 'show what would be read; file nothing, fetch nothing' },
      { flags: '--resume', meaning: 'go on where an interrupted run of the same paths stood' },
      { flags: '--failures FILE', meaning: 'write a line for each place that could not be read into FILE' },
      { flags: '--retry-failures FILE', meaning: 'read again what such a file names' },
      { flags: '--again', meaning: 'put what is read now in the place of what was read from the same text before; fetch addresses anew' },
      ...FETCHING,
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord add articles/ report.txt more.jsonl',
      'cat export.jsonl | onrecord add -',
      'onrecord add https://meridian.example/talks.html',
    ],
    exits: ['ok', 'usage', 'some-input-failed', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/add.js')).add,
  },
  {
    name: 'feed',
    takes: '<action> [addresses...]',
    summary: 'follow feeds: add, list, remove, poll, export',
    details:
      'add ADDRESS… or --opml FILE follows RSS, Atom and JSON feeds; poll asks those that are due and files what they bring; export writes OPML. The list lies beside the record.',
    options: [
      RECORD,
      { flags: '--opml FILE', meaning: 'with add: the feeds of an OPML file' },
      { flags: '--whole', meaning: 'with add: where an item holds only a teaser, fetch its page' },
      { flags: '--all', meaning: 'with poll: also feeds that are not due' },
      { flags: '--watch', meaning: 'with poll: go on asking until stopped' },
      ...FETCHING,
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord feed add https://meridian.example/feed.xml',
      'onrecord feed add --opml subscriptions.opml --whole',
      'onrecord feed poll',
    ],
    exits: ['ok', 'nothing-found', 'usage', 'some-input-failed', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/feed.js')).feed,
  },
  {
    name: 'versions',
    takes: '<article>',
    summary: 'show how an article’s text changed, word by word, and where else it appeared',
    details: 'The article by its address, its id or the hash of its text. Words taken out stand as [-words-], words put in as {+words+}.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord versions https://meridian.example/talks.html'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/versions.js')).showVersions,
  },
  {
    name: 'search',
    takes: '[words...]',
    summary: 'find statements by words, speaker, outlet, day and more, latest said first',
    details:
      'Words, "exact phrases", -not, OR, speaker:, outlet:, date: (the day said), pubdate:, type: and more: docs/query.md. Without words, everything.',
    options: [RECORD, LIMIT, AFTER, JSON_OUTPUT],
    examples: [
      'onrecord search \'ceasefire speaker:"Lena Varga" date:2030-12..2031-07\'',
      'onrecord search \'"not one metre" OR withdrawal -outlet:vestnar\'',
    ],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/search.js')).searchStatements,
  },
  {
    name: 'timeline',
    takes: '<speaker>',
    summary: 'show what somebody said, by the day it was said',
    details: 'Each line: the day, the position if there is one, the words, the outlet, the id. Statements of an unknown day come last.',
    options: [
      { flags: '--on QUERY', meaning: 'only what meets this query: a matter, a date, an outlet' },
      RECORD,
      LIMIT,
      AFTER,
      JSON_OUTPUT,
    ],
    examples: ['onrecord timeline "Lena Varga" --on ceasefire'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/timeline.js')).showTimeline,
  },
  {
    name: 'positions',
    takes: '[speaker...]',
    summary: 'show who is for what, who against, and on what condition, day by day',
    details: 'Without a speaker: everybody. An issue is one of `onrecord issue list` or any words. docs/positions.md says how to read it.',
    options: [ON, ISSUES, RECORD, JSON_OUTPUT],
    examples: ["onrecord positions 'Lena Varga' --on ceasefire", "onrecord positions --on 'direct talks'"],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/positions.js')).showPositions,
  },
  {
    name: 'shifts',
    takes: '[speaker...]',
    summary: 'show where a side or its condition changed: then and now, in the speaker’s words',
    details: 'Days on which somebody was both for and against are shown apart. Copies and what is retold make no shift.',
    options: [ON, ISSUES, RECORD, JSON_OUTPUT],
    examples: ["onrecord shifts 'Dorin Kessal'", 'onrecord shifts --on ceasefire --json'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/shifts.js')).showShifts,
  },
  {
    name: 'compare',
    takes: '<speakers...>',
    summary: 'show several speakers on one issue on one clock',
    details: 'Each speaker is one argument. Speakers of one side can be grouped in your file of issues.',
    options: [ON, ISSUES, RECORD, JSON_OUTPUT],
    examples: ["onrecord compare 'Dorin Kessal' 'Lena Varga' --on ceasefire"],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/compare.js')).compare,
  },
  {
    name: 'matrix',
    takes: '[issues...]',
    summary: 'show speakers by issues: the latest position of each, its day, and the statement behind it',
    details: 'Without issues: all that the record has positions on.',
    options: [LIMIT, ISSUES, RECORD, JSON_OUTPUT],
    examples: ['onrecord matrix', 'onrecord matrix ceasefire sanctions --json'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/matrix.js')).matrix,
  },
  {
    name: 'thread',
    takes: '<words...>',
    summary: 'show claim, denial and counter-claim: who answers whom in the articles that a query finds',
    details: 'Only where the article’s own words show it; those words stand beside each answer.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord thread clinic', "onrecord thread 'ceasefire speaker:Solanek'"],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/thread.js')).showThread,
  },
  {
    name: 'issue',
    takes: '<action> [words...]',
    summary: 'list the issues, add one, test what one finds, suggest some from what recurs',
    details: 'Actions: list · add ID TERMS... · test ISSUE · suggest. Issues live in a text file that you edit: docs/issues.md.',
    options: [{ flags: '--name TEXT', meaning: 'with add: what to call it' }, LIMIT, ISSUES, RECORD, JSON_OUTPUT],
    examples: [
      'onrecord issue list',
      "onrecord issue add port-lease 'port lease' 'lease * port' --name 'Lease of the port'",
      'onrecord issue suggest',
    ],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/issue.js')).issue,
  },
  {
    name: 'show',
    takes: '<statement>',
    summary: 'show a statement: the words in their paragraph, who, when, why the engine thinks so, where exactly',
    details: 'Takes a statement’s id, or as many of its first characters as no other has.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord show 3f2a9c41d0b7e865', 'onrecord show 3f2a'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'check',
    takes: '[words...]',
    summary: 'check a quotation: who said these words, where, and what was changed about them',
    details:
      'The words may stand in quotation marks; "..." and [insertions] are understood. "-" reads them from standard input. With --draft, every quotation of a file (text, Markdown, HTML, Word) is checked, one line each.',
    options: [
      { flags: '--draft FILE', meaning: 'check every quotation of this file' },
      { flags: '--speaker NAME', meaning: 'who is said to have said them' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: [
      "onrecord check 'There will be no ceasefire'",
      "onrecord check --speaker Kessal 'There will be a ceasefire'",
      'onrecord check --draft story.md',
    ],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'same',
    takes: '[statement]',
    summary: 'show the same words over outlets: who shortened, altered or translated them, and how many origins there are',
    details:
      'Takes a statement’s id, or as many of its first characters as no other has; without one, shows the quotations that most outlets carry. Copies of one story count as one origin.',
    options: [RECORD, LIMIT, JSON_OUTPUT],
    examples: ['onrecord same 3f2a9c41', 'onrecord same --limit 5'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/same.js')).showSame,
  },
  {
    name: 'origins',
    takes: '[article]',
    summary: 'show which articles are copies or rewrites of one another',
    details:
      'Of the whole record, or around one article, given by its address, id or hash. Compares the reporters’ own words; what stands in quotation marks does not count. Agencies’ credits and printed days tell who copied whom, where they can.',
    options: [
      { flags: '--families FILE', meaning: 'publishers and their outlets, a line each: "Publisher: Outlet, Outlet"' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord origins', 'onrecord origins https://meridian.example/talks.html'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/origins.js')).showOrigins,
  },
  {
    name: 'figures',
    takes: '[words...]',
    summary: 'show who claims how many of what, over which period, and where claims differ',
    details:
      'Only matters in which claims differ or change, of all statements with figures or of those that meet a query. Nobody is said to be right.',
    options: [{ flags: '--all', meaning: 'matters with one figure as well' }, RECORD, JSON_OUTPUT],
    examples: ['onrecord figures', 'onrecord figures soldiers'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/figures.js')).showFigures,
  },
  {
    name: 'coverage',
    takes: '[words...]',
    summary: 'show which outlets carried whose statements, with which sides, and which carried none',
    details: 'Of all statements, or of those that meet a query.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord coverage ceasefire'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/coverage.js')).showCoverage,
  },
  {
    name: 'speaker',
    takes: '[action] [words...]',
    summary: 'list speakers, and merge, split, rename them or give them a role',
    details:
      'list [NAME] · merge FROM INTO · split FROM NAME STATEMENT… · rename SPEAKER NAME · role SPEAKER ROLE --from --to · import FILE (writes registry entries). What is set right goes to the file of corrections beside the record: docs/record.md.',
    options: [
      { flags: '--from DAY', meaning: 'first day of a role' },
      { flags: '--to DAY', meaning: 'last day of a role' },
      { flags: '--note TEXT', meaning: 'why, for those who read the corrections' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord speaker list Solanek',
      'onrecord speaker merge "Minister Varga" "Lena Varga"',
      'onrecord speaker import export.jsonl > speakers.toml',
    ],
    exits: ['ok', 'nothing-found', 'usage', 'some-input-failed', 'record-unusable'],
    load: async () => (await import('./commands/speaker.js')).speaker,
  },
  {
    name: 'correct',
    takes: '<statement>',
    summary: 'set one thing right about one statement: day, speaker, act, position or words',
    details:
      'The correction is a line in the file beside the record; reading the article again does not undo it. What cannot be done is not written.',
    options: [
      { flags: '--said DAY', meaning: 'when it was said: a day, FROM..TO, or unknown' },
      { flags: '--speaker NAME', meaning: 'who said it, or unknown' },
      { flags: '--kind KIND', meaning: 'with --speaker: person (default), organization, group, document, anonymous' },
      { flags: '--act ACT', meaning: 'what the speaker does by it' },
      { flags: '--stance STANCE', meaning: 'for, against, only-if, unclear, or none' },
      { flags: '--target WORDS', meaning: 'with --stance: the words that name what it is about' },
      { flags: '--condition WORDS', meaning: 'with --stance: the words of the condition' },
      { flags: '--words WORDS', meaning: 'the words that were said, as they stand in the article' },
      { flags: '--withdraw', meaning: 'this is no statement' },
      { flags: '--note TEXT', meaning: 'why, for those who read the corrections' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord correct 3f2a9c41 --said 2031-03-14', 'onrecord correct 3f2a9c41 --withdraw --note "a film title"'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/correct.js')).correct,
  },
  {
    name: 'corrections',
    takes: '[action] [given]',
    summary: 'list what was set right, take an entry back, bring entries from a file or write them',
    details:
      'list · undo ENTRY · import FILE · export. The file lies beside the record, one JSON object a line, and can be kept in version control; a record in a database keeps the same lines there, and export writes them.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord corrections', 'onrecord corrections undo 4be1'],
    exits: ['ok', 'nothing-found', 'usage', 'some-input-failed', 'record-unusable'],
    load: async () => (await import('./commands/corrections.js')).corrections,
  },
  {
    name: 'extract',
    takes: '<paths...>',
    summary: 'without a record: articles in, JSON Lines out, one article a line',
    details: 'Works as a filter in a pipe. The format is in docs/extract-format.md.',
    options: [
      { flags: '--format NAME', meaning: 'statements (default) or attributions' },
      { flags: '--explain', meaning: 'with the reason of each statement' },
      { flags: '--text', meaning: 'with the text of each article' },
      JOBS,
      { flags: '--json', meaning: 'accepted; the output is JSON Lines in any case' },
    ],
    examples: ['onrecord extract report.txt', 'cat export.jsonl | onrecord extract - | head -1'],
    exits: ['ok', 'usage', 'some-input-failed', 'interrupted'],
    load: async () => (await import('./commands/extract.js')).extract,
  },
  {
    name: 'queue',
    takes: '[action] [given...]',
    summary: 'put articles into the queue of a PostgreSQL record for workers to read, and say how it stands',
    details:
      'state · add PATHS… · failures · retry [ID…] · forget ID…. Adding goes no faster than workers take away. What cannot be read or filed is listed with its reason until it is tried again or taken off the list: docs/postgresql.md.',
    options: [
      { flags: '--patience SECONDS', meaning: 'with add: what a worker does not end within so long goes to another (default 120)' },
      LIMIT,
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord queue add archive/', 'onrecord queue', 'onrecord queue failures --json', 'onrecord queue retry'],
    exits: ['ok', 'nothing-found', 'usage', 'some-input-failed', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/queue.js')).queue,
  },
  {
    name: 'work',
    takes: '',
    summary: 'take articles from the queue, read and file them, beside any number of other workers',
    details:
      'Goes on until it is stopped. A worker that dies at any moment loses nothing: another gets what it had in hand, and filing twice changes nothing.',
    options: [{ flags: '--until-empty', meaning: 'end when nothing waits and nobody has anything in hand' }, JOBS, RECORD, JSON_OUTPUT],
    examples: ['onrecord work', 'onrecord work --jobs 1 --until-empty'],
    exits: ['ok', 'usage', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/work.js')).work,
  },
  {
    name: 'copy',
    takes: '',
    summary: 'copy a record from a file into a database or the other way, and compare the two',
    details:
      'Everything is taken over as it is: versions, originals, speakers, corrections. A copy that was broken off is gone on with. Every row of both is compared, and every citation of the copy checked.',
    options: [
      { flags: '--from PLACE', meaning: 'the record to copy: a file or postgres://…' },
      { flags: '--to PLACE', meaning: 'where to: an empty file or database, or a copy that was begun' },
      JSON_OUTPUT,
    ],
    examples: ['onrecord copy --from record.sqlite --to postgres://desk@db.example/onrecord'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/copy.js')).copy,
  },
  {
    name: 'load',
    takes: '<paths...>',
    summary: 'file what `extract --text` wrote, here or on other machines, without reading it again',
    details:
      'Takes lines of extract’s default format, gzipped ones too; "-" is standard input. Each line is checked against its text: hash, places, ids. The release that read it is kept with the article.',
    options: [
      { flags: '--again', meaning: 'put what is loaded in the place of what was read from the same text before' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord extract archive.jsonl --text | onrecord load -', 'onrecord load output/lines/*.gz'],
    exits: ['ok', 'usage', 'some-input-failed', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/load.js')).load,
  },
  {
    name: 'verify',
    takes: '',
    summary: 'check every citation of the record against the stored bytes: hash, offsets, words',
    details: 'Names each place where the record does not hold what it claims.',
    options: [RECORD, JSON_OUTPUT],
    examples: ['onrecord verify'],
    exits: ['ok', 'nothing-found', 'record-unusable'],
    load: async () => (await import('./commands/verify.js')).verify,
  },
  {
    name: 'user',
    takes: '[action] [name] [role]',
    summary: 'say who may use a record that is open to others',
    details:
      'list; add NAME (a password is made and shown once, unless it comes from standard input); role NAME read|edit|admin; password NAME; remove NAME. Nobody needs an account on the machine’s own address. docs/running.md tells the roles.',
    options: [
      { flags: '--role ROLE', meaning: 'with add: read (the default), edit or admin' },
      { flags: '--password-from-input', meaning: 'take the first line of standard input as the password' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord user add ana --role edit', 'onrecord user list'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/user.js')).user,
  },
  {
    name: 'token',
    takes: '[action] [given]',
    summary: 'make and revoke secrets for programs that use the record in somebody’s name',
    details: 'list; make NAME (the token is shown once; only its hash is kept); revoke ID. A token never has more rights than its person.',
    options: [
      { flags: '--rights LIST', meaning: 'with make: read, edit, file, admin, with commas between (default read)' },
      { flags: '--label TEXT', meaning: 'with make: what it is for' },
      { flags: '--per-minute N', meaning: 'with make: at most so many requests a minute' },
      { flags: '--days N', meaning: 'with make: it ends after so many days' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord token make ana --rights read,file --label "wire desk" --days 90', 'onrecord token revoke 3f2a9c0d1b7e4a55'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/token.js')).token,
  },
  {
    name: 'audit',
    takes: '',
    summary: 'show who changed what, latest first',
    details: 'Sign-ins, corrections, articles filed over the network, users and tokens. Entries are never changed or taken out.',
    options: [RECORD, LIMIT, JSON_OUTPUT],
    examples: ['onrecord audit --limit 50'],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/audit.js')).audit,
  },
  {
    name: 'backup',
    takes: '<folder>',
    summary: 'copy the record, its corrections and your issues into a folder, also while it is in use',
    details:
      'The folder must not be there; it appears only when it is whole. A manifest in it holds the hash of every file. Records in files only.',
    options: [RECORD, ISSUES, JSON_OUTPUT],
    examples: ['onrecord backup backups/2031-03-14'],
    exits: ['ok', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/backup.js')).backup,
  },
  {
    name: 'restore',
    takes: '<folder>',
    summary: 'put a backup where the record is to be, after checking every byte and every citation of it',
    details: 'A record that is there already is left alone unless --replace says otherwise, and then kept under another name.',
    options: [
      { flags: '--replace', meaning: 'put it in the place of the record that is there, which is kept with the ending .before-restore' },
      { flags: '--check', meaning: 'only compare the backup with its manifest' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: ['onrecord restore backups/2031-03-14 --record restored.sqlite'],
    exits: ['ok', 'usage', 'record-unusable'],
    load: async () => (await import('./commands/restore.js')).restore,
  },
  {
    name: 'serve',
    takes: '',
    summary: 'show the record in a browser, on this machine only unless you say otherwise',
    details:
      'Prints the address and answers until Ctrl-C. It sends nothing anywhere. docs/pages.md says what is there, docs/api.md what other programs can ask under /api/v1, docs/running.md how to open it to others.',
    options: [
      ISSUES,
      RECORD,
      { flags: '--port N', meaning: 'where to listen (default 4180; 0 for any that is free)' },
      { flags: '--edit', meaning: 'with forms to make corrections, which go to the file beside the record' },
      { flags: '--host ADDRESS', meaning: 'listen on this address; others than this machine’s own ask everybody to sign in' },
      { flags: '--public-address URL', meaning: 'under which address others reach it; with https, cookies travel only there' },
      { flags: '--people', meaning: 'ask everybody to sign in on this machine’s own address too: behind a proxy' },
      { flags: '--behind-proxy', meaning: 'a proxy of yours in front says in X-Forwarded-For where a request comes from' },
      { flags: '--open-to-everybody', meaning: 'anybody who reaches it may read, without an account' },
      { flags: '--log', meaning: 'one line of JSON for each answer, on standard error, without what was searched for' },
      { flags: '--mcp', meaning: 'answers assistants as well, under /mcp (docs/assistants.md)' },
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord serve',
      'onrecord serve --port 0 --json',
      'onrecord serve --edit --people --behind-proxy --public-address https://record.example.org',
    ],
    exits: ['ok', 'usage', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/serve.js')).serve,
  },
  {
    name: 'mcp',
    takes: '',
    summary: 'answer an assistant about the record, by the Model Context Protocol on standard input and output',
    details:
      'Tools to search, to follow a speaker or an issue, to check a quotation or a whole draft; all of them only read, and cite. docs/assistants.md has what to tell an assistant’s program.',
    options: [
      { flags: '--pages ADDRESS', meaning: 'where `onrecord serve` shows the pages, for the links (default http://127.0.0.1:4180)' },
      ISSUES,
      RECORD,
      { flags: '--json', meaning: 'accepted; the protocol is JSON in any case' },
    ],
    examples: ['onrecord mcp --record record.sqlite'],
    exits: ['ok', 'usage', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/mcp.js')).mcp,
  },
  {
    name: 'export',
    takes: '[words...]',
    summary: 'write statements for other programs, as citations, or as a brief for people: all, those that meet a query, or chosen ones',
    details:
      'Formats: jsonl, csv, parquet, sqlite, annotations (W3C Web Annotation), schema-org (JSON-LD), events (PLOVER), csl, bibtex, ris, markdown, brief (a footnoted timeline in one HTML file). What is under embargo stays out, long words are cut to excerpts. docs/exports.md says what each format holds.',
    options: [
      { flags: '--format NAME', meaning: 'one of the formats above (default jsonl)' },
      { flags: '--output FILE', meaning: 'write to this file, which must not be there yet (default: standard output)' },
      { flags: '--ids IDS', meaning: 'these statements, by their ids with commas between them, in place of a query' },
      { flags: '--full-text', meaning: 'all words, and the articles’ texts where the format has a place for them' },
      { flags: '--bom', meaning: 'with csv: begin with a byte order mark, for spreadsheets' },
      { flags: '--pages URL', meaning: 'where your pages are, for links to statements' },
      { flags: '--title TEXT', meaning: 'with brief: its title' },
      RECORD,
      { flags: '--json', meaning: 'accepted; the default format is JSON Lines in any case' },
    ],
    examples: [
      'onrecord export > statements.jsonl',
      "onrecord export --format csv 'speaker:Varga is:position' > varga.csv",
      "onrecord export --format brief --title 'Varga on the ceasefire' --output varga.html 'speaker:Varga ceasefire'",
    ],
    exits: ['ok', 'nothing-found', 'usage', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/export.js')).exportStatementsOf,
  },
  {
    name: 'import',
    takes: '<paths...>',
    summary: 'file quotations of somebody else’s collection, told apart from what the engine reads',
    details:
      'CSV with a header or JSON Lines, plain or packed with gzip or zstd; "-" is standard input. Layouts: columns (any table, by its column names or --map), quotebank, gdelt (Global Quotation Graph). A bad row is named with its line and passed over. docs/import.md.',
    options: [
      { flags: '--layout NAME', meaning: 'columns (default), quotebank or gdelt' },
      { flags: '--from NAME', meaning: 'what the collection is called, as it is shown with every quotation' },
      { flags: '--map PAIRS', meaning: 'which columns hold what: words=COLUMN,speaker=COLUMN,said=COLUMN …' },
      RECORD,
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord import --layout quotebank quotes-2020.json.gz',
      "onrecord import --from 'Osterin archive' --map 'words=Zitat,speaker=Wer,said=Tag' archive.csv",
    ],
    exits: ['ok', 'usage', 'some-input-failed', 'record-unusable', 'interrupted'],
    load: async () => (await import('./commands/import.js')).importQuotations,
  },
  {
    name: 'watch',
    takes: '[words...]',
    summary: 'tell when a position, its condition or a figure changes: print it, or post it to a webhook',
    details:
      'Not when a word appears. Each change is told once, with both quotations, speakers, days and links; what was sent is remembered beside the record. The first run takes what is there as known. docs/alerts.md says what a message holds and how it is signed.',
    options: [
      ON,
      { flags: '--speaker NAME', meaning: 'only what this speaker said' },
      { flags: '--digest WHEN', meaning: 'immediate (default), daily or weekly' },
      { flags: '--webhook URL', meaning: 'post there in place of printing' },
      { flags: '--secret-file FILE', meaning: 'the secret that messages are signed with (else ONRECORD_WEBHOOK_SECRET)' },
      { flags: '--pages URL', meaning: 'where your pages are, for links to statements' },
      { flags: '--once', meaning: 'look once and end: for cron' },
      { flags: '--every SECONDS', meaning: 'how often to look (default 60)' },
      { flags: '--from-start', meaning: 'the first run tells what was there before, too' },
      { flags: '--state FILE', meaning: 'where to remember what was sent (default: beside the record)' },
      ISSUES,
      RECORD,
      JSON_OUTPUT,
    ],
    examples: [
      'onrecord watch --on ceasefire',
      "onrecord watch --once --speaker 'Lena Varga' --webhook https://desk.example/hook --digest daily",
    ],
    exits: ['ok', 'usage', 'record-unusable', 'not-delivered', 'interrupted'],
    load: async () => (await import('./commands/watch.js')).watch,
  },
  {
    name: 'explain',
    takes: '<paths...>',
    summary: 'show what was found in an article, every cue that was weighed, and what was left out, with scores',
    details: 'Needs no record.',
    options: [JSON_OUTPUT],
    examples: ['onrecord explain report.txt'],
    exits: ['ok', 'nothing-found', 'usage', 'some-input-failed'],
    load: async () => (await import('./commands/explain.js')).explain,
  },
];
