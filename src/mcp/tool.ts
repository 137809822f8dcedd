import type { z } from 'zod';
import type { Desk, Links } from '../api/index.js';

/** What a tool gives: data for the assistant's program, and a short text for the assistant. */
export interface Told<Output> {
  readonly data: Output;
  readonly text: string;
}

/** One thing that an assistant can ask the record. All of them only read. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly run: (desk: Desk, links: Links, input: never) => Promise<Told<Record<string, unknown>>>;
}

interface Given<Input extends z.ZodObject, Output extends z.ZodObject> extends Omit<Tool, 'input' | 'output' | 'run'> {
  readonly input: Input;
  readonly output: Output;
  readonly run: (desk: Desk, links: Links, input: z.output<Input>) => Promise<Told<z.input<Output>>>;
}

/** An entry of the table, its parts checked against one another. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(given: Given<Input, Output>): Tool => ({
  ...given,
  run: given.run as Tool['run'],
});
