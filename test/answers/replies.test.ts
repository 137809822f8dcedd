import { describe, expect, test } from 'vitest';
import { findReplies, type ThreadStatement } from '../../src/answers/threads/replies.js';
import { parseMarked } from '../support/marked-attribution.js';

/** Each line one paragraph: [source] <cue> {content}; speakers are known by their source's last word. */
function replies(lines: readonly string[], acts: Readonly<Record<number, ThreadStatement['act']>> = {}): readonly string[] {
  let text = '';
  const statements = lines.map((line, index): ThreadStatement => {
    const { text: paragraph, attribution } = parseMarked(line);
    const shift = text.length;
    text += `${paragraph}\n\n`;
    const move = (span: { readonly start: number; readonly end: number }) => ({ start: span.start + shift, end: span.end + shift });
    const [source] = attribution.source.map(move);
    const name = source === undefined ? null : text.slice(source.start, source.end);
    return {
      id: `${index}`,
      speaker: name ?? '',
      speakerName: name,
      act: acts[index] ?? 'states',
      whom: null,
      whomSpan: null,
      words: attribution.content.map((span) => paragraph.slice(span.start, span.end)).join(' … '),
      takesSide: false,
      retold: false,
      spans: [...attribution.source, ...attribution.cue, ...attribution.content].map(move),
      content: attribution.content.map(move),
    };
  });
  return findReplies(text, statements).map(
    ({ kind, statement, answers, evidence }) => `${statement} ${kind} ${answers}: ${text.slice(evidence.start, evidence.end)}`,
  );
}

const FIRST = '{“There will be no truce,”} [Kessal] <said>.';

describe('replies', () => {
  test('by the cue', () =>
    expect(replies([FIRST, '{“We have heard that before,”} [Solanek] <answered>.'])).toEqual(['1 answers 0: answered']));
  test('by a sentence before the words', () =>
    expect(replies([FIRST, 'The reply came within the hour. {“We have heard that before,”} [Solanek] <said>.'])).toEqual([
      '1 answers 0: reply',
    ]));
  test('by what the speaker was asked about', () =>
    expect(replies([FIRST, 'Asked about Kessal’s words, [Solanek] <said> {it was an old song}.'])).toEqual(['1 answers 0: Asked about']));
  test('a denial', () =>
    expect(
      replies(['[Varga] <accused> {Venn of firing at a clinic}.', '[Venn] <denied> {that the guns had been his}.'], { 0: 'accuses' }),
    ).toEqual(['1 denies 0: denied']));
  test('by whom it names, not by who stands nearest', () =>
    expect(
      replies([FIRST, '[Lorne] <said> {the talks would begin}.', '[Solanek] <replied> to Kessal {that she had expected it}.']),
    ).toEqual(['2 answers 0: replied']));
  test('by the words that it takes up', () =>
    expect(
      replies(['{“It can wait for the final phase,”} [Kessal] <said>.', '[Halvik] <called> {the “final phase” a locked door}.']),
    ).toEqual(['1 answers 0: “final phase”']));
  test('not by a refusal to reply', () =>
    expect(replies([FIRST, 'Solanek declined to respond. [Varga] <said> {the rain had stopped}.'])).toEqual([]));
  test('not by words that somebody says', () =>
    expect(replies([FIRST, '[Varga] <said> {“Nobody answered the bell at the mill.”}'])).toEqual([]));
  test('not to oneself', () => expect(replies([FIRST, '{“As I said,”} [Kessal] <replied>.'])).toEqual([]));
});
