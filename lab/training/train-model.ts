import type { Lexicon } from '../../src/engine/attributions/lexicon.js';
import type { AttributionModel } from '../../src/engine/attributions/model-file.js';
import { trainChain } from './chain-trainer.js';
import { cueData } from './cue-data.js';
import { packChain } from './pack.js';
import type { Prepared } from './prepare.js';
import { roleData } from './role-data.js';

const COMMON = { rate: 0.05, warm: 0.1, dropout: 0.5, decay: 1e-5, least: 3, seed: 1 } as const;

/** Trains the whole model on the articles. Deterministic: the same articles give the same bytes. */
export function trainModel(articles: readonly Prepared[], lexicon: Lexicon, log: (line: string) => void): AttributionModel {
  log(`cues: ${articles.length} articles`);
  const cues = packChain(trainChain(cueData(articles, false), { ...COMMON, labels: 3, rounds: 5, log }), CUE_ROWS);
  log('roles');
  const roles = packChain(trainChain(roleData(articles), { ...COMMON, labels: 5, rounds: 6, log }), ROLE_ROWS);
  return { lexicon, cues, roles };
}

/** Rows of the packed tables: powers of two. */
const CUE_ROWS = 2 ** 19;
const ROLE_ROWS = 2 ** 19;
