import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Digest } from '../language.js';
import type { ChainModel } from './chain-model.js';
import type { JudgeModel } from './judge.js';
import type { Lexicon } from './lexicon.js';
import type { RankerModel } from './reading-ranker.js';

/** All that training hands to the engine. */
export interface AttributionModel {
  readonly lexicon: Lexicon;
  readonly cues: ChainModel;
  readonly roles: ChainModel;
  readonly readings: RankerModel;
  readonly judge: JudgeModel;
}

/** The version of the file's layout that this engine reads. */
export const MODEL_FORMAT = 2;

export type ModelErrorCode = 'model-damaged' | 'model-too-new' | 'model-too-old';

/** The model's bytes cannot be used. The message says what to do. */
export class ModelError extends Error {
  constructor(
    readonly code: ModelErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ModelError';
  }
}

const MAGIC = 'OnRecordModel\n';
const VERSION_AT = 16;
const HEADER_LENGTH_AT = 20;
const CHECKSUM_AT = 24;
const HEADER_AT = 56;

type Column = Int16Array | Uint8Array | Uint16Array | Int32Array | Float32Array;
const COLUMNS = { i16: Int16Array, u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f32: Float32Array } as const;
type ColumnType = keyof typeof COLUMNS;

interface Header {
  readonly numbers: Readonly<Record<string, number>>;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly from: number; readonly length: number }[];
}

/**
 * Reads a model file; the columns are views into `bytes`. Throws {@link ModelError} where the bytes are not a model that this
 * engine reads. `digest` checks their SHA-256.
 */
export function readModel(bytes: Uint8Array, digest: Digest = sha256): AttributionModel {
  const header = readHeader(bytes, digest);
  const column = <T extends Column>(name: string, type: ColumnType): T => {
    const found = header.columns.find((one) => one.name === name && one.type === type);
    if (found === undefined) throw damaged(`the part "${name}" is missing`);
    return new COLUMNS[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + found.from, found.length) as T;
  };
  const number = (name: string): number => header.numbers[name] ?? Number.NaN;
  const chain = (name: string): ChainModel => ({
    labels: number(`${name}.labels`),
    stride: number(`${name}.stride`),
    scale: number(`${name}.scale`),
    rows: column(`${name}.rows`, 'i32'),
    transitions: column(`${name}.transitions`, 'f32'),
    starts: column(`${name}.starts`, 'f32'),
  });
  return {
    lexicon: {
      keys: column('lexicon.keys', 'i32'),
      fine: column('lexicon.fine', 'u16'),
      coarse: column('lexicon.coarse', 'u8'),
      lemma: column('lexicon.lemma', 'i32'),
    },
    cues: chain('cues'),
    roles: chain('roles'),
    readings: chain('readings'),
    judge: {
      words: chain('judge'),
      trees: {
        roots: column('trees.roots', 'i32'),
        columns: column('trees.columns', 'i16'),
        values: column('trees.values', 'f32'),
        rights: column('trees.rights', 'i32'),
      },
    },
  };
}

function readHeader(given: Uint8Array, digest: Digest): Header {
  if (given.length < HEADER_AT || MAGIC.split('').some((letter, at) => given[at] !== letter.charCodeAt(0))) {
    throw damaged('it does not start as one');
  }
  const view = new DataView(given.buffer, given.byteOffset, given.byteLength);
  const version = view.getUint32(VERSION_AT, true);
  if (version !== MODEL_FORMAT) throw wrongVersion(version);
  const expected = bytesToHex(given.subarray(CHECKSUM_AT, HEADER_AT));
  if (bytesToHex(digest(given.subarray(HEADER_AT))) !== expected) throw damaged('its checksum differs from its content');
  if (given.byteOffset % 4 !== 0) throw damaged('its bytes do not start at a multiple of four in memory');
  const length = view.getUint32(HEADER_LENGTH_AT, true);
  let text = '';
  for (let at = HEADER_AT; at < HEADER_AT + length; at++) text += String.fromCharCode(given[at] ?? 0);
  return JSON.parse(text) as Header;
}

const damaged = (why: string): ModelError =>
  new ModelError('model-damaged', `The attribution model cannot be read: ${why}. Install the package again, or train the model again.`);

function wrongVersion(version: number): ModelError {
  return version > MODEL_FORMAT
    ? new ModelError(
        'model-too-new',
        `The attribution model has format ${version}, this release reads ${MODEL_FORMAT}: use a newer release.`,
      )
    : new ModelError(
        'model-too-old',
        `The attribution model has format ${version}, this release reads ${MODEL_FORMAT}: use the model that came with it.`,
      );
}

/** The bytes of a model file. */
export function writeModel({ lexicon, cues, roles, readings, judge }: AttributionModel): Uint8Array {
  const numbers: Record<string, number> = {};
  const parts: [string, ColumnType, Column][] = [
    ['lexicon.keys', 'i32', lexicon.keys],
    ['lexicon.fine', 'u16', lexicon.fine],
    ['lexicon.coarse', 'u8', lexicon.coarse],
    ['lexicon.lemma', 'i32', lexicon.lemma],
    ['trees.roots', 'i32', judge.trees.roots],
    ['trees.columns', 'i16', judge.trees.columns],
    ['trees.values', 'f32', judge.trees.values],
    ['trees.rights', 'i32', judge.trees.rights],
  ];
  for (const [name, chain] of [
    ['cues', cues],
    ['roles', roles],
    ['readings', readings],
    ['judge', judge.words],
  ] as const) {
    numbers[`${name}.labels`] = chain.labels;
    numbers[`${name}.stride`] = chain.stride;
    numbers[`${name}.scale`] = chain.scale;
    parts.push(
      [`${name}.rows`, 'i32', chain.rows],
      [`${name}.transitions`, 'f32', chain.transitions],
      [`${name}.starts`, 'f32', chain.starts],
    );
  }
  return assemble(numbers, parts);
}

const align = (at: number): number => (at + 7) & ~7;

function assemble(numbers: Readonly<Record<string, number>>, parts: readonly (readonly [string, ColumnType, Column])[]): Uint8Array {
  const headerOf = (start: number): { readonly text: string; readonly end: number; readonly places: readonly number[] } => {
    let at = start;
    const places: number[] = [];
    const columns = parts.map(([name, type, column]) => {
      const from = align(at);
      places.push(from);
      at = from + column.byteLength;
      return { name, type, from, length: column.length };
    });
    return { text: JSON.stringify({ numbers, columns }), end: at, places };
  };
  // the header holds places that depend on its own length: room enough is left for it
  const room = align(HEADER_AT + headerOf(1e9).text.length);
  const { text, end, places } = headerOf(room);
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < MAGIC.length; at++) bytes[at] = MAGIC.charCodeAt(at);
  view.setUint32(VERSION_AT, MODEL_FORMAT, true);
  view.setUint32(HEADER_LENGTH_AT, text.length, true);
  for (let at = 0; at < text.length; at++) bytes[HEADER_AT + at] = text.charCodeAt(at);
  parts.forEach(([, , column], index) => {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), places[index] ?? 0);
  });
  bytes.set(sha256(bytes.subarray(HEADER_AT)), CHECKSUM_AT);
  return bytes;
}
