import { speakerId } from './names.js';
import type { Office, RegistryEntry } from './registry.js';

/** What a line of an export held, or why it holds nobody. */
export type Imported =
  | { readonly kind: 'entry'; readonly entry: RegistryEntry }
  | { readonly kind: 'skipped'; readonly line: number; readonly why: string };

/**
 * Reads an export of persons, one JSON object a line, as Wikidata query tools and OpenSanctions write them. Known are the
 * fields `id` or `item`, `name`, `label` or `caption`, `alias`, `aliases` or `altLabel`, `position` or `office` with `of`,
 * `from`/`start` and `to`/`end`, and OpenSanctions' `properties`. Lines of one person are put together. A line that says
 * nothing usable is told, not thrown.
 */
export function importRegistry(jsonLines: string): readonly Imported[] {
  const entries = new Map<string, RegistryEntry>();
  const skipped: Imported[] = [];
  jsonLines.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const read = readLine(text);
    if (typeof read === 'string') {
      skipped.push({ kind: 'skipped', line: index + 1, why: read });
      return;
    }
    const known = entries.get(read.id);
    entries.set(read.id, known === undefined ? read : merge(known, read));
  });
  return [...[...entries.values()].map((entry): Imported => ({ kind: 'entry', entry })), ...skipped];
}

type Fields = Readonly<Record<string, unknown>>;

function readLine(text: string): RegistryEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const fields = value as Fields;
  const properties = (typeof fields.properties === 'object' && fields.properties !== null ? fields.properties : {}) as Fields;
  if (typeof fields.schema === 'string' && fields.schema !== 'Person') return `a ${fields.schema}, not a person`;
  const names = [
    ...strings(fields.name),
    ...strings(fields.label),
    ...strings(fields.itemLabel),
    ...strings(fields.caption),
    ...strings(properties.name),
  ];
  const [name] = names;
  if (name === undefined) return 'no name';
  const aliases = [fields.alias, fields.aliases, fields.altLabel, properties.alias, properties.weakAlias].flatMap(strings);
  const wikidata = [fields.item, fields.wikidata, fields.wikidataId, fields.id, ...strings(properties.wikidataId)]
    .flatMap(strings)
    .map(itemOf)
    .find((id) => id !== null);
  const others = [...new Set([...names.slice(1), ...aliases])].filter((other) => other !== name);
  return {
    id: wikidata?.toLowerCase() ?? speakerId(name),
    name,
    names: others,
    wikidata: wikidata ?? null,
    offices: officesOf(fields, properties),
  };
}

/** One string, several, or several in one separated by bars, as query tools join them. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return value
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return Array.isArray(value) ? value.flatMap(strings) : [];
}

/** "http://www.wikidata.org/entity/Q42" or "Q42" → "Q42". */
const itemOf = (value: string): string | null => /(?:^|\/)(Q[1-9]\d{0,11})$/.exec(value)?.[1] ?? null;

function officesOf(fields: Fields, properties: Fields): readonly Office[] {
  const listed = Array.isArray(fields.positions) ? fields.positions : Array.isArray(fields.offices) ? fields.offices : [];
  const own = listed.flatMap((office) =>
    typeof office === 'object' && office !== null ? officeOf(office as Fields) : strings(office).map(untimed),
  );
  return [...officeOf(fields), ...own, ...strings(properties.position).map(timed)];
}

const untimed = (title: string): Office => ({ title, of: null, from: null, to: null, checked: null });

/** "Governor of the Harbour Bank (2027-2030)": OpenSanctions writes the years behind the office. */
function timed(position: string): Office {
  const years = /^(.{1,200}?) ?\((\d{4})?[-–](\d{4})?\)$/.exec(position);
  if (years === null) return untimed(position);
  const [, title = position, from = null, to = null] = years;
  return { title, of: null, from, to, checked: null };
}

function officeOf(fields: Fields): readonly Office[] {
  const [title] = [fields.position, fields.positionLabel, fields.office, fields.title].flatMap(strings);
  if (title === undefined) return [];
  const [of = null] = [fields.of, fields.country, fields.countryLabel, fields.jurisdiction].flatMap(strings);
  const [from = null] = [fields.from, fields.start, fields.startDate].flatMap(strings).map(dayOf);
  const [to = null] = [fields.to, fields.end, fields.endDate].flatMap(strings).map(dayOf);
  return [{ title, of, from, to, checked: null }];
}

/** "2012-05-07T00:00:00Z" → "2012-05-07"; a year or month alone stays; what is no date is null. */
const dayOf = (value: string): string | null => /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T|$)/.exec(value)?.[1] ?? null;

const merge = (a: RegistryEntry, b: RegistryEntry): RegistryEntry => ({
  ...a,
  names: [...new Set([...a.names, ...b.names, ...(b.name === a.name ? [] : [b.name])])],
  offices: [...a.offices, ...b.offices.filter((office) => !a.offices.some((known) => JSON.stringify(known) === JSON.stringify(office)))],
});
