import type { Instant } from '../../engine/index.js';
import type { Filter, Order, RecordedStatement, StatementRecord, Versions } from '../../record/index.js';
import { clipped } from '../text/wording.js';

export interface ExportQuestion {
  readonly filter: Filter;
  /** What is under embargo at this moment is left out. */
  readonly now: Instant;
  /** Default: as filed, which is the fastest; a brief and Markdown go by the day said. */
  readonly order?: Order;
  readonly versions?: Versions;
  /** `excerpts` (default): no more than {@link LONGEST_EXCERPT} characters of what was said, and links. `full`: all words, and the articles' texts where the format has a place for them. */
  readonly length?: 'excerpts' | 'full';
  /** Where the record's pages are, without a slash at the end: statements get links there. Null or absent: they are named by a URN. */
  readonly pages?: string | null;
}

/** A statement on its way out. */
export interface Exported {
  readonly recorded: RecordedStatement;
  /** What was said, at most an excerpt of it unless all was asked for. */
  readonly words: string;
  readonly cut: boolean;
  /** The article's text, where full texts were asked for and no terms of use stand against it. */
  readonly text: string | null;
  /** Where the statement is, or its name. */
  readonly address: string;
}

/** What became of an export. Complete when its last piece has been taken. */
export interface ExportReport {
  /** How many statements were written, or events where these are exported. */
  written: number;
  /** Statements left out because their article is under embargo, and when the first of these embargoes ends. */
  embargoed: number;
  embargoEnds: Instant | null;
  /** Statements whose article's text was asked for and left out because of its terms of use. */
  withoutText: number;
}

export const startReport = (): ExportReport => ({ written: 0, embargoed: 0, embargoEnds: null, withoutText: 0 });

/** Nine in ten statements of real news are shorter; what is longer is cut between words and marked so. */
export const LONGEST_EXCERPT = 500;

/** Texts of so many articles are kept at hand: statements come article by article. */
const TEXTS_KEPT = 8;

/** Gives texts of articles by their hash; each is fetched once where it is asked for again soon. */
export function createTexts(record: StatementRecord): (sha256: string) => Promise<string> {
  const kept = new Map<string, string>();
  return async (sha256) => {
    const known = kept.get(sha256);
    if (known !== undefined) return known;
    const text = (await record.text(sha256))?.text ?? '';
    if (kept.size >= TEXTS_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(sha256, text);
    return text;
  };
}

/** The statements of a question that may go out now, in order, in constant memory; `report` is kept up to date. */
export async function* exportedStatements(
  record: StatementRecord,
  question: ExportQuestion,
  report: ExportReport,
): AsyncGenerator<Exported> {
  const { filter, order, versions, now, length = 'excerpts', pages = null } = question;
  const textOf = createTexts(record);
  for await (const recorded of record.iterate({ filter, ...(order && { order }), ...(versions && { versions }) })) {
    const { embargoedUntil, usageTerms, sha256 } = recorded.article;
    if (embargoedUntil !== null && embargoedUntil > now) {
      report.embargoed++;
      if (report.embargoEnds === null || embargoedUntil < report.embargoEnds) report.embargoEnds = embargoedUntil;
      continue;
    }
    const { words } = recorded.statement;
    const address = pages === null ? statementName(recorded.id) : `${pages}/s/${recorded.id}`;
    if (length === 'excerpts') {
      const excerpt = clipped(words, LONGEST_EXCERPT);
      yield { recorded, words: excerpt.text, cut: excerpt.cut, text: null, address };
    } else {
      if (usageTerms !== null) report.withoutText++;
      yield { recorded, words, cut: false, text: usageTerms === null ? await textOf(sha256) : null, address };
    }
  }
}

/** Names for what has no address on the web. */
export const statementName = (id: string): string => `urn:onrecord:statement:${id}`;
export const textName = (sha256: string): string => `urn:onrecord:text:${sha256}`;
