import {
  type Attribution,
  type Block,
  contentHash,
  makeArticle,
  type Note,
  type Reading,
  type Reason,
  type Span,
  type Statement,
} from '../engine/index.js';
import { ACTS, MANNERS, MODES, SPEAKER_KINDS, STANCES } from '../engine/model-values.js';
import { cite, statementId, wordsOf } from '../engine/statements/citations.js';
import { EXTRACT_FORMAT } from './extract-line.js';

/** A line of `onrecord extract --text` as the reading that it was made from, and the release whose engine read it. */
export interface LoadedLine {
  readonly reading: Reading;
  readonly engine: string | null;
}

/** What is wrong with a line, to be said to whoever made it. */
export class LineError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** The reason of what was read elsewhere and does not say why. */
const LOADED: Reason = { rule: 'read-elsewhere', score: 1 };

/**
 * Takes a line of extract's default format, with the text, back to a reading, without the engine. Everything that the line tells
 * is checked against the text: hash, places, ids. Mentions and referents are not in a line; a reading that was loaded has none.
 */
export function loadLine(json: string): LoadedLine {
  const line = fieldsOf(parse(json), 'the line');
  if (line.format !== EXTRACT_FORMAT) throw new LineError(`its format is ${String(line.format)}, not ${EXTRACT_FORMAT}`);
  const given = fieldsOf(line.article, 'article');
  const { text } = given;
  if (typeof text !== 'string') throw new LineError('it has no text: run "onrecord extract" with --text');
  if (contentHash(text) !== given.sha256) throw new LineError('its text is not the one that its hash was made of');
  const told = Object.fromEntries(TOLD.map((name) => [name, textOrNull(given[name] ?? null, name)]));
  const article = makeArticle({
    ...told,
    id: textOf(line.id, 'id'),
    text,
    authors: listOf(given.authors ?? [], 'authors').map((name) => textOf(name, 'authors')),
    ...(given.blocks === undefined ? {} : { blocks: listOf(given.blocks, 'blocks').map((block) => blockOf(block, text)) }),
  });
  const read = listOf(line.statements, 'statements').map((one) => fieldsOf(one, 'statement'));
  // Two statements of the very same characters have one id: the first is meant.
  const ids = new Map(read.map((one, index) => [one.id, index] as const).reverse());
  const attributions = read.map((one) => attributionOf(one, text, ids));
  const sha256 = textOf(given.sha256, 'sha256');
  const statements = read.map((one, index): Statement => {
    const attribution = attributions[index] as Attribution;
    const citation = cite(article, sha256, attribution);
    if (statementId(citation) !== one.id) throw new LineError(`statement ${String(one.id)} is not the one that its places give`);
    return { id: one.id, attribution: index, citation, words: wordsOf(text, attribution), ...toldOf(one, text) };
  });
  const notes = listOf(line.notes ?? [], 'notes').map((one): Note => {
    const { code, message, ...span } = fieldsOf(one, 'note');
    return { code: textOf(code, 'code') as Note['code'], message: textOf(message, 'message'), span: spanOf(span, text) };
  });
  const nothing = { tokens: [], sentences: [], quotations: [], mentions: [], referents: [] };
  return { reading: { article, ...nothing, notes, attributions, statements }, engine: textOrNull(line.engine ?? null, 'engine') };
}

const TOLD = ['title', 'outlet', 'published', 'url', 'language', 'wire', 'usageTerms', 'embargoedUntil'] as const;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new LineError('it is not valid JSON');
  }
}

function attributionOf(one: Fields, text: string, ids: ReadonlyMap<unknown, number>): Attribution {
  const places = (name: string): readonly Span[] => listOf(one[name], name).map((span) => spanOf(span, text));
  if (one.within !== null && !ids.has(one.within)) throw new LineError(`it has no statement ${String(one.within)}`);
  return {
    source: places('source'),
    cue: places('cue'),
    content: places('content'),
    manner: oneOf(one.manner, MANNERS, 'manner'),
    mode: oneOf(one.mode, MODES, 'mode'),
    within: one.within === null ? null : (ids.get(one.within) ?? null),
    confidence: typeof one.confidence === 'number' ? one.confidence : 0,
    reason: reasonAt(one, 0),
  };
}

/** Reasons stand in the order in which `reasonOf` puts them: attribution, speaker, day, position. */
function reasonAt({ reason }: Fields, at: number): Reason {
  const part = ((reason ?? {}) as { readonly parts?: readonly Reason[] }).parts?.[at];
  return part ?? LOADED;
}

function toldOf(one: Fields, text: string): Omit<Statement, 'id' | 'attribution' | 'citation' | 'words'> {
  const speaker = fieldsOf(one.speaker, 'speaker');
  const said = fieldsOf(one.said, 'said');
  return {
    speaker: {
      kind: oneOf(speaker.kind, SPEAKER_KINDS, 'kind'),
      name: textOrNull(speaker.name, 'name'),
      id: textOrNull(speaker.id, 'id'),
      wikidata: textOrNull(speaker.wikidata, 'wikidata'),
      referent: null,
      reason: reasonAt(one, 1),
    },
    said: {
      from: textOrNull(said.from, 'from'),
      to: textOrNull(said.to, 'to'),
      basis: oneOf(said.basis, ['stated', 'implied', 'unknown'], 'basis'),
      edtf: textOrNull(said.edtf, 'edtf'),
      evidence: spanOrNull(said.evidence, text),
      retold: said.retold === true,
      reason: reasonAt(one, 2),
    },
    addressee: spanOrNull(one.addressee, text),
    occasion: spanOrNull(one.occasion, text),
    act: oneOf(one.act, ACTS, 'act'),
    whom: whomOf(one, text),
    position: positionOf(one, text),
    figures: listOf(one.figures, 'figures').map((figure) => {
      const { value, unit, qualifier, ...span } = fieldsOf(figure, 'figure');
      if (typeof value !== 'number') throw new LineError('a figure has no value');
      return { value, unit: textOrNull(unit, 'unit'), qualifier: textOrNull(qualifier, 'qualifier'), ...spanOf(span, text) };
    }),
    chain: listOf(one.chain ?? [], 'chain').map((link) => {
      const { kind, name, evidence } = fieldsOf(link, 'chain');
      return { kind, name, evidence: spanOrNull(evidence, text) } as Statement['chain'][number];
    }),
  };
}

/** A line tells whom in words; they stand nearest to the statement's own. */
function whomOf({ whom, whomSpan, content }: Fields, text: string): Span | null {
  if (whomSpan !== undefined) return spanOrNull(whomSpan, text);
  if (typeof whom !== 'string' || whom === '') return null;
  const near = (content as readonly Span[])[0]?.start ?? 0;
  const before = text.lastIndexOf(whom, near);
  const start = before >= 0 ? before : text.indexOf(whom, near);
  return start < 0 ? null : { start, end: start + whom.length };
}

function positionOf(one: Fields, text: string): Statement['position'] {
  if (one.position === null || one.position === undefined) return null;
  const { target, stance, condition, evidence } = fieldsOf(one.position, 'position');
  return {
    target: spanOf(target, text),
    stance: oneOf(stance, STANCES, 'stance'),
    condition: spanOrNull(condition, text),
    evidence: spanOf(evidence, text),
    reason: reasonAt(one, 3),
  };
}

function blockOf(value: unknown, text: string): Block {
  const { kind } = fieldsOf(value, 'block');
  return { ...(value as Block), kind: oneOf(kind, BLOCKS, 'kind of block'), ...spanOf(value, text) };
}

const BLOCKS = ['headline', 'standfirst', 'byline', 'dateline', 'paragraph', 'caption', 'heading', 'quote', 'boilerplate'] as const;

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineError(`"${name}" is missing or no object`);
  return value as Fields;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new LineError(`"${name}" is missing or no list`);
  return value;
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new LineError(`"${name}" is missing or no text`);
  return value;
}

const textOrNull = (value: unknown, name: string): string | null => (value === null ? null : textOf(value, name));

function oneOf<Known extends string>(value: unknown, known: readonly Known[], name: string): Known {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new LineError(`"${name}" is "${String(value)}", not one of ${known.join(', ')}`);
  return found;
}

function spanOf(value: unknown, text: string): Span {
  const { start, end } = fieldsOf(value, 'span');
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    (start as number) < 0 ||
    (start as number) > (end as number) ||
    (end as number) > text.length
  )
    throw new LineError(`${String(start)}-${String(end)} is no place in its text`);
  return { start: start as number, end: end as number };
}

const spanOrNull = (value: unknown, text: string): Span | null => (value === null || value === undefined ? null : spanOf(value, text));
