import { ACTS, MANNERS, MODES, SPEAKER_KINDS, STANCES } from '../../engine/model-values.js';
import type { Filter } from '../../record/index.js';
import { type DayRange, readDayRange } from './day-range.js';

/** The fields of a query, in the order in which people are told of them. */
export const FIELDS = [
  'speaker',
  'outlet',
  'wire',
  'date',
  'pubdate',
  'type',
  'mode',
  'act',
  'stance',
  'kind',
  'target',
  'text',
  'is',
  'lang',
  'article',
  'imported',
] as const;

export type FieldName = (typeof FIELDS)[number];

const STATES: Readonly<Record<string, Filter>> = {
  retold: { kind: 'retold' },
  position: { kind: 'position' },
  undated: { kind: 'not', of: { kind: 'said-known' } },
  figure: { kind: 'figures' },
  imported: { kind: 'imported', from: null },
};

/** What a field asks for, or what is wrong with its value. */
export function fieldFilter(field: FieldName, value: string, how: 'word' | 'phrase'): Filter | string {
  switch (field) {
    case 'speaker':
    case 'outlet':
    case 'wire':
      return hasWords(value) ? { kind: field, name: value } : `${field}: needs a name`;
    case 'imported':
      return hasWords(value) ? { kind: field, from: value } : `${field}: needs the name of a collection`;
    case 'date':
      return dayFilter('said', value);
    case 'pubdate':
      return dayFilter('printed', value);
    case 'type':
      return oneOf(field, value, MANNERS, (is) => ({ kind: 'manner', is }));
    case 'mode':
      return oneOf(field, value, MODES, (is) => ({ kind: 'mode', is }));
    case 'act':
      return oneOf(field, value, ACTS, (is) => ({ kind: 'act', is }));
    case 'stance':
      return oneOf(field, value, STANCES, (is) => ({ kind: 'stance', is }));
    case 'kind':
      return oneOf(field, value, SPEAKER_KINDS, (is) => ({ kind: 'speaker-kind', is }));
    case 'target':
    case 'text':
      return hasWords(value)
        ? { kind: 'words', where: field, match: how === 'phrase' ? 'exact' : 'inflected', words: value }
        : `${field}: needs a word`;
    case 'is':
      return STATES[value.toLowerCase()] ?? `"${value}" is not among ${Object.keys(STATES).join(', ')}`;
    case 'lang':
      return /^[a-z]{2,3}$/i.test(value)
        ? { kind: 'language', is: value.toLowerCase() }
        : 'lang: needs a language’s two or three letters, as in lang:en';
    case 'article':
      return {
        kind: 'or',
        of: [
          { kind: 'address', is: value },
          { kind: 'text', sha256: value },
        ],
      };
  }
}

const hasWords = (value: string): boolean => /[\p{L}\p{N}]/u.test(value);

function oneOf<Value extends string>(field: string, value: string, values: readonly Value[], make: (is: Value) => Filter): Filter | string {
  const is = values.find((one) => one === value.toLowerCase());
  return is === undefined ? `"${value}" is no ${field}; use one of ${values.join(', ')}` : make(is);
}

function dayFilter(kind: 'said' | 'printed', value: string): Filter | string {
  const range: DayRange | null = readDayRange(value);
  if (range === null) return `"${value}" is no day, month, year or range of them; write 2031-03-14, 2031-03, 2031 or 2031-03..2031-08`;
  if (range.from !== null && range.to !== null && range.from > range.to) return `"${value}" ends before it begins; turn its ends round`;
  return { kind, ...range };
}
