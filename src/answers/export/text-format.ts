import type { Exported, ExportReport } from './exported.js';

/** A format of text: what stands at its beginning, for each statement, between two, and at its end. Made anew for each export. */
export interface TextFormat {
  readonly begins: string;
  readonly between: string;
  /** Null where the format has nothing to say about a statement: it is passed over and not counted. */
  one(exported: Exported): string | null | Promise<string | null>;
  ends(report: ExportReport): string;
}

/** A format of lines that begins and ends with nothing of its own. */
export const lines = (one: TextFormat['one'], begins = ''): TextFormat => ({ begins, between: '', one, ends: () => '' });

/** The members of a JSON array, one a line, between what stands before and behind it. */
export const jsonMembers = (begins: string, one: (exported: Exported) => unknown, ends: TextFormat['ends']): TextFormat => ({
  begins: `${begins}\n`,
  between: ',\n',
  one: async (exported) => JSON.stringify(await one(exported)),
  ends: (report) => `${report.written > 0 ? '\n' : ''}${ends(report)}\n`,
});
