/**
 * Trains the attribution model on the corpus's train part and writes it into the package.
 *
 *     npm run lab:train
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeModel } from '../src/engine/attributions/model-file.js';
import { prepare, readLexicon } from './training/prepare.js';
import { trainModel } from './training/train-model.js';

const lexicon = readLexicon();
const model = trainModel(prepare('train', lexicon), lexicon, (line) => console.log(line));
const file = fileURLToPath(new URL('../data/english-attribution.bin', import.meta.url));
mkdirSync(fileURLToPath(new URL('../data', import.meta.url)), { recursive: true });
const bytes = writeModel(model);
writeFileSync(file, bytes);
console.log(`${file}: ${bytes.length} bytes`);
