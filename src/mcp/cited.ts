import { z } from 'zod';
import type { ShownStatement } from '../api/shapes/statement.js';
import { STANCES } from '../engine/model-values.js';

/** A statement as an assistant needs it to quote without inventing: the exact words, whose, when, from where, and where they stand. */
export const cited = z.object({
  id: z.string(),
  form: z
    .enum(['quotation', 'partly quoted', 'reported'])
    .describe('Only a quotation may be shown in quotation marks; of "partly quoted", only what stands in them; "reported" never.'),
  words: z.string().describe('The exact words of the article.'),
  speaker: z.string().describe('The name; where the article names nobody, its own words for the source.'),
  named: z.boolean().describe('Whether `speaker` is a name.'),
  speakerKey: z.string(),
  said: z.string().describe('When it was said, in words.'),
  saidFrom: z.string().nullable(),
  saidTo: z.string().nullable(),
  basis: z.enum(['stated', 'implied', 'unknown']).describe('How the day is known.'),
  retold: z.boolean(),
  outlet: z.string().nullable(),
  printed: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  permalink: z.string().describe('Cite this.'),
  position: z
    .object({
      stance: z.enum(STANCES),
      target: z.string(),
      condition: z.string().nullable(),
      evidence: z.string(),
    })
    .nullable(),
  citation: z.object({
    sha256: z.string().describe('Hash of the article’s text, in which the offsets count.'),
    spans: z.array(z.object({ start: z.int(), end: z.int() })),
    exact: z.array(z.string()),
  }),
});

export type Cited = z.infer<typeof cited>;

const FORMS = { direct: 'quotation', mixed: 'partly quoted', indirect: 'reported' } as const;

export function cite(statement: ShownStatement): Cited {
  const { speaker, said, article, position, citation } = statement;
  return {
    id: statement.id,
    form: FORMS[statement.manner],
    words: statement.words,
    speaker:
      speaker.name ?? speaker.source ?? (speaker.kind === 'author' ? `the writer (${article.outlet ?? 'outlet not given'})` : 'not named'),
    named: speaker.name !== null,
    speakerKey: speaker.key,
    said: saidWords(said),
    saidFrom: said.from,
    saidTo: said.to,
    basis: said.basis,
    retold: said.retold,
    outlet: article.outlet,
    printed: article.published,
    title: article.title,
    url: article.url,
    permalink: statement.permalink,
    position:
      position === null
        ? null
        : { stance: position.stance, target: position.target, condition: position.condition, evidence: position.evidence },
    citation: { sha256: citation.sha256, spans: [...citation.spans], exact: [...citation.exact] },
  };
}

function saidWords({ from, to }: Pick<ShownStatement['said'], 'from' | 'to'>): string {
  if (from !== null && to !== null) return from === to ? `on ${from}` : `between ${from} and ${to}`;
  if (to !== null) return `on or before ${to}`;
  return from === null ? 'day not known' : `on or after ${from}`;
}
