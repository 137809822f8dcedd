import { describe, expect, test } from 'vitest';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* stream(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** The blocks of the article, "kind: words". */
async function read(name: string, text: string): Promise<readonly string[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes(name, stream(text))) items.push(item);
  return items.flatMap((item) =>
    item.kind === 'article'
      ? item.article.blocks.map(({ kind, start, end }) => `${kind}: ${item.article.text.slice(start, end)}`)
      : [item.kind === 'failure' ? item.code : 'skipped'],
  );
}

const srt = (...cues: readonly string[]): string =>
  cues
    .map(
      (cue, index) =>
        `${index + 1}\n00:00:${String(index * 3).padStart(2, '0')},000 --> 00:00:${String(index * 3 + 2).padStart(2, '0')},500\n${cue}\n`,
    )
    .join('\n');

describe('transcripts', () => {
  test('SubRip: turns of named voices over several cues', async () => {
    expect(
      await read('a.srt', srt('LENA VARGA: We will go', 'to Osterin on Monday.', 'BERG: I doubt that.', '<i>I doubt</i> it very much.')),
    ).toEqual(['paragraph: LENA VARGA: We will go to Osterin on Monday.', 'paragraph: BERG: I doubt that. I doubt it very much.']);
  });

  test('WebVTT: voice tags, notes, styles, settings, entities', async () => {
    const vtt = `WEBVTT - talks\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:03.000 align:start\n<v.loud Lena Varga>We will go &amp; talk.</v>\n\n00:03.000 --> 00:05.000\n<v Tomas Berg>No.\n\n00:05.000 --> 00:06.000\n<v Tomas Berg>Never.\n`;
    expect(await read('a.vtt', vtt)).toEqual(['paragraph: Lena Varga: We will go & talk.', 'paragraph: Tomas Berg: No. Never.']);
  });

  test('captions of broadcasts: ">>" is another voice, named or not; sounds are kept apart', async () => {
    expect(await read('a.srt', srt('>> ANCHOR: Will she go?', '>> She will not.', '[APPLAUSE]', '>> LENA VARGA: I will.'))).toEqual([
      'paragraph: ANCHOR: Will she go?',
      'paragraph: She will not.',
      'boilerplate: [APPLAUSE]',
      'paragraph: LENA VARGA: I will.',
    ]);
  });

  test('two voices in one cue; a line that is shown again; a clock and a word with a colon are no names', async () => {
    expect(
      await read('a.srt', srt('- Will you go?\n- I will.', 'At 10:30 we leave.', 'At 10:30 we leave.', 'remember this: nobody goes.')),
    ).toEqual(['paragraph: Will you go?', 'paragraph: I will. At 10:30 we leave. remember this: nobody goes.']);
  });

  test('no words, broken times, no empty lines between cues', async () => {
    expect(await read('a.srt', srt('[MUSIC]'))).toEqual(['no-text']);
    expect(await read('a.vtt', 'WEBVTT\n\n00:xx --> 00:yy\nwords\n')).toEqual(['no-text']);
    expect(await read('a.srt', '1\n00:00:01,000 --> 00:00:02,000\nVARGA: We will.\n2\n00:00:02,000 --> 00:00:03,000\nBERG: No.\n')).toEqual(
      ['paragraph: VARGA: We will.', 'paragraph: BERG: No.'],
    );
  });
});
