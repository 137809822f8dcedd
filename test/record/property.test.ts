import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, Attribution, Reading, Reason, Span, Statement } from '../../src/engine/index.js';
import { cite, statementId, wordsOf } from '../../src/engine/statements/citations.js';
import { contentHash } from '../../src/engine/statements/content-hash.js';
import { addressOf, EVERYTHING, openRecord } from '../../src/record/index.js';

/** Any text that is Unicode, with what is hard to store: NUL, marks of other languages of queries, parts of emoji. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replace(/\p{Surrogate}/gu, '?')),
  fc.constantFrom('\0', 'a\0b', "'; drop table texts; --", '%', '"', '\u2028', '👩‍👩‍👧', '\uFEFFa', 'ﬁ', 'İ'),
);
const textOrNull = fc.option(text);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dayOrNull = fc.option(day);

const reason: fc.Arbitrary<Reason> = fc.record({ rule: text, score: fc.double({ min: 0, max: 1, noNaN: true }) });

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));

const article: fc.Arbitrary<Article> = fc
  .record({
    id: text,
    text,
    blocks: fc.constant([]),
    language: fc.option(fc.constantFrom('en', 'de-AT', 'EN')),
    published: dayOrNull,
    outlet: textOrNull,
    url: textOrNull,
    title: textOrNull,
    authors: fc.array(text, { maxLength: 2 }),
    wire: textOrNull,
    usageTerms: textOrNull,
    embargoedUntil: fc.option(fc.constantFrom('2031-03-14T06:00:00Z', '9999-12-31T23:59:59Z')),
    imported: textOrNull,
  })
  .map((made) => ({ ...made, blocks: [{ kind: 'paragraph' as const, start: 0, end: made.text.length }] }));

const attributionIn = (length: number): fc.Arbitrary<Attribution> =>
  fc.record({
    source: fc.array(spanIn(length), { maxLength: 2 }),
    cue: fc.array(spanIn(length), { maxLength: 1 }),
    content: fc.array(spanIn(length), { minLength: 1, maxLength: 3 }),
    manner: fc.constantFrom('direct', 'mixed', 'indirect'),
    mode: fc.constantFrom('speech', 'thought', 'act'),
    within: fc.constant(null),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    reason,
  });

function statementIn(made: Article, attribution: Attribution, index: number): fc.Arbitrary<Statement> {
  const { length } = made.text;
  const citation = cite(made, contentHash(made.text), attribution);
  return fc.record({
    id: fc.constant(statementId(citation)),
    attribution: fc.constant(index),
    speaker: fc.record({
      kind: fc.constantFrom('person', 'organization', 'anonymous', 'author', 'none'),
      name: textOrNull,
      id: textOrNull,
      wikidata: fc.constant(null),
      referent: fc.option(fc.nat(9)),
      reason,
    }),
    words: fc.constant(wordsOf(made.text, attribution)),
    said: fc.record({
      from: dayOrNull,
      to: dayOrNull,
      basis: fc.constantFrom('stated', 'implied', 'unknown'),
      edtf: textOrNull,
      evidence: fc.option(spanIn(length)),
      retold: fc.boolean(),
      reason,
    }),
    addressee: fc.option(spanIn(length)),
    occasion: fc.option(spanIn(length)),
    act: fc.constantFrom('states', 'rejects'),
    whom: fc.option(spanIn(length)),
    position: fc.option(
      fc.record({
        target: spanIn(length),
        stance: fc.constantFrom('for', 'against', 'only-if', 'unclear'),
        condition: fc.option(spanIn(length)),
        evidence: spanIn(length),
        reason,
      }),
    ),
    figures: fc.array(
      fc.record({
        start: fc.nat(length),
        end: fc.nat(length),
        value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        unit: textOrNull,
        qualifier: textOrNull,
      }),
      { maxLength: 1 },
    ),
    chain: fc.array(fc.record({ kind: fc.constantFrom('outlet', 'agency'), name: text, evidence: fc.constant(null) }), { maxLength: 1 }),
    citation: fc.constant(citation),
  });
}

const reading: fc.Arbitrary<Reading> = article.chain((made) =>
  fc.array(attributionIn(made.text.length), { maxLength: 4 }).chain((list) => {
    // two attributions of the same characters are one statement: only the first is kept
    const attributions = list.filter(
      (one, index) => list.findIndex((other) => JSON.stringify(other.content) === JSON.stringify(one.content)) === index,
    );
    return fc.tuple(...attributions.map((one, index) => statementIn(made, one, index))).map((statements) => ({
      article: made,
      tokens: [],
      sentences: [],
      quotations: [],
      notes: [],
      attributions,
      statements,
      mentions: [],
      referents: [{ kind: 'person' as const, name: made.id, roles: made.authors, gender: null, plural: false, mentions: [] }],
    }));
  }),
);

test('whatever is filed is read back equal, is sound, and is there once however often it is filed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 3 }), async (readings) => {
      const record = await openRecord(':memory:', 'write');
      const first = readings[0] as Reading;
      await record.file([{ reading: first }]);
      const held = await record.article(contentHash(first.article.text));
      expect(held?.article).toEqual(first.article);
      expect(held?.referents).toEqual(first.referents);
      const statements = await record.statementsOf(contentHash(first.article.text));
      expect(statements.map(({ statement }) => statement)).toEqual(first.statements);
      expect(statements.map(({ attribution }) => attribution)).toEqual(first.attributions);
      for (const { id } of first.statements) expect((await record.statement(id))?.id).toBe(id);
      await record.file(readings.map((one) => ({ reading: one })));
      const count = await record.count(EVERYTHING, 'all');
      const looked = await record.lookedAt(EVERYTHING);
      await record.file(readings.map((one) => ({ reading: one })));
      expect(await record.count(EVERYTHING, 'all')).toBe(count);
      expect(await record.lookedAt(EVERYTHING)).toEqual(looked);
      for await (const failure of record.verify()) throw new Error(`${failure.code}: ${failure.message}`);
      await record.close();
    }),
    { numRuns: 40 },
  );
});

test('a text with half a character keeps its offsets, its hash and its ids', async () => {
  const broken = 'A \ud800 said “yes”.';
  const record = await openRecord(':memory:', 'write');
  const made: Article = {
    id: 'half',
    text: broken,
    blocks: [{ kind: 'paragraph', start: 0, end: broken.length }],
    language: null,
    published: null,
    outlet: null,
    url: null,
    title: null,
    authors: [],
    wire: null,
    usageTerms: null,
    embargoedUntil: null,
    imported: null,
  };
  const attribution: Attribution = {
    source: [{ start: 0, end: 3 }],
    cue: [],
    content: [{ start: 2, end: broken.length }],
    manner: 'mixed',
    mode: 'speech',
    within: null,
    confidence: 1,
    reason: { rule: 'made-for-test', score: 1 },
  };
  const [statement] = fc.sample(statementIn(made, attribution, 0), { numRuns: 1, seed: 1 });
  await record.file([
    {
      reading: {
        article: made,
        tokens: [],
        sentences: [],
        quotations: [],
        notes: [],
        mentions: [],
        referents: [],
        attributions: [attribution],
        statements: [statement as Statement],
      },
    },
  ]);
  const held = await record.article(addressOf(made));
  expect(held?.head.sha256).toBe(contentHash(broken));
  expect(held?.article.text).toBe(broken.replace('\ud800', '\uFFFD'));
  for await (const failure of record.verify()) throw new Error(`${failure.code}: ${failure.message}`);
  await record.close();
});
