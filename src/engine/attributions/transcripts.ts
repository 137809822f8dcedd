import type { Attribution, Block, Mentioned, Span } from '../model.js';

/** A paragraph of a printed conversation that opens with who speaks: "LENA VARGA: We will sign.", "Q. Will you sign?". */
interface Turn {
  readonly label: Span;
  readonly mark: Span;
  readonly content: Span;
  readonly name: string;
  readonly block: number;
}

/** A label: up to five words, capitals at their beginning, and a colon; or Q and A with a colon or full stop. */
const LABEL =
  /^(?:(?:Q|A|QUESTION|ANSWER|Question|Answer)[.:]|\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la|al|bin)){0,4} ?:)(?=\s+\S)/u;

/** Labels of what is no conversation: notes, lists, reading lines. */
const NO_VOICE =
  /^(?:note|notes|correction|corrections|clarification|update|updated|editor['’]?s note|photo|photos|picture|image|video|watch|read|read more|more|related|see also|source|sources|credit|by|what|when|where|who|why|how|time|date|place|tickets|location|address|email|tel|phone|website|follow|listen|topic|topics|tags|cast|rating|verdict|score|result|results|bottom line|key points|on the record|for|against|pros|cons|breaking|live|opinion|analysis)$/i;

/** How few turns make a conversation, how few of them a voice has to have, and how far apart two turns may stand, in paragraphs. */
const LEAST_TURNS = 4;
const LEAST_OF_A_VOICE = 2;
const GAP = 3;

/**
 * Makes the turns of a printed conversation attributions: the label is the source, its colon the cue, what follows up to the
 * next label the content. What was found inside a turn is nested in it; what was found across its edges is dropped. A text in
 * which no two voices take turns is left as it is.
 */
export function addTurns(mentioned: Mentioned, found: readonly Attribution[]): readonly Attribution[] {
  const turns = findTurns(mentioned);
  if (turns.length === 0) return found;
  const labelled = new Set(found.flatMap(({ source, cue }) => (cue.length === 1 ? source.map(({ start }) => start) : [])));
  const missing = turns.filter((turn) => !isHeldWhole(turn, labelled, found));
  if (missing.length === 0) return found;
  const kept = found.filter((attribution) => !missing.some((turn) => crosses(attribution, turn)));
  const all = [...kept.map((attribution): Placed => ({ attribution, turn: null })), ...missing.map(placedTurn)];
  all.sort((one, other) => startOf(one.attribution) - startOf(other.attribution));
  return all.map(({ attribution, turn }) => ({
    ...attribution,
    within: turn === null ? holderOf(attribution, found, all, missing) : null,
  }));
}

interface Placed {
  readonly attribution: Attribution;
  readonly turn: Turn | null;
}

const startOf = ({ source, cue, content }: Attribution): number =>
  Math.min(source[0]?.start ?? Number.POSITIVE_INFINITY, cue[0]?.start ?? Number.POSITIVE_INFINITY, content[0]?.start ?? 0);

const placedTurn = (turn: Turn): Placed => ({
  turn,
  attribution: {
    source: [turn.label],
    cue: [turn.mark],
    content: [turn.content],
    manner: 'direct',
    mode: 'speech',
    within: null,
    confidence: TURN_CONFIDENCE,
    reason: { rule: 'transcript-turn', score: TURN_CONFIDENCE },
  },
});

/** A label that takes turns with another one is hardly ever anything else. */
const TURN_CONFIDENCE = 0.97;

/** Whether a turn is known already, with most of its words. */
function isHeldWhole(turn: Turn, labelled: ReadonlySet<number>, found: readonly Attribution[]): boolean {
  if (!labelled.has(turn.label.start)) return false;
  return found.some(({ source, content }) => {
    const last = content.at(-1)?.end ?? 0;
    return source[0]?.start === turn.label.start && last - turn.content.start >= 0.9 * (turn.content.end - turn.content.start);
  });
}

/** Whether an attribution is the turn itself, or has parts on both sides of one of its edges. */
function crosses(attribution: Attribution, { label, content }: Turn): boolean {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content];
  const touches = spans.some((span) => span.start < content.end && label.start < span.end);
  return touches && !spans.every((span) => span.start >= content.start && span.end <= content.end);
}

/** Where the attribution that holds one stands in the new order: the one that held it before, else the turn around it. */
function holderOf(attribution: Attribution, found: readonly Attribution[], all: readonly Placed[], turns: readonly Turn[]): number | null {
  const before = attribution.within === null ? undefined : found[attribution.within];
  const kept = before === undefined ? -1 : all.findIndex((placed) => placed.attribution === before);
  if (kept >= 0) return kept;
  const start = startOf(attribution);
  const turn = turns.find(({ content }) => content.start <= start && start < content.end);
  const place = turn === undefined ? -1 : all.findIndex((placed) => placed.turn === turn);
  return place < 0 ? null : place;
}

/** The turns of an article's conversations, in text order. */
function findTurns({ article }: Mentioned): readonly Turn[] {
  const opening = article.blocks.flatMap((block, index) => labelOf(article.text, block, index) ?? []);
  const turns: Turn[] = [];
  let run: Turn[] = [];
  for (const turn of [...opening, null]) {
    if (turn !== null && (run.length === 0 || turn.block - (run.at(-1)?.block ?? 0) <= GAP)) {
      run.push(turn);
      continue;
    }
    turns.push(...conversation(run));
    run = turn === null ? [] : [turn];
  }
  return turns.map((turn, index) => withParagraphs(article.blocks, turn, turns[index + 1]));
}

/** The turns of a run of labels where two voices or more take turns; none where they do not. */
function conversation(run: readonly Turn[]): readonly Turn[] {
  const counts = new Map<string, number>();
  for (const { name } of run) counts.set(name, (counts.get(name) ?? 0) + 1);
  const voices = [...counts.values()].filter((count) => count >= LEAST_OF_A_VOICE).length;
  return run.length >= LEAST_TURNS && voices >= 2 ? run.filter(({ name }) => (counts.get(name) ?? 0) >= 1) : [];
}

function labelOf(text: string, block: Block, index: number): Turn | null {
  if (block.kind === 'boilerplate' || block.kind === 'caption') return null;
  const label = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL)))?.[0];
  if (label === undefined) return null;
  const name = label.slice(0, -1).trimEnd();
  if (NO_VOICE.test(name)) return null;
  const colon = block.start + label.length - 1;
  let start = colon + 1;
  while (start < block.end && /\s/.test(text[start] ?? '')) start++;
  return {
    label: { start: block.start, end: block.start + name.length },
    mark: { start: colon, end: colon + 1 },
    content: { start, end: block.end },
    name: name.toLowerCase(),
    block: index,
  };
}

const LONGEST_LABEL = 60;

/** A turn goes on over the paragraphs up to the next label; the last one ends with its own. */
function withParagraphs(blocks: readonly Block[], turn: Turn, next: Turn | undefined): Turn {
  if (next === undefined || next.block - turn.block > GAP) return turn;
  let end = turn.content.end;
  for (let index = turn.block + 1; index < next.block; index++) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') break;
    end = block.end;
  }
  return { ...turn, content: { start: turn.content.start, end } };
}
