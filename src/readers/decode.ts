import type { ReaderNote } from './reader.js';

/** Names of encodings as TextDecoder knows them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notes: readonly ReaderNote[];
}

const GUESSED: ReaderNote = {
  code: 'encoding-guessed',
  message: 'is not valid UTF-8 and was read as windows-1252; save it as UTF-8 if letters look wrong',
};

/** What a byte order mark says; null without one. */
export function encodingOfMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * The text of a whole file: by its byte order mark, else strict UTF-8, else UTF-16 where every other byte is zero,
 * else windows-1252 with a note. The mark is taken off; nothing else is changed, line ends neither.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  if (marked !== null && marked !== 'utf-8') return { text: new TextDecoder(marked).decode(bytes), encoding: marked, notes: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', notes: [] };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252', notes: [GUESSED] };
  }
}

/** What windows-1252 has from 0x80 to 0x9f; five of them stand for nothing and stay control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** TextDecoder is not asked: Node reads the label "windows-1252" as Latin-1 and loses quotation marks. */
function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text.replace(/[\x80-\x9f]/g, (mark) => WINDOWS_1252[mark.charCodeAt(0) - 0x80] ?? mark);
}

/** UTF-16 without a mark: Latin text leaves every other byte zero. */
export function encodingOfZeros(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = (length / 2) * 0.7;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return null;
}

/** Whether bytes are something other than text: a zero byte or many control characters in what is not UTF-16. */
export function isBinary(head: Uint8Array): boolean {
  if (encodingOfMark(head) !== null || encodingOfZeros(head) !== null) return false;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls > head.length / 20;
}

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const REPAIRED: ReaderNote = {
  code: 'text-repaired',
  message: 'holds characters that no database can store (zero, or half of a surrogate pair); each is kept as the mark U+FFFD',
};

/** Puts U+FFFD for every code unit that UTF-8 or a database cannot hold. The length stays, and so does every offset. */
export function makeStorable(text: string): { readonly text: string; readonly notes: readonly ReaderNote[] } {
  const storable = text.replace(UNSTORABLE, '\ufffd');
  return storable === text ? { text, notes: [] } : { text: storable, notes: [REPAIRED] };
}

/** The beginning of a file as text, for choosing a reader: what is cut at its end does not matter. */
export function decodeHead(head: Uint8Array): string {
  const encoding = encodingOfMark(head) ?? encodingOfZeros(head) ?? 'utf-8';
  return new TextDecoder(encoding).decode(head);
}
