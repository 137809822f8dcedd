import { z } from 'zod';

/** Every shape that has a name: the schemas of the OpenAPI document. */
export const SHAPES = z.registry<{ readonly id: string; readonly description: string }>();

/** Gives a schema the name and the description under which the document has it. */
export function shape<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  SHAPES.add(schema, { id, description });
  z.globalRegistry.add(schema, { id, description });
  return schema;
}

/** A list that nobody changes. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** Text from an article: of any length, in any script. */
export const words = z.string();

export const day = shape('Day', 'A day of the Gregorian calendar, as ISO 8601 writes it.', z.string().regex(/^\d{4}-\d{2}-\d{2}$/));

/** Days of articles are kept as outlets gave them, which may be with a time. */
export const printedDay = z.string();

export const count = z.int().min(0);

export const href = shape('Href', 'An absolute address on this server.', z.string());

export const cursor = shape(
  'Cursor',
  'Where a page ended: give it as `after`. Opaque; it goes on meaning the same place when articles are filed meanwhile.',
  z
    .string()
    .min(1)
    .max(4_000)
    .regex(/^[A-Za-z0-9_:-]+$/),
);

export const next = cursor.nullable();
