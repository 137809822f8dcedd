import type { Attribution, Attributor, Manner, Mentioned, Mode, Span } from '../src/engine/index.js';
import type { LayerLine, NewsLine, Pair } from './corpora.js';

/** Hands out the labelled attributions of each article, with the labelled mode where there is one. */
export function createGoldAttributor(news: readonly NewsLine[], layers: readonly LayerLine[]): Attributor {
  const lines = new Map(news.map((line) => [line.id, line]));
  const modes = new Map(layers.flatMap((line) => line.labels.map((label) => [`${line.id} ${label.attribution}`, label.mode] as const)));
  return {
    attribute: (mentioned) => {
      const { id } = mentioned.article;
      return (lines.get(id)?.attributions ?? []).map((gold, index): Attribution => {
        const content = gold.content.map(spanOf);
        return {
          source: gold.source.map(spanOf),
          cue: gold.cue.map(spanOf),
          content,
          manner: mannerOf(mentioned, content),
          mode: modes.get(`${id} ${index}`) ?? ('speech' satisfies Mode),
          within: null,
          confidence: 1,
          reason: { rule: 'labelled', score: 1 },
        };
      });
    },
  };
}

const spanOf = ([start, end]: Pair): Span => ({ start, end });

/** Direct where all of the words stand between quotation marks, mixed where some do. */
function mannerOf({ article, tokens, quotations }: Mentioned, content: readonly Span[]): Manner {
  const quoted = quotations
    .filter((quotation) => quotation.within === null)
    .flatMap((quotation) => quotation.parts)
    .map((part) => ({ start: tokens[part.from]?.start ?? 0, end: tokens[part.to - 1]?.end ?? 0 }));
  let inside = 0;
  let outside = 0;
  for (const token of tokens) {
    if (!/[\p{L}\p{N}]/u.test(article.text.slice(token.start, token.end))) continue;
    if (!content.some((span) => token.start >= span.start && token.end <= span.end)) continue;
    if (quoted.some((span) => token.start >= span.start && token.end <= span.end)) inside++;
    else outside++;
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
