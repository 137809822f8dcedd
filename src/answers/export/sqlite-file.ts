import { loadDriver, type StatementRecord } from '../../record/index.js';
import { COLUMN_NAMES, COLUMNS, type ColumnKind, type ExportRow, exportRow } from './export-row.js';
import { type ExportQuestion, type ExportReport, exportedStatements, startReport } from './exported.js';

const TYPES: Readonly<Record<ColumnKind, string>> = { text: 'text', integer: 'integer', number: 'real', boolean: 'integer' };

/** Rows between two commits: what a stop loses, and what the database holds back meanwhile. */
const BATCH = 5_000;

/** What is the same for every statement of an article stands once, in a table of its own. */
const OF_ARTICLES = [
  'sha256',
  'article',
  'outlet',
  'published',
  'title',
  'url',
  'imported',
  'usage_terms',
  'text',
] as const satisfies readonly (keyof ExportRow)[];

const OF_STATEMENTS = COLUMN_NAMES.filter((name) => name === 'sha256' || !(OF_ARTICLES as readonly string[]).includes(name));

const columns = (names: readonly (keyof ExportRow)[]): string =>
  names.map((name) => `"${name}" ${TYPES[COLUMNS[name]]}${keyOf(name)}`).join(', ');

const keyOf = (name: keyof ExportRow): string => (name === 'id' ? ' primary key' : '');

/**
 * Fills a SQLite database at a place where no file is yet: `articles`, `statements`, the view `rows` that joins them to what a
 * CSV file has, and `about`. The place is the caller's: one that it moves where it is wanted once the file is whole.
 */
export async function exportSqlite(record: StatementRecord, question: ExportQuestion, place: string): Promise<ExportReport> {
  const Driver = await loadDriver();
  const database = new Driver(place, { readOnly: false, timeout: 0 });
  const report = startReport();
  try {
    // Nobody else reads the file before it is whole: a journal and waiting for the disk would only cost time.
    database.exec(`pragma journal_mode = off; pragma synchronous = off;
      create table articles (${columns(OF_ARTICLES).replace('"sha256" text', '"sha256" text primary key')});
      create table statements (${columns(OF_STATEMENTS)});
      create table about (name text primary key, value text);
      begin;`);
    const article = database.prepare(`insert or ignore into articles values (${OF_ARTICLES.map(() => '?').join(', ')})`);
    const statement = database.prepare(`insert into statements values (${OF_STATEMENTS.map(() => '?').join(', ')})`);
    let last = '';
    for await (const exported of exportedStatements(record, question, report)) {
      const row = exportRow(exported);
      if (row.sha256 !== last) article.run(...OF_ARTICLES.map((name) => storable(row[name])));
      last = row.sha256;
      statement.run(...OF_STATEMENTS.map((name) => storable(row[name])));
      report.written++;
      if (report.written % BATCH === 0) database.exec('commit; begin;');
    }
    const about = database.prepare('insert into about values (?, ?)');
    about.run('made', question.now);
    about.run('statements', String(report.written));
    about.run('left out under embargo', String(report.embargoed));
    database.exec(`commit;
      create index statements_by_article on statements (sha256);
      create index statements_by_speaker on statements (speaker_key, said_from);
      create index statements_by_day on statements (said_from);
      create view rows as select ${COLUMN_NAMES.map((name) => `${name === 'sha256' ? 's.' : ''}"${name}"`).join(', ')}
        from statements s join articles a on a.sha256 = s.sha256;`);
    return report;
  } finally {
    database.close();
  }
}

const storable = (value: string | number | boolean | null): string | number | null => (typeof value === 'boolean' ? Number(value) : value);
