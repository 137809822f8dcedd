import { makeStorable } from './decode.js';
import { bodyOf, Fields, metadataOf } from './fields.js';
import { makeReadable } from './make-readable.js';
import { isNinjs, readNinjs } from './newsroom/ninjs.js';
import { type ArticleOrFailure, failure, type Limits, type Place, type ReaderNote } from './reader.js';

/** The article of one JSON value; a failure where it is no object or holds no text. */
export function readRecord(value: unknown, place: Place, before: readonly ReaderNote[], limits: Limits): ArticleOrFailure {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failure('not-an-article', place, `holds ${kindOf(value)} where an article ({"title": …, "text": …}) was expected`);
  if (isNinjs(value)) return readNinjs(value, place, limits);
  const fields = new Fields(value);
  const body = bodyOf(fields.get('text'));
  if (body === null || body.trim() === '')
    return failure('no-text', place, 'has no text: none of "text", "maintext", "body", "content" holds words');
  if (body.length > limits.article)
    return failure(
      'too-large',
      place,
      `has a text of more than ${limits.article / 1e6} million characters, the most that one article may have`,
    );
  const { text, notes: repairs } = makeStorable(body);
  const { metadata, notes } = metadataOf(fields);
  return { kind: 'article', article: makeReadable(text, metadata, 'plain'), place, notes: [...before, ...repairs, ...notes] };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'a string' : `a ${typeof value}`;
}

/** What the parser says is wrong, without the text that it quotes. */
export function parseProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/,? ?\.{0,3}".{0,200}"\.{0,3} is not valid JSON$/s, '')
    .replace(/ in JSON at position (\d+).*$/s, ' at character $1');
}
