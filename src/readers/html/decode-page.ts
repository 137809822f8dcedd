import { decode, encodingOfMark } from '../decode.js';
import type { ReaderNote } from '../reader.js';

const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})|^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,30})/i;

/** How far a page's declaration of its encoding may stand from its beginning, in bytes; the HTML standard says 1024, pages do not keep to it. */
const DECLARATION = 4096;

/**
 * The text of a page: by its byte order mark, else valid UTF-8, else the encoding that its server names (`contentType`), else the
 * one that it declares, else windows-1252 with a note.
 */
export function decodePage(
  bytes: Uint8Array,
  contentType: string | null = null,
): { readonly text: string; readonly notes: readonly ReaderNote[] } {
  const plain = decode(bytes);
  if (plain.encoding !== 'windows-1252' || encodingOfMark(bytes) !== null) return plain;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
  const declared = DECLARED.exec(head);
  const served = /charset\s*=\s*"?([\w-]{2,30})/i.exec(contentType ?? '');
  const label = (served?.[1] ?? declared?.[1] ?? declared?.[2] ?? '').toLowerCase();
  if (label === '' || label === 'utf-8' || label === 'utf8') return plain;
  if (label === 'windows-1252' || label === 'iso-8859-1' || label === 'latin1') return { text: plain.text, notes: [] };
  try {
    return { text: new TextDecoder(label).decode(bytes), notes: [] };
  } catch {
    return plain;
  }
}
