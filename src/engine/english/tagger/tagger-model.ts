import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../../language.js';
import { TAGS } from './word-features.js';

/**
 * What training hands to the tagger: the features' keys in ascending order, and for each a row of weights, one a tag. A
 * weight is `weights[row * tags + tag] * scales[row]` where a row's largest weight is 127 or -127.
 */
export interface TaggerModel {
  readonly keys: Int32Array;
  readonly scales: Uint16Array;
  readonly weights: Int8Array;
  /** Words whose tag never changes: their exact keys in ascending order, and the number of the tag of each. */
  readonly fixedKeys: Int32Array;
  readonly fixedTags: Uint8Array;
}

/** The version of the file's layout that this engine reads. */
export const TAGGER_FORMAT = 1;

const MAGIC = 'OnRecordTagger\n\0';
const VERSION_AT = 16;
const CHECKSUM_AT = 20;
const SIZES_AT = 52;
const BODY_AT = 60;

/** The bytes of a feature: key, scale, weights. And those of a word whose tag is fixed: key, tag. */
const FEATURE_BYTES = 6 + TAGS.length;
const FIXED_BYTES = 5;

/**
 * Reads the bytes of data/english-tagger.bin: magic (16 bytes), version (32 bits, little-endian like all that follow),
 * SHA-256 of the rest, number of features and of words with a fixed tag (32 bits each); then the keys (32 bits), scales (16)
 * and weights (8) of the features, the keys (32) and tags (8) of the words. Throws a RangeError where they are not a file
 * that this release reads. `digest` checks their SHA-256.
 */
export function readTaggerModel(bytes: Uint8Array, digest: Digest = sha256): TaggerModel {
  const magic = utf8ToBytes(MAGIC);
  if (bytes.length < BODY_AT || magic.some((byte, at) => bytes[at] !== byte)) throw unreadable('it does not start as one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(VERSION_AT, true);
  if (version !== TAGGER_FORMAT) throw unreadable(`it has format ${version}, this release reads ${TAGGER_FORMAT}`);
  const size = view.getUint32(SIZES_AT, true);
  const fixed = view.getUint32(SIZES_AT + 4, true);
  if (bytes.length !== BODY_AT + size * FEATURE_BYTES + fixed * FIXED_BYTES) throw unreadable('it is cut short');
  const checksum = bytesToHex(bytes.subarray(CHECKSUM_AT, SIZES_AT));
  if (bytesToHex(digest(bytes.subarray(SIZES_AT))) !== checksum) throw unreadable('its checksum differs from its content');
  const weightsAt = BODY_AT + size * 6;
  const fixedAt = BODY_AT + size * FEATURE_BYTES;
  return {
    keys: readInts(view, BODY_AT, size),
    scales: readShorts(view, BODY_AT + size * 4, size),
    weights: new Int8Array(bytes.subarray(weightsAt, fixedAt)),
    fixedKeys: readInts(view, fixedAt, fixed),
    fixedTags: new Uint8Array(bytes.subarray(fixedAt + fixed * 4)),
  };
}

function readInts(view: DataView, from: number, length: number): Int32Array {
  const values = new Int32Array(length);
  for (let at = 0; at < length; at++) values[at] = view.getInt32(from + at * 4, true);
  return values;
}

function readShorts(view: DataView, from: number, length: number): Uint16Array {
  const values = new Uint16Array(length);
  for (let at = 0; at < length; at++) values[at] = view.getUint16(from + at * 2, true);
  return values;
}

const unreadable = (why: string): RangeError =>
  new RangeError(`The tagger's model cannot be read: ${why}. Install the package again, or train it again with npm run lab:tagger.`);

/** The bytes of a model file. */
export function writeTaggerModel({ keys, scales, weights, fixedKeys, fixedTags }: TaggerModel): Uint8Array {
  const size = keys.length;
  const fixedAt = BODY_AT + size * FEATURE_BYTES;
  const bytes = new Uint8Array(fixedAt + fixedKeys.length * FIXED_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8ToBytes(MAGIC), 0);
  view.setUint32(VERSION_AT, TAGGER_FORMAT, true);
  view.setUint32(SIZES_AT, size, true);
  view.setUint32(SIZES_AT + 4, fixedKeys.length, true);
  for (let at = 0; at < size; at++) {
    view.setInt32(BODY_AT + at * 4, keys[at] ?? 0, true);
    view.setUint16(BODY_AT + size * 4 + at * 2, scales[at] ?? 0, true);
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), BODY_AT + size * 6);
  for (let at = 0; at < fixedKeys.length; at++) view.setInt32(fixedAt + at * 4, fixedKeys[at] ?? 0, true);
  bytes.set(fixedTags, fixedAt + fixedKeys.length * 4);
  bytes.set(sha256(bytes.subarray(SIZES_AT)), CHECKSUM_AT);
  return bytes;
}
