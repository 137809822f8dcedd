import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AttributionModel, MODEL_FORMAT, readModel, writeModel } from '../../src/engine/attributions/model-file.js';
import { ModelError } from '../../src/engine/index.js';

const shipped = new Uint8Array(readFileSync(new URL('../../data/english-attribution.bin', import.meta.url)));

function codeOf(bytes: Uint8Array): string {
  try {
    readModel(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof ModelError) return error.code;
    throw error;
  }
}

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(shipped);
  change(bytes);
  return bytes;
}

describe('the model file', () => {
  test('is below ten megabytes and can be read', () => {
    expect(shipped.length).toBeLessThan(10_000_000);
    expect(codeOf(shipped)).toBe('read');
  });

  test('is written as it was read', () => {
    const model: AttributionModel = readModel(shipped);
    expect(Buffer.from(writeModel(model)).equals(Buffer.from(shipped))).toBe(true);
  });

  test('of another format is refused with what to do', () => {
    expect(
      codeOf(
        changed((bytes) => {
          bytes[16] = MODEL_FORMAT + 1;
        }),
      ),
    ).toBe('model-too-new');
    expect(
      codeOf(
        changed((bytes) => {
          bytes[16] = 0;
        }),
      ),
    ).toBe('model-too-old');
  });

  test.each([0, 40, 100, 5000])('with a changed byte at %d is refused', (at) => {
    expect(
      codeOf(
        changed((bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ 1;
        }),
      ),
    ).toBe('model-damaged');
  });

  test.each([0, 10, 60, 1000])('cut after %d bytes is refused', (length) => {
    expect(codeOf(shipped.slice(0, length))).toBe('model-damaged');
  });
});
