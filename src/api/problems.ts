import { z } from 'zod';
import { API_ROOT } from './shapes/links.js';
import { list, shape } from './shapes/shape.js';

/** Everything that an answer can say went wrong: the word for it, its status, and its title. */
export const PROBLEMS = {
  'request-wrong': { status: 400, title: 'Something in the request cannot be understood; `errors` names it' },
  'query-wrong': { status: 400, title: 'The query cannot be understood' },
  'cursor-wrong': { status: 400, title: 'The cursor does not belong to this question' },
  'token-needed': { status: 401, title: 'This needs a token' },
  'token-wrong': { status: 401, title: 'The token is not one of this server' },
  'not-allowed': { status: 403, title: 'This server does not allow that' },
  'not-found': { status: 404, title: 'Nothing is at this address' },
  'method-wrong': { status: 405, title: 'This address does not take that method' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'content-type-wrong': { status: 415, title: 'The body is of a kind that is not read' },
  'name-wrong': { status: 421, title: 'This server does not answer to that name' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something went wrong here' },
  'record-unusable': { status: 503, title: 'The record cannot be used just now' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** One thing that is wrong with a request, and where. */
export interface WrongPlace {
  readonly in: 'query' | 'path' | 'body' | 'header';
  /** A parameter's or header's name; of a body, a JSON Pointer (RFC 6901). */
  readonly name: string;
  readonly detail: string;
}

export const problem = shape(
  'Problem',
  'What went wrong, as RFC 9457 has it.',
  z.strictObject({
    type: z.string().describe('An address that names the kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened here, and what to do.'),
    errors: list(
      z.strictObject({
        in: z.enum(['query', 'path', 'body', 'header']),
        name: z.string().describe('A parameter’s or header’s name; of a body, a JSON Pointer.'),
        detail: z.string(),
      }),
    ).optional(),
  }),
);

/** Ends an operation with a problem. */
export class ProblemError extends Error {
  readonly problem: ProblemName;
  readonly errors: readonly WrongPlace[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: ProblemName, detail: string, errors: readonly WrongPlace[] = [], headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.problem = name;
    this.errors = errors;
    this.headers = headers;
  }
}

/** What is wrong at one place of a request. */
export const wrongPlace = (place: WrongPlace): ProblemError =>
  new ProblemError('request-wrong', `${place.in} ${place.name}: ${place.detail}`, [place]);

export function problemBody({ problem: name, message, errors }: ProblemError): z.infer<typeof problem> {
  const { status, title } = PROBLEMS[name];
  return { type: `${API_ROOT}/problems#${name}`, title, status, detail: message, ...(errors.length === 0 ? {} : { errors }) };
}
