import type { SpeakerKind, Stance } from '../../engine/index.js';
import type { ArticleHead, LookedAt, RecordedStatement } from '../../record/index.js';
import { dayText, spanText } from '../../web/days.js';
import { plainWords } from '../../web/words.js';
import type { Context } from '../context.js';
import { formatSaid } from './dates.js';
import { plural } from './numbers.js';
import { wrap } from './wrap.js';

/** A stance's shape and words, as on every page. */
export const STANCES: Readonly<Record<Stance, string>> = {
  for: '● for',
  'only-if': '◐ only if',
  against: '■ against',
  unclear: '○ unclear',
};

/** The words in one line, in marks where they are a quotation and introduced where they are not. */
export const formatWords = (recorded: RecordedStatement): string => plainWords(recorded, Number.POSITIVE_INFINITY);

/** The speaker's name, or what is known in place of one. */
export function formatSpeaker(kind: SpeakerKind, name: string | null, outlet: string | null): string {
  switch (kind) {
    case 'author':
      return outlet === null ? 'the article itself' : `${outlet} itself`;
    case 'none':
      return 'nobody named';
    case 'unresolved':
      return name ?? 'speaker not resolved';
    case 'anonymous':
      return name === null ? 'a source not named' : `${name} (not named)`;
    default:
      return name ?? 'speaker not resolved';
  }
}

/** "The Meridian Post, 15 January 2030". */
export function formatSource(article: Pick<ArticleHead, 'outlet' | 'published' | 'title' | 'imported'>): string {
  const outlet = article.outlet ?? article.title ?? 'outlet not given';
  const taken = article.imported === null ? '' : `, imported from ${article.imported}`;
  return `${outlet}, ${article.published === null ? 'day of printing not given' : `printed ${dayText(article.published)}`}${taken}`;
}

/** "on 14 March 2031, to reporters, in Osterin; reported later". */
export function formatOccasion({ statement, wording }: RecordedStatement): string {
  const parts = [formatSaid(statement.said)];
  if (wording.addressee !== null) parts.push(`to ${wording.addressee}`);
  if (wording.occasion !== null) parts.push(wording.occasion);
  return `${parts.join(', ')}${statement.said.retold ? '; reported later' : ''}`;
}

/** "■ against: a ceasefire", "◐ only if: direct talks (if …)"; null where the statement takes no side. */
export function formatPosition({ statement: { position }, wording }: RecordedStatement): string | null {
  if (position === null) return null;
  return `${STANCES[position.stance]}: ${wording.target ?? ''}${wording.condition === null ? '' : ` (${wording.condition})`}`;
}

/** Where a statement was printed, and its id. */
export function formatPrinted({ article, appearances, id }: RecordedStatement): string {
  const copies = appearances > 1 ? `, and at ${plural(appearances - 1, 'other address', 'other addresses')}` : '';
  return `${formatSource(article)}${copies} · ${id}`;
}

/** A statement in a list: the words, and beneath them who, when, where, and its id. */
export function formatStatement(recorded: RecordedStatement, { out, style }: Pick<Context, 'out' | 'style'>): string {
  const { article, speaker } = recorded;
  const who = style.strong(formatSpeaker(speaker.kind, speaker.name, article.outlet));
  const position = formatPosition(recorded);
  const lines = [
    wrap(formatWords(recorded), out.width),
    wrap(`${who}, ${formatOccasion(recorded)}`, out.width, INDENT),
    ...(position === null ? [] : [wrap(position, out.width, INDENT)]),
    style.quiet(wrap(formatPrinted(recorded), out.width, INDENT)),
  ];
  return lines.join('\n');
}

export const INDENT = '    ';

/** "Looked at 214 articles, 5 outlets, printed 3 Jan 2030 – 22 Aug 2031; 40 imported quotations." */
export function formatLookedAt({ articles, imported, outlets, from, to }: LookedAt): string {
  const days = spanText(from, to);
  const taken = imported === 0 ? '' : `; ${plural(imported, 'imported quotation')}`;
  return `Looked at ${plural(articles, 'article')}, ${plural(outlets, 'outlet')}${days === null ? '' : `, printed ${days}`}${taken}.`;
}
