import type { ReferentKind, Token, TokenIndex, TokenRange } from '../model.js';
import type { Draft } from './drafts.js';
import { genderOf, typeOfName } from './name-kinds.js';
import { startOfName } from './name-parts.js';
import { PRONOUNS, type Pronoun } from './pronouns.js';
import type { Run, Scan } from './scan.js';
import { WORD_CLASS as is } from './word-classes.js';
import { textOf, type Words } from './words.js';

/** Appends the phrases of one sentence to `scan.drafts`, in text order. One pass over its tokens. */
export function findPhrases(scan: Scan, sentence: TokenRange): void {
  let at = sentence.from;
  while (at < sentence.to) {
    const pronoun = PRONOUNS.get(scan.words.lower[at] ?? '');
    if (pronoun !== undefined && !opensPhrase(scan, pronoun, at, sentence.to)) {
      scan.drafts.push(pronounDraft(scan, pronoun, at, sentence));
      at++;
    } else at = findPhrase(scan, at, sentence);
  }
}

/** "his spokesman": the pronoun is a mention of its own, and opens the phrase for whom it owns. */
const opensPhrase = (scan: Scan, pronoun: Pronoun, at: TokenIndex, to: TokenIndex): boolean =>
  pronoun.possessive && at + 1 < to && isModifier(scan, at + 1);

function pronounDraft(scan: Scan, pronoun: Pronoun, at: TokenIndex, sentence: TokenRange): Draft {
  const { type, gender, plural, possessive } = pronoun;
  return {
    kind: 'pronoun',
    from: at,
    to: at + 1,
    coreFrom: at,
    coreTo: at + 1,
    type,
    gender,
    plural,
    opening: 'bare',
    owner: -1,
    role: '',
    subject: pronoun.subject ?? (scan.sentenced.tokens[at - 1]?.pos !== 'VERB' && isSubject(scan, at, at + 1, sentence)),
    modifier: possessive,
  };
}

const DETERMINERS = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'some', 'any', 'each', 'every', 'another', 'no']);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
const QUANTIFIERS = new Set(['many', 'several', 'few', 'most', 'all', 'both', 'other', 'more', 'half', 'such', 'certain']);

/** Where a phrase starts at `at`, appends its drafts and gives the token behind it; else the next token. */
function findPhrase(scan: Scan, at: TokenIndex, sentence: TokenRange): TokenIndex {
  const { lower } = scan.words;
  const word = lower[at] ?? '';
  let opening: Draft['opening'] = 'bare';
  let start = at;
  let owner = -1;
  const pronoun = PRONOUNS.get(word);
  if (pronoun?.possessive === true) {
    owner = scan.drafts.length;
    scan.drafts.push(pronounDraft(scan, pronoun, at, sentence));
    opening = 'pronoun';
    start++;
  } else if (DETERMINERS.has(word) && !(word === 'that' && isConjunction(scan, at))) {
    opening = DEFINITE.has(word) ? 'definite' : 'indefinite';
    start++;
  }
  while (start < sentence.to && QUANTIFIERS.has(lower[start] ?? '')) {
    if (opening === 'bare') opening = 'indefinite';
    start++;
  }
  let from = at;
  for (;;) {
    const end = endOfRun(scan, start, sentence.to);
    if (end === start) return Math.max(start, at + 1);
    const owns = isPossessive(scan, end, sentence.to);
    const draft = draftOf(scan, { from, start, end, opening, owner, owns, sentence });
    if (draft !== null) {
      owner = scan.drafts.length;
      scan.drafts.push(draft);
    } else if (owns) owner = -1;
    if (!owns) return end;
    from = at;
    start = end + 1;
    opening = 'owner';
  }
}

/** "said that officials": behind a verb or noun, or before a name, "that" opens a clause. */
function isConjunction({ sentenced, words }: Scan, at: TokenIndex): boolean {
  const before = sentenced.tokens[at - 1]?.pos;
  return before === 'VERB' || before === 'NOUN' || words.capital[at + 1] === 1;
}

/** Words that can stand inside a phrase: adjectives, nouns, numbers, names; and what joins the parts of a name. */
function endOfRun(scan: Scan, start: TokenIndex, limit: TokenIndex): TokenIndex {
  let at = start;
  while (at < limit && isModifier(scan, at)) at += joinedBy(scan, at, start, limit);
  return Math.min(at, limit);
}

function isModifier({ sentenced, words }: Scan, at: TokenIndex): boolean {
  if (words.capital[at] === 1) return true;
  if (((words.classes[at] ?? 0) & (words.classes[at - 1] ?? 0) & is.particle) !== 0) return true; // "de la Cruz"
  switch (sentenced.tokens[at]?.pos) {
    case 'NOUN':
    case 'PROPN':
      return !isClitic(words.lower[at] ?? '');
    case 'ADJ':
    case 'NUM':
      return ((words.classes[at] ?? 0) & is.functionWord) === 0;
    case 'VERB':
      // "the retired general", "the United front": a participle in front of a noun that has a known class
      if (sentenced.tokens[at - 1]?.pos === 'NOUN' || sentenced.tokens[at - 1]?.pos === 'PROPN') return false;
      return PARTICIPLE.test(words.lower[at] ?? '') && ((words.classes[at + 1] ?? 0) & (is.role | is.body | is.document)) !== 0;
    default:
      return ((words.classes[at] ?? 0) & is.role) !== 0 && sentenced.tokens[at]?.pos === 'X';
  }
}

const PARTICIPLE = /(?:ed|ing)$/;

const isClitic = (word: string): boolean => word.startsWith("'") || word === '%';

/** "Department of Justice", "van der Berg", "AT & T": a low-case word between two capitals belongs to the name. How many tokens to go on: one, or over what joins. */
function joinedBy({ words }: Scan, at: TokenIndex, start: TokenIndex, limit: TokenIndex): number {
  if (at + 2 >= limit || words.capital[at] !== 1) return 1;
  const next = words.lower[at + 1] ?? '';
  const beyond = words.capital[at + 2] === 1;
  const bits = words.classes[at + 1] ?? 0;
  if (next === '&' || next === '/') return beyond ? 2 : 1;
  if ((bits & is.particle) !== 0 && words.capital[at + 1] !== 1) {
    if (beyond) return 2;
    return ((words.classes[at + 2] ?? 0) & is.particle) !== 0 && words.capital[at + 3] === 1 ? 3 : 1;
  }
  if ((next !== 'of' && next !== 'for') || !takesOf(words, start, at)) return 1;
  if (beyond) return 2;
  return words.lower[at + 2] === 'the' && words.capital[at + 3] === 1 && at + 3 < limit ? 3 : 1;
}

const TAKES_OF = is.body | is.title | is.role | is.document;

/** Whether a name's words so far are such that "of" goes on with it: "Bank of", "Secretary of"; not "Varga of". */
function takesOf({ classes }: Words, start: TokenIndex, at: TokenIndex): boolean {
  const bits = classes[at] ?? 0;
  return (bits & is.firstName) === 0 && (bits & TAKES_OF) !== 0 && at >= start;
}

function isPossessive({ words, sentenced }: Scan, at: TokenIndex, limit: TokenIndex): boolean {
  const word = words.lower[at];
  if (at >= limit) return false;
  if (word === "'s") return sentenced.tokens[at]?.start === sentenced.tokens[at - 1]?.end && isPart(sentenced.tokens, at);
  return word === "'" && (words.lower[at - 1] ?? '').endsWith('s') && sentenced.tokens[at]?.start === sentenced.tokens[at - 1]?.end;
}

const isPart = (tokens: readonly Token[], at: TokenIndex): boolean => tokens[at]?.pos !== 'AUX';

function draftOf(scan: Scan, run: Run): Draft | null {
  const { capital } = scan.words;
  let start = run.end;
  while (start > run.start && (capital[start - 1] === 1 || joins(scan, start - 1, run))) start--;
  if (start < run.end && capital[start] !== 1) start++;
  const named = start < run.end ? nameDraft(scan, run, start) : null;
  return named ?? nominalDraft(scan, run) ?? leadingName(scan, run);
}

/** The name in front of a noun of which nothing is known, or of a verb that the tagger took for a noun ("Varga points out"). */
function leadingName(scan: Scan, run: Run): Draft | null {
  const { capital } = scan.words;
  if (scan.known !== null) return null;
  let start = run.start;
  while (start < run.end && capital[start] !== 1) start++;
  let end = start;
  while (end < run.end && (capital[end] === 1 || joins(scan, end, run))) end++;
  while (end > start && capital[end - 1] !== 1) end--;
  return end === start || end === run.end ? null : nameDraft(scan, { ...run, end, owns: false }, start);
}

/** A low-case word inside a name: both its neighbours, particles left out, have capitals. */
function joins({ words }: Scan, at: TokenIndex, run: Run): boolean {
  if (at <= run.start || at + 1 >= run.end) return false;
  const word = words.lower[at] ?? '';
  const particle =
    ((words.classes[at] ?? 0) & is.particle) !== 0 || word === 'of' || word === 'for' || word === 'the' || word === '&' || word === '/';
  return particle;
}

function nameDraft(scan: Scan, run: Run, start: TokenIndex): Draft | null {
  const { words, known } = scan;
  if (known !== null) return headlineName(scan, run, known);
  const { classes } = words;
  const name = startOfName(words, start, run.end);
  if (name >= run.end) return null;
  const bits = classes[name] ?? 0;
  if (name === run.end - 1 && name === start && (isDay(bits) || isPlainAdjective(bits, run))) return null;
  const roleFrom = run.start;
  const titled = name > start || (start > run.start && ((classes[start - 1] ?? 0) & is.role) !== 0);
  emitOwner(scan, run, roleFrom, name);
  return makeName(scan, run, name, titled);
}

const isDay = (bits: number): boolean => (bits & is.calendar) !== 0;

/** "French" alone is nobody, unless it is "the French". */
const isPlainAdjective = (bits: number, run: Run): boolean =>
  (bits & is.demonym) !== 0 && (bits & (is.plural | is.country | is.firstName)) === 0 && run.opening !== 'definite';

/** The name before a role or a body's noun is a mention of its own: "Varga spokesman Jon Berg", "the Varga campaign". */
function emitOwner(scan: Scan, run: Run, from: TokenIndex, to: TokenIndex): void {
  const { words } = scan;
  let at = from;
  while (at < to && words.capital[at] !== 1) at++;
  let end = at;
  while (end < to && words.capital[end] === 1 && ((words.classes[end] ?? 0) & (is.title | is.role)) === 0) end++;
  while (end > at && ((words.classes[end - 1] ?? 0) & (is.office | is.body)) === is.office) end--;
  if (end === at || end >= run.end) return;
  if (end - at === 1 && isAdjective(scan, at)) return;
  const named = { from: at, start: at, end, opening: run.opening, owner: run.owner, owns: true, sentence: run.sentence };
  scan.drafts.push(makeName(scan, named, at, false));
}

/** "Foreign" of "Foreign Minister", "Varnian", "Democratic": no name of anybody. */
const isAdjective = ({ sentenced, words }: Scan, at: TokenIndex): boolean =>
  sentenced.tokens[at]?.pos === 'ADJ' || ((words.classes[at] ?? 0) & (is.party | is.demonym)) !== 0;

function makeName(scan: Scan, run: Run, name: TokenIndex, titled: boolean): Draft {
  const { words, sentenced } = scan;
  const type = typeOfName(scan, run, name, titled);
  // "near the port Jon Berg met": a noun of which nothing is known does not go with the name
  const apart = !titled && run.opening === 'definite' && name > run.start && (type === 'person' || type === 'unknown');
  const role = titled ? textOf(sentenced.article, sentenced.tokens, run.start, name) : '';
  return {
    kind: 'name',
    from: apart ? name : run.from,
    to: run.end,
    coreFrom: name,
    coreTo: run.end,
    type,
    gender: type === 'person' || type === 'unknown' ? genderOf(words, run.start, run.end, name) : null,
    plural: type === 'group',
    opening: apart ? 'bare' : run.opening,
    owner: run.owner,
    role,
    subject: !run.owns && isSubject(scan, run.from, run.end, run.sentence),
    modifier: run.owns,
  };
}

/** In a headline's style only names that the article's other sentences hold are names. */
function headlineName(scan: Scan, run: Run, known: ReadonlySet<string>): Draft | null {
  const { lower } = scan.words;
  let at = run.start;
  let found: Draft | null = null;
  while (at < run.end) {
    let end = at;
    while (end < run.end && (known.has(lower[end] ?? '') || isFirstOf(scan, known, end, run.end))) end++;
    if (end > at) {
      if (found !== null) scan.drafts.push(found);
      const name = startOfName(scan.words, at, end);
      if (name < end) found = makeName(scan, partOf(run, at, end), name, name > at);
    }
    at = end + 1;
  }
  return found;
}

/** A first name that only the headline gives: it stands right before a name that the article uses. */
const isFirstOf = ({ words }: Scan, known: ReadonlySet<string>, at: TokenIndex, to: TokenIndex): boolean =>
  at + 1 < to && ((words.classes[at] ?? 0) & is.firstName) !== 0 && known.has(words.lower[at + 1] ?? '');

const partOf = (run: Run, at: TokenIndex, end: TokenIndex): Run => ({
  from: at,
  start: at,
  end,
  opening: run.opening,
  owner: run.owner,
  owns: run.owns && end === run.end,
  sentence: run.sentence,
});

const HEADS = is.role | is.people | is.body | is.document | is.demonym | is.party | is.anonymous;

function nominalDraft(scan: Scan, run: Run): Draft | null {
  const { words, sentenced } = scan;
  const head = headOfNominal(scan, run);
  if (head < 0) return null;
  const bits = bitsOfOffice(scan, run, head) ?? words.classes[head] ?? 0;
  const plural = (bits & (is.plural | is.people)) !== 0 || isPluralNoun(words.lower[head] ?? '', bits);
  if ((bits & (is.demonym | is.party)) !== 0 && (bits & (is.role | is.plural)) === 0) return null;
  emitOwner(scan, run, run.start, head);
  const owner = run.owner >= 0 ? run.owner : ownerBefore(scan, run);
  return {
    kind: 'nominal',
    from: run.from,
    to: head + 1,
    coreFrom: head,
    coreTo: head + 1,
    type: typeOfNominal(bits, plural),
    gender: (bits & is.female) !== 0 ? 'female' : (bits & is.male) !== 0 ? 'male' : null,
    plural,
    opening: run.opening,
    owner,
    role: textOf(sentenced.article, sentenced.tokens, run.start, head + 1),
    subject: !run.owns && isSubject(scan, run.from, run.end, run.sentence),
    modifier: run.owns,
  };
}

/** "the Chief of the General Staff" is a chief, no staff. */
function bitsOfOffice({ words }: Scan, run: Run, head: TokenIndex): number | null {
  for (let at = run.start + 1; at < head; at++) {
    if (words.lower[at] !== 'of') continue;
    const bits = words.classes[at - 1] ?? 0;
    return (bits & is.role) === 0 ? null : bits;
  }
  return null;
}

/** The noun that the phrase is about: its last word, adjectives behind it left out ("people familiar"); -1 where that is no noun for whoever speaks. */
function headOfNominal({ words, sentenced }: Scan, run: Run): number {
  for (let head = run.end - 1; head >= run.start; head--) {
    const bits = words.classes[head] ?? 0;
    const pos = sentenced.tokens[head]?.pos;
    if ((bits & HEADS) !== 0 && pos !== 'VERB' && (pos !== 'ADJ' || isNounlike(run, bits))) return head;
    if (pos !== 'ADJ' || run.owns) return -1;
  }
  return -1;
}

/** "the general", "a socialist": an adjective too, but at the end of a phrase with a determiner a noun. */
const isNounlike = (run: Run, bits: number): boolean => (bits & (is.role | is.anonymous)) !== 0 && run.opening !== 'bare';

function ownerBefore(scan: Scan, run: Run): number {
  const last = scan.drafts.length - 1;
  const draft = scan.drafts[last];
  return draft !== undefined && draft.kind === 'name' && draft.from >= run.start && draft.to <= run.end ? last : -1;
}

const isPluralNoun = (word: string, bits: number): boolean =>
  (bits & (is.body | is.document)) !== 0 && word.endsWith('s') && !/(?:ss|us|news|series|headquarters|congress)$/.test(word);

function typeOfNominal(bits: number, plural: boolean): ReferentKind {
  if ((bits & is.people) !== 0) return 'group';
  if ((bits & (is.role | is.demonym | is.party | is.anonymous)) !== 0) return plural ? 'group' : 'person';
  if ((bits & is.document) !== 0) return 'document';
  return plural ? 'group' : 'organization';
}

/** Longest way to look behind an apposition for the verb of its noun, in tokens. */
const APPOSITION_REACH = 30;

/** Whether the phrase is the subject of a verb: no preposition before it, a verb behind it (behind its apposition, too), or a verb of saying before it. */
export function isSubject({ sentenced, words }: Scan, from: TokenIndex, to: TokenIndex, sentence: TokenRange): boolean {
  const { tokens } = sentenced;
  const before = from > sentence.from ? tokens[from - 1]?.pos : undefined;
  if (before === 'ADP') return false;
  let at = to;
  if (words.lower[at] === ',' || words.lower[at] === '(') {
    const close = words.lower[at] === ',' ? ',' : ')';
    const limit = Math.min(sentence.to, at + APPOSITION_REACH);
    at++;
    while (at < limit && words.lower[at] !== close) at++;
    at++;
  }
  while (at < sentence.to && (tokens[at]?.pos === 'ADV' || tokens[at]?.pos === 'PART')) at++;
  const behind = at < sentence.to ? tokens[at]?.pos : undefined;
  if (behind === 'VERB' || behind === 'AUX') return true;
  return before === 'VERB' && (words.lower[to] === ',' || words.lower[to] === '.');
}
