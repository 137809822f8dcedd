import type { Act, Span } from '../../engine/index.js';

/** A statement as replies are looked for: who, where in the text, what it does. */
export interface ThreadStatement {
  readonly id: string;
  readonly speaker: string;
  readonly speakerName: string | null;
  readonly act: Act;
  /** Whom it accuses, addresses or contradicts, in the text's words. */
  readonly whom: string | null;
  readonly whomSpan: Span | null;
  readonly words: string;
  /** Whether it takes a side on a course of action: what is answered first of all. */
  readonly takesSide: boolean;
  readonly retold: boolean;
  /** Every span of the attribution: source, cue and content. */
  readonly spans: readonly Span[];
  readonly content: readonly Span[];
}

export type ReplyKind = 'answers' | 'denies' | 'contradicts';

/** A statement that answers another one, with the words of the text that show it. */
export interface Reply {
  readonly kind: ReplyKind;
  /** Id of the statement that replies. */
  readonly statement: string;
  /** Id of the statement that it answers. */
  readonly answers: string;
  /** The words that show it: "answered him", "asked about Varga's words". */
  readonly evidence: Span;
}

/** How far behind words of replying the reply stands: "The answer from Brannik was not long in coming." and then the words. */
const FAR = 260;

/** How many statements back the one stands that is answered. */
const FARTHEST = 10;

/** Words of replying. Those of asking are read only where the text says about whose words was asked. */
const REPLYING =
  /(?:(?<!\ban )\banswer(?:ed|s|ing)?|\brepl(?:y|ied|ies|ying)|\brespon(?:d|ded|ds|ding|se)|\bretort(?:ed|s)?|\brejoinder|\bcomeback|\bcounter(?:ed|s)?|\brebut(?:ted|s)?|\brebuttal|\b(?:hit|hits|shot|struck|fired|pushed|pushes) back|\bnot buying|\breact(?:ing|ed) to|\bden(?:y|ied|ies|ying)|\bdisput(?:e|ed|es|ing)|\bcontradict(?:ed|s|ing)?|\breject(?:ed|ing|s) the (?:charge|claim|accusation|allegation)s?|\b(?:asked|told|questioned) (?:on \w+ )?(?:about|of|on)|\bwhen (?:he|she|they) (?:was|were) told|\bin answer to)\b/gi;

const ASKING = /^(?:asked|told|question)/i;
/** What somebody is asked about where it is another's words. */
const ANOTHERS_WORDS =
  /\b(?:accusation|answer|charge|claim|comment|criticism|demand|offer|proposal|remark|speech|statement|threat|warning|words)s?\b/i;
const DENYING = /^(?:den|disput|contradict|reject)/i;
/** No reply: "declined to respond", "did not reply", "was not to be reached for a response". */
const NO_REPLY =
  /\b(?:declin\w+ to|did not|didn['’]t|would not|no|without|refus\w+ to|could not be reached for|for a|for) (?:immediately |further )?$/i;

/** The replies in one article: `statements` in text order. A statement answers at most one other, which stands before it. */
export function findReplies(text: string, statements: readonly ThreadStatement[]): readonly Reply[] {
  const inContent = contentCover(statements);
  const replies = new Map<string, Reply>();
  for (const match of text.matchAll(REPLYING)) {
    const evidence = { start: match.index, end: match.index + match[0].length };
    if (inContent(evidence.start) || NO_REPLY.test(text.slice(Math.max(0, evidence.start - 40), evidence.start))) continue;
    const reply = replyAt(text, evidence, statements);
    if (reply !== null && !replies.has(reply.statement)) replies.set(reply.statement, reply);
  }
  statements.forEach((statement, index) => {
    if (replies.has(statement.id)) return;
    const earlier = answerable(statements, index);
    const reply = quoting(text, statement, earlier) ?? accusing(statement, earlier);
    if (reply !== null) replies.set(statement.id, reply);
  });
  return statements.flatMap((statement) => replies.get(statement.id) ?? []);
}

function replyAt(text: string, evidence: Span, statements: readonly ThreadStatement[]): Reply | null {
  const index = statements.findIndex((statement) => isReply(text, evidence, statement));
  const statement = statements[index];
  if (statement === undefined) return null;
  const earlier = answerable(statements, index);
  const around = `${text
    .slice(Math.max(0, evidence.start - 60), evidence.start)
    .split('\n\n')
    .at(-1)}${text.slice(evidence.start, evidence.end + 80).split('\n\n')[0]}`;
  const meant = named(around, statement, earlier);
  const words = text.slice(evidence.start, evidence.end);
  if (ASKING.test(words) && meant === null && !ANOTHERS_WORDS.test(around)) return null;
  const answered = meant ?? (DENYING.test(words) ? earlier.at(-1) : nearest(statement, earlier));
  if (answered === undefined) return null;
  const kind: ReplyKind =
    DENYING.test(words) || statement.act === 'denies' ? 'denies' : statement.act === 'rejects' ? 'contradicts' : 'answers';
  return { kind, statement: statement.id, answers: answered.id, evidence };
}

/** Without a name, the nearest; a side taken answers a side taken shortly before. */
const nearest = (statement: ThreadStatement, earlier: readonly ThreadStatement[]): ThreadStatement | undefined =>
  (statement.takesSide ? earlier.slice(-NEAR).findLast((other) => other.takesSide) : undefined) ?? earlier.at(-1);

const NEAR = 4;

/** Whether words of replying introduce a statement: in its own frame or sentence, or in a sentence shortly before it. */
function isReply(text: string, evidence: Span, statement: ThreadStatement): boolean {
  if (isEmpty(statement) || statement.speakerName === null || statement.act === 'asks') return false;
  const start = startOf(statement);
  if (statement.spans.some((span) => span.start <= evidence.start && evidence.end <= span.end)) return true;
  const frameEnd = endOf(statement);
  if (evidence.start >= start && evidence.start <= frameEnd) return !text.slice(start, evidence.start).includes('\n\n');
  if (evidence.start < start) return start - evidence.end < FAR && sentences(text.slice(evidence.end, start + 1)) <= 1;
  return evidence.start - frameEnd < 40 && sentences(text.slice(frameEnd, evidence.start + 1)) === 0;
}

const sentences = (between: string): number => (between.match(/[.!?]["”’')]*\s+(?=["“‘\p{Lu}])/gu) ?? []).length;

/** A statement whose words only point: "answered him", "was asked the same question". */
const isEmpty = ({ words }: ThreadStatement): boolean => words.split(/\s+/).length < 3 && !/["“]/.test(words);

/** What stands before a statement and may be what it answers: words of another, not retold, not only a question reported. */
function answerable(statements: readonly ThreadStatement[], index: number): readonly ThreadStatement[] {
  const statement = statements[index];
  if (statement === undefined) return [];
  return statements
    .slice(Math.max(0, index - FARTHEST), index)
    .filter(
      (other) =>
        other.speaker !== statement.speaker &&
        other.speakerName !== null &&
        !other.retold &&
        other.act !== 'asks' &&
        !isEmpty(other) &&
        !holds(other, statement),
    );
}

/** Whether one statement's words hold the other. */
const holds = (other: ThreadStatement, statement: ThreadStatement): boolean =>
  other.content.some((span) => statement.content.some((inner) => span.start <= inner.start && inner.end <= span.end));

const startOf = ({ spans }: ThreadStatement): number => Math.min(...spans.map((span) => span.start));
const endOf = ({ spans }: ThreadStatement): number => Math.max(...spans.map((span) => span.end));

/** For every place whether a statement's words cover it: what people say makes no reply, only what is told about it. */
function contentCover(statements: readonly ThreadStatement[]): (at: number) => boolean {
  const spans = statements
    .filter((statement) => !isEmpty(statement))
    .flatMap((statement) => statement.content)
    .toSorted((left, right) => left.start - right.start);
  return (at) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0 && index >= low - 4; index--) if ((spans[index]?.end ?? 0) > at) return true;
    return false;
  };
}

/** The last statement of whoever the words around the reply name: "answered Kessal", "asked about Ormund's threat". */
function named(around: string, statement: ThreadStatement, earlier: readonly ThreadStatement[]): ThreadStatement | null {
  const own = lastName(statement.speakerName);
  const theirs = earlier.filter((other) => {
    const name = lastName(other.speakerName);
    return name !== null && name !== own && holdsName(around, name);
  });
  return theirs.findLast((other) => other.takesSide) ?? theirs.at(-1) ?? null;
}

const lastName = (name: string | null): string | null => {
  const last = name?.split(' ').at(-1);
  return last !== undefined && /^\p{Lu}\p{L}+$/u.test(last) ? last : null;
};

function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(text[at + name.length] ?? '') && !/\p{L}/u.test(text[at - 1] ?? '');
}

const QUOTED = /[“"‘']([^“”"‘’']{6,60})[”"’']/g;

/** Takes up another's words: called the phrase “final phase” a locked door. Two words in a row at least. */
function quoting(text: string, statement: ThreadStatement, earlier: readonly ThreadStatement[]): Reply | null {
  for (const span of statement.content) {
    for (const match of text.slice(span.start, span.end).matchAll(QUOTED)) {
      const words = match[1] ?? '';
      if (!/\p{L}\s+\p{L}/u.test(words)) continue;
      const answered = earlier.findLast((other) => other.words.includes(words));
      const start = span.start + match.index;
      if (answered !== undefined)
        return { kind: 'answers', statement: statement.id, answers: answered.id, evidence: { start, end: start + match[0].length } };
    }
  }
  return null;
}

/** An accusation or denial whose object has spoken just before: the words that name it show it. */
function accusing(statement: ThreadStatement, earlier: readonly ThreadStatement[]): Reply | null {
  if (statement.whom === null || statement.whomSpan === null || (statement.act !== 'accuses' && statement.act !== 'denies')) return null;
  const answered = named(statement.whom, statement, earlier);
  if (answered === null) return null;
  return {
    kind: statement.act === 'denies' ? 'denies' : 'answers',
    statement: statement.id,
    answers: answered.id,
    evidence: statement.whomSpan,
  };
}
