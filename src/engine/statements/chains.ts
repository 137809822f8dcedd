import type { Draft } from '../mentions/drafts.js';
import { type MentionWork, workOf } from '../mentions/find-mentions.js';
import { outletKind } from '../mentions/outlets.js';
import type { Attributed, Attribution, ChainLink, Span, Speaker } from '../model.js';
import { draftFrom, rangeOf } from '../speakers/sources.js';

/** Deepest nesting of attributions that a chain follows: more than that is a loop or nonsense. */
const DEEPEST = 8;

/**
 * The way each attribution took to the page, nearest to the page first: the outlet, the agency whose story it is or that is
 * cited, who says that it was said, the medium to which it was said, the spokesman who is not named. Empty where the article
 * tells nothing of it: the words are then at first hand as far as anybody can tell.
 */
export function findChains(attributed: Attributed, speakers: readonly Speaker[]): readonly (readonly ChainLink[])[] {
  const page = pageLinks(attributed);
  const work = workOf(attributed);
  return attributed.attributions.map((attribution, index) =>
    withoutDoubles([
      ...page,
      ...containing(attributed, speakers, attribution).filter((link) => link.name !== speakers[index]?.name),
      ...(work === null ? [] : cited(work, attribution)),
      ...unnamedSpokesman(attributed, attribution, speakers[index]),
    ]),
  );
}

/** What the article's own data say: its outlet, and the agency whose credit it bears. */
function pageLinks({ article }: Attributed): readonly ChainLink[] {
  const links: ChainLink[] = [];
  if (article.outlet !== null) links.push({ kind: 'outlet', name: article.outlet, evidence: null });
  if (article.wire !== null) links.push({ kind: 'agency', name: article.wire, evidence: null });
  return links;
}

/** Those who say it in the attributions around this one, outermost first. */
function containing(attributed: Attributed, speakers: readonly Speaker[], attribution: Attribution): readonly ChainLink[] {
  const links: ChainLink[] = [];
  let outer = attribution.within;
  for (let depth = 0; outer !== null && depth < DEEPEST; depth++) {
    const around = attributed.attributions[outer];
    const speaker = speakers[outer];
    if (around === undefined) break;
    if (speaker?.name != null && speaker.kind !== 'unresolved')
      links.unshift(linkOf(attributed, speaker, speaker.name, around.source[0] ?? null));
    outer = around.within;
  }
  return links;
}

function linkOf(attributed: Attributed, speaker: Speaker, name: string, evidence: Span | null): ChainLink {
  if (speaker.kind === 'organization' || speaker.kind === 'document') {
    const outlet = outletNamed(attributed, name);
    if (outlet !== null) return { kind: outlet, name, evidence };
  }
  const roles = speaker.referent === null ? [] : (attributed.referents[speaker.referent]?.roles ?? []);
  return { kind: roles.some((role) => SPOKESMAN.test(role)) ? 'spokesman' : 'speaker', name, evidence };
}

const SPOKESMAN = /\b(?:spokes(?:man|woman|person)|press secretary)\b/i;

function outletNamed(attributed: Attributed, name: string): 'agency' | 'medium' | null {
  const work = workOf(attributed);
  return work === null ? null : outletKind(work.lexicon, name.toLowerCase().replace(/^the /, ''));
}

/** Longest way from the words that cite to the outlet cited, in tokens. */
const CITING_REACH = 6;
const CITING = new Set(['according', 'carried', 'cited', 'citing', 'quoted', 'quoting', 'reported', 'broadcast', 'published']);
const TELLING = new Set([
  'tell',
  'telling',
  'told',
  'tells',
  'interview',
  'interviewed',
  'spoke',
  'speaking',
  'remarks',
  'comments',
  'talk',
  'talked',
  'appearance',
  'on',
  'to',
  'with',
]);

/** Outlets in the attribution's own sentence, outside its content: cited ("quoted by TASS"), or the medium it was said to ("told CNN"). */
function cited(work: MentionWork, attribution: Attribution): readonly ChainLink[] {
  const { words, drafts, mentioned, lexicon } = work;
  const place = rangeOf(work, attribution.cue.length > 0 ? attribution.cue : attribution.source);
  if (place.to === place.from) return [];
  const sentence = mentioned.sentences[words.sentence[place.from] ?? 0];
  if (sentence === undefined) return [];
  const links: ChainLink[] = [];
  for (let index = draftFrom(work, sentence.from); index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    if (draft.coreFrom >= sentence.to) break;
    if (draft.kind !== 'name' || draft.modifier) continue;
    const figure = work.referents[work.referentOf[index] ?? -1];
    if (figure === undefined || figure.kind === 'person' || figure.kind === 'group') continue;
    const span = spanOf(work, draft);
    if (inside(span, attribution.content) || inside(span, attribution.source)) continue;
    const { name } = figure;
    const kind = outletKind(lexicon, name.toLowerCase());
    if (kind === null) continue;
    const said = citingWord(work, draft, sentence.from);
    if (said === 'cited') links.push({ kind, name, evidence: span });
    else if (said === 'told') links.push({ kind: 'medium', name, evidence: span });
  }
  return links;
}

function citingWord({ words }: MentionWork, draft: Draft, from: number): 'cited' | 'told' | null {
  let told = false;
  for (let at = draft.from - 1; at >= from && at >= draft.from - CITING_REACH; at--) {
    const word = words.lower[at] ?? '';
    if (word === ',' || word === ';' || word === '”' || word === '"') break;
    if (CITING.has(word)) return 'cited';
    if (TELLING.has(word)) told = true;
  }
  if (told) return 'told';
  return CITING.has(words.lower[draft.to] ?? '') ? 'cited' : null;
}

const spanOf = ({ mentioned }: MentionWork, draft: Draft): Span => ({
  start: mentioned.tokens[draft.coreFrom]?.start ?? 0,
  end: mentioned.tokens[draft.coreTo - 1]?.end ?? 0,
});

const inside = (span: Span, spans: readonly Span[]): boolean => spans.some((other) => other.start <= span.start && span.end <= other.end);

/** "a Kremlin spokesman": the Kremlin speaks, through somebody whom the article does not name. */
function unnamedSpokesman({ article }: Attributed, attribution: Attribution, speaker: Speaker | undefined): readonly ChainLink[] {
  const source = attribution.source[0];
  if (speaker?.reason.rule !== 'spokesman-not-named' || source === undefined) return [];
  return [{ kind: 'spokesman', name: article.text.slice(source.start, source.end), evidence: source }];
}

function withoutDoubles(links: readonly ChainLink[]): readonly ChainLink[] {
  const seen = new Set<string>();
  return links.filter(({ kind, name }) => {
    const key = `${kind} ${name.toLowerCase()}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
