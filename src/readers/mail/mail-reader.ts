import { isBinary } from '../decode.js';
import { failure, type Limits, type Reader, type ReadOutput, type Sniff, type Source } from '../reader.js';
import { collect, concatenate, linesOfStream } from '../streams.js';
import { readMessage } from './read-message.js';

/** Messages: newsletters (.eml), web pages saved as one file (.mhtml), and mailboxes of them (.mbox, RFC 4155). */
export const mailReader: Reader = {
  name: 'mail',
  accepts: (sniff) =>
    !isBinary(sniff.head) && (isMailbox(sniff) || /\.(?:eml|mht|mhtml)$/i.test(sniff.source) || looksLikeMessage(sniff.text)),
  read: (source, limits) => (isMailbox(source.sniff) ? readMailbox(source, limits) : readOne(source, limits)),
};

const isMailbox = (sniff: Sniff): boolean =>
  /^From \S+ .{0,10}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/.test(sniff.text) ||
  (/\.mbox$/i.test(sniff.source) && sniff.text.startsWith('From '));

/** Lines of headers from the first on, with one among them that only mail and saved pages have. */
function looksLikeMessage(text: string): boolean {
  const head = text.slice(0, 8000).split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (!head.split(/\r?\n/).every((line) => /^(?:[\x21-\x39\x3b-\x7e]{1,76}:|[ \t])/.test(line))) return false;
  return (
    /^(?:mime-version|message-id|received|return-path|delivered-to|snapshot-content-location):/im.test(head) &&
    /^(?:from|subject|content-type):/im.test(head)
  );
}

async function* readOne(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.item);
  if (bytes === null) yield failure('too-large', place, `is larger than ${limits.item / 1e6} MB, the most that one message may have`);
  else yield await readMessage(bytes, place);
}

const LINE_END = new Uint8Array([10]);
const FROM = new TextEncoder().encode('From ');

/** Messages begin with a line "From …"; one in a message is written ">From" (mboxrd: any number of ">"). Holds one message at a time. */
async function* readMailbox(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const name = source.sniff.source;
  let parts: Uint8Array[] = [];
  let length = 0;
  let began: number | null = null;
  const finish = async (): Promise<ReadOutput> => {
    const place = { source: name, line: began };
    return length > limits.item
      ? failure('too-large', place, `is a message of more than ${limits.item / 1e6} MB`)
      : await readMessage(concatenate(parts), place);
  };
  for await (const { number, bytes } of linesOfStream(source.chunks, limits.item)) {
    if (bytes !== null && startsWith(bytes, FROM)) {
      if (began !== null) yield await finish();
      parts = [];
      length = 0;
      began = number;
      continue;
    }
    length += bytes === null ? limits.item + 1 : bytes.length + 1;
    if (length > limits.item) parts = [];
    else if (bytes !== null) parts.push(unquoted(bytes), LINE_END);
  }
  if (began !== null) yield await finish();
}

const startsWith = (bytes: Uint8Array, mark: Uint8Array): boolean =>
  bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);

function unquoted(line: Uint8Array): Uint8Array {
  if (line[0] !== 0x3e) return line;
  let marks = 0;
  while (line[marks] === 0x3e) marks++;
  return startsWith(line.subarray(marks), FROM) ? line.subarray(1) : line;
}
