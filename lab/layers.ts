/**
 * How right is what statements carry? Reads the labelled articles of one part and prints the scorer's table.
 *
 *     npm run lab:layers -- [train|dev] [--gold] [--errors FIELD] [--json]
 *
 * `--gold` hands the engine the labelled attributions, so that only what is said about them counts; without it the engine
 * finds its own. `--errors FIELD` lists the wrong ones ("speaker", "retold" ...). The statements are written to
 * `.build/layers-PART[-gold].jsonl`.
 */
import { spawnSync } from 'node:child_process';
import type { Part } from './corpora.js';
import { LAYER_SCORER, writeLayerStatements } from './layer-scores.js';

const given = process.argv.slice(2);
const part: Part = given.includes('dev') ? 'dev' : 'train';
const passed = given.filter((argument) => !['--gold', 'train', 'dev'].includes(argument));
const files = writeLayerStatements(part, given.includes('--gold') ? 'labelled' : 'own');
const { status } = spawnSync(process.execPath, [LAYER_SCORER, ...files, ...passed], { stdio: 'inherit' });
process.exitCode = status ?? 1;
