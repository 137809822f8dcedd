import type { Exit } from './exit-codes.js';

/** Ends a command with a message and an exit code: for what its user can mend. */
export class CommandError extends Error {
  readonly exit: Exit;
  /** A word for programs, shown with `--json` and behind the message. */
  readonly code: string;

  constructor(exit: Exit, code: string, message: string) {
    super(message);
    this.name = 'CommandError';
    this.exit = exit;
    this.code = code;
  }
}
