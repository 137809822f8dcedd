import type { Manner, SpeakerKind, Statement } from '../../engine/index.js';
import type { ArticleHead, LookedAt, RecordedStatement } from '../../record/index.js';
import type { Context } from '../context.js';
import { formatDay, formatRange, formatSaid } from './dates.js';
import { plural } from './numbers.js';
import { wrap } from './wrap.js';

/**
 * The words as they may be shown: quotations stand in quotation marks, everything else is introduced by "reported:" and is in no
 * marks but those of the page. No character between a page's marks is changed.
 */
export function formatWords(words: string, manner: Manner): string {
  if (manner !== 'direct') return `reported: ${words}`;
  return /^[“”"‘’'«„]/.test(words) ? words : `“${words}”`;
}

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
export function formatSource(article: Pick<ArticleHead, 'outlet' | 'published' | 'title'>): string {
  const outlet = article.outlet ?? article.title ?? 'outlet not given';
  return `${outlet}, ${article.published === null ? 'day of printing not given' : `printed ${formatDay(article.published)}`}`;
}

/** "on 14 March 2031, to reporters, in Osterin; reported later". */
export function formatOccasion({ statement, wording }: RecordedStatement): string {
  const parts = [formatSaid(statement.said)];
  if (wording.addressee !== null) parts.push(`to ${wording.addressee}`);
  if (wording.occasion !== null) parts.push(wording.occasion);
  return `${parts.join(', ')}${statement.said.retold ? '; reported later' : ''}`;
}

/** "against a ceasefire", "only if …: direct talks"; null where the statement takes no side. */
export function formatPosition(position: Statement['position'], target: string | null, condition: string | null): string | null {
  if (position === null) return null;
  const side = position.stance === 'only-if' ? 'only if' : position.stance;
  return `${side}: ${target ?? ''}${condition === null ? '' : ` (${condition})`}`;
}

/** A statement in a list: the words, and beneath them who, when, where, and its id. */
export function formatStatement(recorded: RecordedStatement, { out, style }: Pick<Context, 'out' | 'style'>): string {
  const { statement, attribution, article, speaker, wording } = recorded;
  const who = style.strong(formatSpeaker(speaker.kind, speaker.name, article.outlet));
  const position = formatPosition(statement.position, wording.target, wording.condition);
  const copies = recorded.appearances > 1 ? `, and at ${plural(recorded.appearances - 1, 'other address', 'other addresses')}` : '';
  const lines = [
    wrap(formatWords(statement.words, attribution.manner), out.width),
    wrap(`${who}, ${formatOccasion(recorded)}`, out.width, '    '),
    ...(position === null ? [] : [wrap(position, out.width, '    ')]),
    style.quiet(wrap(`${formatSource(article)}${copies} · ${recorded.id}`, out.width, '    ')),
  ];
  return lines.join('\n');
}

/** "Looked at 214 articles, 5 outlets, 3 January 2030 – 22 August 2031." */
export function formatLookedAt({ articles, outlets, from, to }: LookedAt): string {
  const days = from === null || to === null ? '' : `, printed ${formatRange(from, to)}`;
  return `Looked at ${plural(articles, 'article')}, ${plural(outlets, 'outlet')}${days}.`;
}
