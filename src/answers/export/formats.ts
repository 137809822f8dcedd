/** The forms in which statements leave the record, for people and for other programs. `docs/exports.md` says what each holds. */
export interface FormatFacts {
  /** What it is, in a few words. */
  readonly meaning: string;
  readonly mediaType: string;
  /** How files of it end. */
  readonly ending: string;
}

export const EXPORT_FORMATS = {
  jsonl: { meaning: 'one JSON object a line', mediaType: 'application/x-ndjson', ending: 'jsonl' },
  csv: { meaning: 'a table (RFC 4180)', mediaType: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
  parquet: { meaning: 'Apache Parquet', mediaType: 'application/vnd.apache.parquet', ending: 'parquet' },
  sqlite: { meaning: 'a SQLite database', mediaType: 'application/vnd.sqlite3', ending: 'sqlite' },
  annotations: {
    meaning: 'W3C Web Annotations, with quote and position selectors',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ending: 'jsonld',
  },
  'schema-org': { meaning: 'Quotation and Claim of schema.org, as JSON-LD', mediaType: 'application/ld+json', ending: 'jsonld' },
  events: { meaning: 'who did what to whom, one event a line, in the terms of PLOVER', mediaType: 'application/x-ndjson', ending: 'jsonl' },
  csl: { meaning: 'citations as CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', ending: 'json' },
  bibtex: { meaning: 'citations as BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', ending: 'bib' },
  ris: { meaning: 'citations as RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', ending: 'ris' },
  markdown: { meaning: 'text with quotations and links, by day', mediaType: 'text/markdown; charset=utf-8', ending: 'md' },
  brief: { meaning: 'a footnoted timeline in one HTML file', mediaType: 'text/html; charset=utf-8', ending: 'html' },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** The formats that are written as they are read, a statement at a time. A SQLite file is filled in its place instead. */
export type StreamedFormat = Exclude<ExportFormat, 'sqlite'>;

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(EXPORT_FORMATS, name);
