import { readFileSync } from 'node:fs';
import { createEnglish, type Language } from '../engine/index.js';

/** Where the package keeps its attribution model. */
const MODEL = new URL('../../data/english-attribution.bin', import.meta.url);

/** English, ready to read, with the model that the package ships. Costs some 300 ms: call it once and keep the result. */
export function loadEnglish(): Language {
  const bytes = readFileSync(MODEL);
  // a small file may come out of a shared buffer at an odd place; the model's columns need whole words
  return createEnglish(bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes));
}
