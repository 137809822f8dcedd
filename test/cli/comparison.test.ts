import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { quotationsOfDraft } from '../../src/answers/index.js';
import { command, put, sampleRecord } from '../support/command.js';

const inSamples = async (...given: readonly string[]) => command(given, { environment: { ONRECORD_RECORD: await sampleRecord() } });

const DRAFT = `# A draft

The delegate was brief. “The guns that struck the clinic were not ours,” he said.

Others heard it otherwise: "The guns that struck the clinic were ours," one paper wrote.
He called it “a farce”. And “nobody in these articles has ever uttered such a sentence about turnips”.
`;

describe('a draft', () => {
  test('each quotation is checked, with its line', async () => {
    const { exit, out } = await inSamples('check', '--draft', put('draft.md', DRAFT), '--json');
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ line, check }) => [line, check.verdict])).toEqual([
      [3, 'exact'],
      [5, 'exact'],
      [6, 'not-found'],
    ]);
    // One paper did print it so; the check tells how another printed the same utterance.
    expect(found[1].check.elsewhere).toMatchObject([{ rendering: 'altered', statement: { article: { outlet: 'Interline' } } }]);
    expect(exit).toBe(1);
  });

  test('people read a line a quotation and a count', async () => {
    const { out } = await inSamples('check', '--draft', put('draft.md', DRAFT));
    expect(out).toMatch(
      /draft\.md:3 {2}exact {2}“The guns that struck the clinic were not ours,” {2}Osip Venn, Interline, 2030-06-06, [0-9a-f]{8} {2}1 other rendering: onrecord same [0-9a-f]{8}\n/,
    );
    expect(out).toMatch(/3 quotations checked, 1 to look at\.\n$/);
  });

  test('a Word document is a draft too', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">He said: “The guns that struck </w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>gone</w:t></w:r></w:del><w:r><w:t>the clinic were not ours.”</w:t></w:r></w:p>';
    const file = zipSync({
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`),
    });
    const { exit, out } = await inSamples('check', '--draft', put('draft.docx', file));
    expect(out).toContain('1 quotation checked, all hold.');
    expect(exit).toBe(0);
  });

  test('a draft that cannot be read says so', async () => {
    expect(await inSamples('check', '--draft', 'missing.md')).toMatchObject({
      exit: 2,
      messages: expect.stringContaining('draft-unreadable'),
    });
  });

  test('quotations are found paragraph by paragraph, also where a mark is lost', () => {
    const words = (text: string): readonly string[] => quotationsOfDraft(text).map((quotation) => quotation.words);
    expect(words('“We will not sign this.” He left. “Never in my life.”')).toEqual(['We will not sign this.', 'Never in my life.']);
    expect(words('“We will not sign this.\n\nHe left. "Never in my life."')).toEqual(['We will not sign this.', 'Never in my life.']);
    expect(words('the “so-called” plan')).toEqual([]);
  });
});

describe('comparison', () => {
  test('figures: who claims how many, and what cannot both be right', async () => {
    const { exit, out } = await inSamples('figures', 'soldiers');
    expect(exit).toBe(0);
    expect(out).toMatch(/Varnian soldiers killed since the war began\n.*Varnia +9,400/);
    expect(out).toContain('cannot both be right with');
    expect(out).toMatch(/Looked at \d+ articles/);
  });

  test('origins: copies of a wire story under the agency', async () => {
    const { out } = await inSamples('origins');
    expect(out).toMatch(/^Interline\n +Interline, printed 15 January 2030 .*\n +The Meridian Post, .*credits Interline\n +NowDesk/);
  });

  test('coverage: outlets that carried nothing are named', async () => {
    const { out } = await inSamples('coverage', '"prisoner exchange"', 'speaker:Draveth');
    expect(out).toMatch(/Nothing on this in .*NowDesk/);
  });

  test('same: the renderings of one utterance, and the origins', async () => {
    const found = JSON.parse((await inSamples('search', '"guns that struck the clinic" outlet:interline', '--json')).out);
    const { exit, out } = await inSamples('same', found.statements[0].id.slice(0, 10));
    expect(exit).toBe(0);
    expect(out).toMatch(/altered; (?:leaves out “not”|puts in “ours”):/);
    expect(out).toContain('2 outlets, 1 origin (Interline).');
  });

  test('check: how the sentence goes on, where the quotation stops before its condition', async () => {
    const { out } = await inSamples('check', 'We are ready for a ceasefire');
    expect(out).toContain('goes on: but only if Korrendi troops leave the Vellmark');
  });

  test('nothing found is said, with its exit code', async () => {
    expect(await inSamples('figures', 'turnips')).toMatchObject({ exit: 1 });
    expect(await inSamples('same', 'ffffffff')).toMatchObject({ exit: 1, messages: expect.stringContaining('statement-unknown') });
  });
});
