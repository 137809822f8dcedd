import { assemble, hasArticleText } from '../assemble.js';
import { decode } from '../decode.js';
import { NOTHING_TOLD } from '../fields.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { isTranscript, readCues } from './cues.js';
import { turnsOf } from './turns.js';

/** Transcripts of speech with times: SubRip (.srt) and WebVTT (.vtt), one article a file, one paragraph a turn. */
export const transcriptReader: Reader = { name: 'transcript', accepts: (sniff) => isTranscript(sniff.text), read: readTranscript };

async function* readTranscript(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.item);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.item / 1e6} MB, the most that one transcript may have`);
    return;
  }
  const decoded = decode(bytes);
  const parts = turnsOf(readCues(decoded.text));
  if (!hasArticleText(parts)) {
    yield failure('no-text', place, 'is a transcript without words');
    return;
  }
  const { article, notes } = assemble(parts, { ...NOTHING_TOLD, url: source.sniff.fetched?.address ?? null });
  yield { kind: 'article', article, place, notes: [...decoded.notes, ...notes] };
}
