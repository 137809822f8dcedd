import { numbers } from '../made-articles.js';
import type { MadeInput } from './inputs.js';

const TOKENS = [
  '<',
  '>',
  '"',
  '{',
  '}',
  '[',
  ']',
  '\n\n',
  '\r\n',
  '\0',
  '<!--',
  ']]>',
  '<![CDATA[',
  '&#x0;',
  '&lt;',
  'From ',
  'WARC/1.0\r\n',
  '-->',
  '%PDF-1.4',
  'PK\u0003\u0004',
  '\u001f\u008b\u0008',
  '>> ',
  '00:00:01,000 --> ',
  '--b',
  ',',
  '""',
  '\ufeff',
  '999999999999',
  '-1',
];

/** One input made wrong in one of several ways: bytes changed, cut out, doubled, put in; the end lost; halves of two inputs; a name that lies. */
export function broken(inputs: readonly MadeInput[], seed: number): { readonly name: string; readonly bytes: Uint8Array } {
  const random = numbers(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const one = inputs[below(inputs.length)] as MadeInput;
  const other = inputs[below(inputs.length)] as MadeInput;
  let bytes: Uint8Array = one.bytes;
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(bytes.length + 1);
    const length = below(Math.min(2000, bytes.length - at + 1));
    switch (below(7)) {
      case 0: {
        bytes = bytes.slice();
        for (let index = 0; index < 1 + length / 20; index++) bytes[below(bytes.length)] = below(256);
        break;
      }
      case 1:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
        break;
      case 3:
        bytes = joined(
          bytes.subarray(0, at),
          Buffer.from((TOKENS[below(TOKENS.length)] ?? '').repeat(1 + below(random() < 0.05 ? 20_000 : 20)), 'latin1'),
          bytes.subarray(at),
        );
        break;
      case 4:
        bytes = bytes.subarray(0, at);
        break;
      case 5:
        bytes = joined(bytes.subarray(0, at), other.bytes.subarray(below(other.bytes.length)));
        break;
      default:
        bytes = joined(
          bytes.subarray(0, at),
          Uint8Array.from({ length: below(200) }, () => below(256)),
          bytes.subarray(at + length),
        );
    }
  }
  return { name: random() < 0.15 ? other.name : one.name, bytes };
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
