import type { Day } from '../../engine/index.js';
import { type BriefStatement, type Filter, fingerprintsOf, type StatementRecord } from '../../record/index.js';
import { wordRun } from '../quotations/word-run.js';
import { compareWords, mayRender } from './compare-words.js';

/** One utterance as the articles of a record quote it: statements whose words are the same, cut, merged or slightly altered. */
export interface Utterance {
  /** First printed first. */
  readonly statements: readonly BriefStatement[];
  readonly outlets: number;
  readonly texts: number;
}

/** Groups statements into utterances. What is added later is compared with what shares words with it, and with nothing else. */
export interface Utterances {
  add(statements: readonly BriefStatement[]): void;
  /** Utterances that several texts have, most outlets first. */
  carried(): readonly Utterance[];
}

/** So many words in a row are hashed, and of so many neighbouring hashes the smallest is kept: eight words that are the same are always found. */
const SHINGLE = 5;
const WINDOW = 4;
/** Quotations of fewer words say too little to be one utterance without being asked about. */
const SHORTEST = 6;
/** A run of words that so many statements hold is a set phrase. */
const COMMON = 60;
/** So many of those that share most are compared. */
const COMPARED = 8;
/** One utterance is printed within so many days. */
const DAYS = 7;

export function createUtterances(): Utterances {
  const statements: BriefStatement[] = [];
  const parents: number[] = [];
  const holders = createHolders();
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  return {
    add(list) {
      for (const statement of list) {
        if (statement.manner === 'indirect') continue;
        const { keys } = wordRun(statement.words);
        if (keys.length < SHORTEST) continue;
        const index = statements.push(statement) - 1;
        parents.push(index);
        const prints = fingerprintsOf(hashes(keys), WINDOW);
        for (const other of candidates(prints, holders)) {
          if (rootOf(other) === rootOf(index) || !isOne(statement, statements[other], keys)) continue;
          parents[Math.max(rootOf(other), rootOf(index))] = Math.min(rootOf(other), rootOf(index));
        }
        for (const print of prints) holders.add(print, index);
      }
    },
    carried: () => carried(statements, rootOf),
  };
}

/** The utterances of a record that several texts carry, most outlets first. Time grows with the number of statements. */
export async function carriedUtterances(record: StatementRecord, filter: Filter): Promise<readonly Utterance[]> {
  const utterances = createUtterances();
  const quoted: Filter = { kind: 'not', of: { kind: 'manner', is: 'indirect' } };
  for await (const list of record.briefs({ kind: 'and', of: [filter, quoted] })) utterances.add(list);
  return utterances.carried();
}

/** FNV-1a over the letters of five words at a time, 32 bits. */
function hashes(keys: readonly string[]): readonly number[] {
  const words = keys.map((key) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
    return hash;
  });
  return Array.from({ length: Math.max(0, words.length - SHINGLE + 1) }, (_, from) => {
    let mixed = 0;
    for (let word = from; word < from + SHINGLE; word++) mixed = Math.imul(mixed ^ (words[word] ?? 0), 0x85ebca6b) ^ (mixed >>> 13);
    return mixed >>> 0;
  });
}

/** Which statements hold each fingerprint. */
interface Holders {
  of(print: number): readonly number[];
  add(print: number, index: number): void;
}

/** One map takes no more than sixteen million keys. */
const MAPS = 64;
const NOBODY: readonly number[] = [];

/** Most fingerprints are one statement's: a number alone takes a fifth of what a list takes. */
function createHolders(): Holders {
  const maps = Array.from({ length: MAPS }, () => new Map<number, number | number[]>());
  const mapOf = (print: number): Map<number, number | number[]> | undefined => maps[print % MAPS];
  return {
    of(print) {
      const known = mapOf(print)?.get(print);
      return known === undefined ? NOBODY : typeof known === 'number' ? [known] : known;
    },
    add(print, index) {
      const map = mapOf(print);
      const known = map?.get(print);
      if (known === undefined) map?.set(print, index);
      else if (typeof known === 'number') map?.set(print, [known, index]);
      else if (known.length <= COMMON) known.push(index);
    },
  };
}

/** Those that share most fingerprints, most first; set phrases do not count. */
function candidates(prints: ReadonlySet<number>, holders: Holders): readonly number[] {
  const shared = new Map<number, number>();
  for (const print of prints) {
    const known = holders.of(print);
    if (known.length > COMMON) continue;
    for (const index of known) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  if (shared.size <= COMPARED) return [...shared.keys()];
  return [...shared]
    .sort(([one, left], [other, right]) => right - left || one - other)
    .slice(0, COMPARED)
    .map(([index]) => index);
}

function isOne(statement: BriefStatement, other: BriefStatement | undefined, keys: readonly string[]): boolean {
  if (other === undefined || other.text === statement.text || !fits(statement, other)) return false;
  const run = wordRun(other.words);
  if (!mayRender(keys, run.keys)) return false;
  const comparison = compareWords(wordRun(statement.words), run);
  return comparison !== null && comparison.rendering !== 'otherwise';
}

/** Whether days do not speak against it: those on which it was said where both are known, else those on which it was printed. */
function fits(one: BriefStatement, other: BriefStatement): boolean {
  if (one.from !== null && one.to !== null && other.from !== null && other.to !== null) return one.from <= other.to && other.from <= one.to;
  return one.printed === null || other.printed === null || Math.abs(dayNumber(one.printed) - dayNumber(other.printed)) <= DAYS;
}

const dayNumber = (day: Day): number => Date.parse(day.slice(0, 10)) / 86_400_000;

function carried(statements: readonly BriefStatement[], rootOf: (index: number) => number): readonly Utterance[] {
  const groups = new Map<number, BriefStatement[]>();
  statements.forEach((statement, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [statement]);
    else group.push(statement);
  });
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const ordered = group.sort((one, other) => compare(one.printed ?? '9', other.printed ?? '9') || compare(one.id, other.id));
      const outlets = new Set(group.map(({ outlet }) => outlet)).size;
      return { statements: ordered, outlets, texts: new Set(group.map(({ text }) => text)).size };
    })
    .sort(
      (one, other) =>
        other.outlets - one.outlets || other.texts - one.texts || compare(one.statements[0]?.id ?? '', other.statements[0]?.id ?? ''),
    );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
