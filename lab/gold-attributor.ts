import { type ModeParts, modeOf } from '../src/engine/attributions/modes.js';
import type { Attribution, Attributor, Manner, Mentioned, Mode, Span, TokenRange } from '../src/engine/index.js';
import { tokensOf } from '../src/engine/statements/view.js';
import type { GoldAttribution, NewsLine, Pair } from './corpora.js';

/** Articles whose labels may say the mode. */
interface ModeLabels {
  readonly id: string;
  readonly labels: readonly { readonly attribution: number; readonly mode?: Mode }[];
}

/** Hands out the labelled attributions of each article, with the labelled mode where there is one, else the engine's. */
export function createGoldAttributor(news: readonly NewsLine[], layers: readonly ModeLabels[]): Attributor {
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
          mode: modes.get(`${id} ${index}`) ?? modeOf(mentioned, partsOf(mentioned, gold)),
          within: null,
          confidence: 1,
          reason: { rule: 'labelled', score: 1 },
        };
      });
    },
  };
}

function partsOf({ tokens }: Mentioned, gold: GoldAttribution): ModeParts {
  const ranges = (spans: readonly Pair[]): readonly TokenRange[] => spans.map((span) => tokensOf(tokens, spanOf(span)));
  return { source: ranges(gold.source), cue: ranges(gold.cue), content: ranges(gold.content) };
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
