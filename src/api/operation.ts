import { z } from 'zod';
import type { Asker } from './access.js';
import type { Desk } from './desk.js';
import type { ProblemName } from './problems.js';
import type { Links } from './shapes/links.js';

/** What an operation is asked, checked against its schemas. */
export interface Input<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly links: Links;
  readonly asker: Asker;
}

/** A request and the answer to it that programs may copy; the contract test sends every one. */
export interface Example {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

/** Reading asks the record; writing changes it. */
export type AccessNeeded = 'read' | 'write';

/** One thing that the API does: what validates its requests is what its document says. */
export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Behind the API's root, with named parts in braces. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly details: string;
  readonly access: AccessNeeded;
  readonly parts: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: { readonly schema: z.ZodType; readonly limit: number } | null;
  readonly answer: z.ZodType;
  /** What can go wrong besides what can go wrong everywhere. */
  readonly problems: readonly ProblemName[];
  readonly examples: readonly Example[];
  /** Null where there is nothing at the address. */
  readonly run: (desk: Desk, input: Input<never, never, never>) => Promise<unknown>;
}

type Given<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType> = Omit<
  Operation,
  'parts' | 'query' | 'body' | 'answer' | 'run' | 'details' | 'access' | 'problems'
> &
  Partial<Pick<Operation, 'details' | 'access' | 'problems'>> & {
    readonly parts?: Path;
    readonly query?: Query;
    readonly body?: { readonly schema: Body; readonly limit: number };
    readonly answer: Answer;
    readonly run: (desk: Desk, input: Input<z.output<Path>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer> | null>;
  };

/** An entry of the table, its parts checked against one another. */
export function operation<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  given: Given<Path, Query, Body, Answer>,
): Operation & { readonly answer: Answer } {
  return {
    details: '',
    access: 'read',
    problems: [],
    ...given,
    parts: given.parts ?? NOTHING,
    query: given.query ?? NOTHING,
    body: given.body ?? null,
    run: given.run as Operation['run'],
  };
}

const NOTHING = z.strictObject({});
