/** How a command ended: words for people and programs (`--json` errors), numbers for the shell. docs/cli.md shows the same table. */
export const EXITS = {
  ok: { number: 0, meaning: 'it worked' },
  'nothing-found': { number: 1, meaning: 'it worked, and the answer is no: nothing found, or a citation that does not hold' },
  usage: { number: 2, meaning: 'the command line or a query cannot be understood; nothing was done' },
  'some-input-failed': { number: 3, meaning: 'some of the input could not be read; the rest was done' },
  'record-unusable': {
    number: 4,
    meaning: 'the record is missing, damaged, read-only, full, busy, or of another release; it is as it was before',
  },
  'not-delivered': { number: 5, meaning: 'an alert could not be delivered; it is kept and sent the next time' },
  'internal-error': { number: 70, meaning: 'a mistake in the program; please report it' },
  interrupted: { number: 130, meaning: 'stopped by Ctrl-C or a signal; what was filed until then is filed whole' },
} as const satisfies Record<string, { readonly number: number; readonly meaning: string }>;

export type Exit = keyof typeof EXITS;
