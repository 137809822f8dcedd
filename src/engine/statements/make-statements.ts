import { findActs } from '../acts/find-acts.js';
import { findAudiences } from '../audiences/find-audiences.js';
import { findFigures } from '../figures/find-figures.js';
import type { Language } from '../language.js';
import type { Attributed, Reading, Statement } from '../model.js';
import { findPositions } from '../positions/find-positions.js';
import { findChains } from './chains.js';
import { cite, statementId, wordsOf } from './citations.js';
import { contentHash } from './content-hash.js';
import { dateAttributions } from './datings.js';
import { resolveSpeakers } from './speakers.js';
import { viewStatements } from './view.js';

/** Makes a statement of every attribution: speaker, day, audience, act, position, figures, citation. One list entry an attribution, in their order. */
export function makeStatements(attributed: Attributed, language: Language): Reading {
  const { article, attributions } = attributed;
  const sha256 = contentHash(article.text);
  const view = viewStatements(attributed);
  const speakers = resolveSpeakers(attributed, language);
  const datings = dateAttributions(view, speakers);
  const audiences = findAudiences(view, speakers, datings);
  const acts = findActs(view);
  const positions = findPositions(
    attributed,
    acts.map(({ act }) => act),
    speakers.map(({ name }) => name),
    language,
  );
  const chains = findChains(attributed, speakers);
  const statements = attributions.map((attribution, index): Statement => {
    const act = at(acts, index);
    const citation = cite(article, sha256, attribution);
    return {
      id: statementId(citation),
      attribution: index,
      speaker: at(speakers, index),
      words: wordsOf(article.text, attribution),
      said: at(datings, index),
      ...at(audiences, index),
      ...act,
      position: at(positions, index),
      figures: findFigures(view, index),
      chain: at(chains, index),
      citation,
    };
  });
  return { ...attributed, statements };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`a statement's part is missing at ${index}`);
  return value;
}
