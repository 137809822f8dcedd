import type { z } from 'zod';
import type { Asker, Desk, Links, Operation } from '../api/index.js';
import { ProblemError } from '../api/index.js';
import { checked } from '../api/input.js';

/** What an operation of the API is asked. */
export interface Question {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const NOBODY: Asker = { wrote: async () => {} };

/** Answers an operation of the API without HTTP: tools and the API give the same answers. */
export async function ask<Asked extends Operation>(
  operation: Asked,
  desk: Desk,
  links: Links,
  { path = {}, query = {}, body }: Question,
): Promise<z.input<Asked['answer']>> {
  const input = {
    path: checked(operation.parts, path, 'path'),
    query: checked(operation.query, withoutAbsent(query), 'query'),
    body: operation.body === null ? undefined : checked(operation.body.schema, body, 'body'),
    links,
    asker: NOBODY,
  };
  const answer = await operation.run(desk, input as never);
  if (answer === null) throw new ProblemError('not-found', 'The record has nothing of that name or id.');
  return answer as z.input<Asked['answer']>;
}

const withoutAbsent = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
