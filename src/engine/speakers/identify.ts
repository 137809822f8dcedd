import type { Reading, Referent, Speaker, Statement } from '../model.js';
import { speakerId } from './names.js';
import type { Registry, Resolution } from './registry.js';

/**
 * The reading with an id for every speaker that has a name. Whom the registry knows gets its id and its preferred name stays
 * out: the article's own name is kept. "The Russian president" is the holder of that office on the day, where the article
 * names nobody for it. Everybody else becomes a speaker under the key of the name.
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

/** One speaker with the id that a registry or the name itself gives. `day` is when it was said, else when it was printed. */
export function identify(speaker: Speaker, referent: Referent | undefined, registry: Registry, day: string | null): Speaker {
  const { name } = speaker;
  if (name === null) return speaker;
  if (speaker.kind === 'person') {
    if (speaker.reason.rule === 'person-not-named') return fromHolder(speaker, registry.holder(name, day));
    return fromRegistry(speaker, registry.resolve(name, referent?.roles ?? [], day));
  }
  if (speaker.kind === 'organization') return { ...speaker, id: speakerId(name) };
  return speaker;
}

function fromRegistry(speaker: Speaker, found: Resolution): Speaker {
  const own = speakerId(speaker.name ?? '');
  if (found.kind === 'none') return own === '' ? speaker : { ...speaker, id: own };
  if (found.kind === 'ambiguous') {
    const parts = found.entries.map((entry) => ({ rule: `possibly: ${entry.name}`, score: 1 / found.entries.length }));
    return {
      ...speaker,
      id: own,
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
