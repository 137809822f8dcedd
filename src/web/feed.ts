import { createHash } from 'node:crypto';
import type { Day } from '../engine/index.js';
import type { RecordedStatement, StatementRecord } from '../record/index.js';
import { statementAddress, webAddress } from './addresses.js';
import { dayText, intervalText } from './days.js';
import { stanceWords } from './stance.js';
import { nameText, speakerText } from './statement-view.js';
import { clipped, plainWords, quoted, settingOf } from './words.js';

/** What a page tells a feed reader: what came into the record lately, the latest first. */
export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
  /** The cursor of the page behind; null at the end. */
  readonly next: string | null;
}

export interface FeedEntry {
  /** What the entry's id is made from: never changes, and is nobody else's. */
  readonly name: string;
  readonly title: string;
  /** When it came into the record, or was last set right: a day, null where nobody noted it. */
  readonly updated: Day | null;
  /** Whose words these are. */
  readonly author: string;
  /** The page of it, on this server. */
  readonly path: string;
  /** The article that it comes from, where it has an address on the web. */
  readonly via: string | null;
  readonly stance: string | null;
  /** Lines of plain text: paragraphs of the entry. */
  readonly lines: readonly string[];
}

export const FEED_LENGTH = 50;

/** When statements were last set right, by statement: corrections in force, the latest day of each. */
export async function correctionDays(record: StatementRecord): Promise<ReadonlyMap<string, Day>> {
  const corrections = await record.corrections();
  return new Map(corrections.flatMap(({ id, day }) => (day === null ? [] : [[id, day] as const])));
}

/** The words, who said them when and how that is known, and where they were printed. */
export function statementEntry(recorded: RecordedStatement, corrected: ReadonlyMap<string, Day>): FeedEntry {
  const { article, statement } = recorded;
  const who = speakerText(recorded);
  return {
    name: `statement ${recorded.id}`,
    title: `${who}${positionText(recorded)}: ${clipped(plainWords(recorded, 120), 120).text}`,
    updated: updatedOf(recorded, corrected),
    author: who,
    path: statementAddress(recorded.id),
    via: webAddress(article.url),
    stance: statement.position?.stance ?? null,
    lines: statementLines(recorded),
  };
}

export function statementLines(recorded: RecordedStatement): readonly string[] {
  const { article, wording } = recorded;
  const condition = wording.condition === null ? [] : [`Condition: ${wording.condition}`];
  const printed = article.published === null ? '' : `, printed ${dayText(article.published)}`;
  return [
    wordsLine(recorded),
    `— ${speakerText(recorded)}, ${saidLine(recorded)}`,
    ...condition,
    `${article.outlet === null ? 'Outlet not given' : nameText(article.outlet)}${printed}`,
  ];
}

/** A quotation in marks; what is only reported, or a headline's, says so and has none. */
function wordsLine(recorded: RecordedStatement): string {
  const setting = settingOf(recorded);
  const { words } = recorded.statement;
  return setting === 'direct' ? quoted(words) : `${setting}: ${words}`;
}

const BASES = {
  stated: 'the article says when',
  implied: 'the day follows from the article',
  unknown: 'the article does not say when',
} as const;

function saidLine({ statement: { said } }: RecordedStatement): string {
  return `${intervalText(said.from, said.to)} (${BASES[said.basis]}${said.retold ? '; reported later' : ''})`;
}

const positionText = ({ statement: { position }, wording }: RecordedStatement): string =>
  position === null ? '' : `, ${stanceWords(position.stance)} ${nameText(wording.target ?? '')}`;

export function updatedOf({ article, corrections }: RecordedStatement, corrected: ReadonlyMap<string, Day>): Day | null {
  const days = [article.filed ?? article.published, ...corrections.map((id) => corrected.get(id) ?? null)];
  return latest(days);
}

export const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Statements that a filter meets, the last filed first. */
export async function statementsFeed(
  record: StatementRecord,
  title: string,
  filter: Parameters<StatementRecord['statements']>[0]['filter'],
  after: string | null,
): Promise<Feed> {
  const page = await record.statements({ filter, order: { by: 'filed', direction: 'descending' }, limit: FEED_LENGTH, after });
  const corrected = await correctionDays(record);
  return { title, next: page.next, entries: page.statements.map((recorded) => statementEntry(recorded, corrected)) };
}

export interface FeedPlace {
  /** Where readers reach the server: "https://record.example.org". */
  readonly origin: string;
  /** The page's path, without an ending. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The feed as Atom (RFC 4287), page by page (RFC 5005). No text can end an element: what XML forbids is replaced, the rest escaped. */
export function atomText({ title, entries, next }: Feed, place: FeedPlace): string {
  const updated = latest(entries.map((entry) => entry.updated));
  const question = new URLSearchParams(place.query);
  question.delete('after');
  question.sort();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${uuid(`feed ${place.origin}${place.path}?${question.toString()}`)}</id>
<title>${xml(title)}</title>
<updated>${moment(updated)}</updated>
<author><name>OnRecord</name></author>
<generator>OnRecord</generator>
<link rel="self" type="application/atom+xml" href="${xml(feedAddress(place, place.query))}"/>
<link rel="alternate" type="text/html" href="${xml(addressOf(place, place.path, question))}"/>
<link rel="first" type="application/atom+xml" href="${xml(feedAddress(place, question))}"/>
${next === null ? '' : `<link rel="next" type="application/atom+xml" href="${xml(feedAddress(place, withCursor(question, next)))}"/>\n`}${entries.map((entry) => entryText(entry, place.origin)).join('')}</feed>
`;
}

const entryText = (entry: FeedEntry, origin: string): string => `<entry>
<id>${uuid(entry.name)}</id>
<title>${xml(entry.title)}</title>
<updated>${moment(entry.updated)}</updated>
<author><name>${xml(entry.author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(`${origin}${entry.path}`)}"/>
${entry.via === null ? '' : `<link rel="via" type="text/html" href="${xml(entry.via)}"/>\n`}${entry.stance === null ? '' : `<category term="${xml(entry.stance)}" label="${xml(entry.stance)}"/>\n`}<content type="html">${xml(entry.lines.map((line) => `<p>${xml(line)}</p>`).join(''))}</content>
</entry>
`;

const withCursor = (query: URLSearchParams, cursor: string): URLSearchParams => {
  const further = new URLSearchParams(query);
  further.set('after', cursor);
  return further;
};

const addressOf = ({ origin }: FeedPlace, path: string, query: URLSearchParams): string =>
  `${origin}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;

const feedAddress = (place: FeedPlace, query: URLSearchParams): string =>
  addressOf(place, `${place.path === '/' ? '/index' : place.path}.atom`, query);

/** Where nobody noted a day, the same moment each time, so that a reader does not take it for a change. */
const moment = (day: Day | null): string => `${(day ?? '1970-01-01').slice(0, 10)}T00:00:00Z`;

/** A UUID of version 8 (RFC 9562), made from a name: the same wherever it is made. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(`onrecord ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What XML 1.0 has no place for: control characters, halves of characters, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' };

const xml = (text: string): string => text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"'\r]/g, (mark) => ENTITIES[mark] ?? mark);
