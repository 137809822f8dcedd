/**
 * Trains the attribution model on the corpus's train part and writes it into the package, and what folds of that part say
 * about it to lab/figures/cross-validation.json. Takes about a quarter of an hour on one core.
 *
 *     npm run lab:train
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeModel } from '../src/engine/attributions/model-file.js';
import { prepare, readLexicon } from './training/prepare.js';
import { trainModel } from './training/train-model.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const lexicon = readLexicon();
const { model, validation } = trainModel(prepare('train', lexicon), lexicon, (line) => console.log(line));
const bytes = writeModel(model);
writeFileSync(at('../data/english-attribution.bin'), bytes);
mkdirSync(at('figures'), { recursive: true });
writeFileSync(at('figures/cross-validation.json'), `${JSON.stringify(validation, null, 1)}\n`);
console.log(`${bytes.length} bytes`);
console.table(validation.trades);
console.table(validation.calibration);
