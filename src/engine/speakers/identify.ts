import type { Reading, Referent, Speaker, Statement } from '../model.js';
import type { Registry, Resolution } from './registry.js';

/**
 * The reading with the registry's ids for the persons whom it knows; the article's own name is kept, and whoever the registry
 * does not know keeps null. "The Russian president" is the holder of that office on the day, where the article names nobody
 * for it. A day is that on which it was said, else that of the article.
 */
export function identifySpeakers(reading: Reading, registry: Registry): Reading {
  const statements = reading.statements.map((statement): Statement => {
    const day = statement.said.from ?? reading.article.published;
    const referent = statement.speaker.referent === null ? undefined : reading.referents[statement.speaker.referent];
    const speaker = identify(statement.speaker, referent, registry, day);
    return speaker === statement.speaker ? statement : { ...statement, speaker };
  });
  return { ...reading, statements };
}

/** One speaker with the id that a registry gives; `day` is when it was said, else when it was printed. */
export function identify(speaker: Speaker, referent: Referent | undefined, registry: Registry, day: string | null): Speaker {
  const { name } = speaker;
  if (name === null || speaker.kind !== 'person') return speaker;
  if (speaker.reason.rule === 'person-not-named') return fromHolder(speaker, registry.holder(name, day));
  return fromRegistry(speaker, registry.resolve(name, referent?.roles ?? [], day));
}

function fromRegistry(speaker: Speaker, found: Resolution): Speaker {
  if (found.kind === 'none') return speaker;
  if (found.kind === 'ambiguous') {
    const parts = found.entries.map((entry) => ({ rule: `possibly: ${entry.name}`, score: 1 / found.entries.length }));
    return {
      ...speaker,
      reason: { rule: 'registry-knows-several', score: speaker.reason.score, parts: [speaker.reason, ...parts] },
    };
  }
  const { entry, rule } = found;
  return {
    ...speaker,
    id: entry.id,
    wikidata: entry.wikidata,
    reason: { rule: `registry-${rule}`, score: speaker.reason.score, parts: [speaker.reason] },
  };
}

/** Only the office tells who it is: the name is then the registry's, since the article has none. */
function fromHolder(speaker: Speaker, found: Resolution): Speaker {
  if (found.kind !== 'found') return speaker;
  const { id, name, wikidata } = found.entry;
  return { ...speaker, id, name, wikidata, reason: { rule: 'registry-office-holder', score: 0.8, parts: [speaker.reason] } };
}
