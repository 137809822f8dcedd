import { expect, test } from 'vitest';
import { broken } from '../../bench/intake/fuzz-inputs.js';
import { makeInputs } from '../../bench/intake/inputs.js';
import { readBytes } from '../../src/readers/index.js';

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

test('every made input is read whole', async () => {
  for (const { format, name, bytes, articles } of await makeInputs(3)) {
    let read = 0;
    for await (const item of readBytes(name, pieces(bytes))) if (item.kind === 'article') read++;
    expect([format, read]).toEqual([format, articles]);
  }
});

/** `bench/intake/fuzz.ts` runs ten thousand of them. */
test('broken inputs of every format neither throw nor hang, and what is read of them has its blocks in order', async () => {
  const inputs = await makeInputs(3);
  for (let seed = 50_001; seed <= 50_250; seed++) {
    const { name, bytes } = broken(inputs, seed);
    const began = performance.now();
    for await (const item of readBytes(name, pieces(bytes))) {
      if (item.kind !== 'article') continue;
      let at = 0;
      for (const block of item.article.blocks) {
        if (block.start < at || block.end <= block.start || block.end > item.article.text.length)
          throw new Error(`seed ${seed}: block ${block.start}–${block.end}`);
        at = block.end;
      }
    }
    if (performance.now() - began > 20_000) throw new Error(`seed ${seed} took ${performance.now() - began} ms`);
  }
});
