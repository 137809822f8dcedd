import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Attributor, createEnglish, createEnglishWith, createTagger, type Language } from '../engine/index.js';

/** English, ready to read, with the models that the package ships. Costs some 100 ms: call it once and keep the result. */
export const loadEnglish = (): Language =>
  createEnglish({ attribution: readModelFile('english-attribution.bin'), tagger: readModelFile('english-tagger.bin'), digest });

/** English with another way to find attributions: the lab trains and measures with it. */
export const loadEnglishWith = (attributor: Attributor): Language =>
  createEnglishWith(attributor, createTagger(readModelFile('english-tagger.bin'), digest));

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function readModelFile(name: string): Uint8Array {
  const bytes = readFileSync(new URL(`../../data/${name}`, import.meta.url));
  // a small file may come out of a shared buffer at an odd place; a model's columns need whole words
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}
