import type { Span } from '../../engine/index.js';
import type { RecordedStatement } from '../../record/index.js';
import { intervalText } from '../text/days.js';
import { clipped } from '../text/wording.js';
import { codePointCounter } from './code-points.js';
import { type Exported, LONGEST_EXCERPT, textName } from './exported.js';
import { webAddress } from './schema-org.js';
import { jsonMembers, type TextFormat } from './text-format.js';

/** How much of the text stands either side of a quote. */
const CONTEXT = 32;

export interface AnnotationOptions {
  readonly textOf: (sha256: string) => Promise<string>;
  readonly length: 'excerpts' | 'full';
}

/**
 * One collection of W3C Web Annotations (w3.org/TR/annotation-model). Each target is selected twice: by its words with what
 * stands around them, and by its place, counted in Unicode code points of the record's text as the model demands.
 */
export function annotationsFormat({ textOf, length }: AnnotationOptions): TextFormat {
  let sha256 = '';
  let text = '';
  let place = codePointCounter('');
  const begins = `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:onrecord:export","type":"AnnotationCollection","label":"Statements","first":{"id":"urn:onrecord:export:first","type":"AnnotationPage","startIndex":0,"items":[`;
  const one = async ({ recorded, address }: Exported): Promise<unknown> => {
    const { citation } = recorded.statement;
    if (citation.sha256 !== sha256) {
      sha256 = citation.sha256;
      text = await textOf(sha256);
      place = codePointCounter(text);
    }
    const select = (span: Span): unknown => target(recorded, text, length === 'full' ? span : excerptOf(text, span), place);
    const [only, ...more] = citation.spans;
    return {
      id: address,
      type: 'Annotation',
      motivation: 'describing',
      body: bodies(recorded),
      target: only !== undefined && more.length === 0 ? select(only) : citation.spans.map(select),
    };
  };
  return jsonMembers(begins, one, ({ written }) => `]},"total":${written}}`);
}

function excerptOf(text: string, { start, end }: Span): Span {
  const { text: excerpt, cut } = clipped(text.slice(start, end), LONGEST_EXCERPT);
  return cut ? { start, end: start + excerpt.length - ' …'.length } : { start, end };
}

function target({ article }: RecordedStatement, text: string, { start, end }: Span, place: (offset: number) => number): unknown {
  const copy = textName(article.sha256);
  const url = webAddress(article.url);
  return {
    type: 'SpecificResource',
    source: url ?? copy,
    ...(url === null ? {} : { state: { type: 'TimeState', cached: copy } }),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, ''),
        suffix: text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ''),
      },
      { type: 'TextPositionSelector', start: place(start), end: place(end) },
    ],
  };
}

/** Who said it and when, in words; then stance and collection as labels. */
function bodies({ statement, speaker, wording, article }: RecordedStatement): readonly unknown[] {
  const { said, position } = statement;
  const who = speaker.name ?? wording.source ?? 'not named';
  const side =
    position === null ? '' : `; ${position.stance}: ${wording.target ?? ''}${wording.condition === null ? '' : ` (${wording.condition})`}`;
  const label = (value: string): unknown => ({ type: 'TextualBody', purpose: 'classifying', value, format: 'text/plain' });
  return [
    {
      type: 'TextualBody',
      purpose: 'describing',
      value: `${who}, ${intervalText(said.from, said.to)}${side}`,
      format: 'text/plain',
      language: 'en',
    },
    ...(position === null ? [] : [label(`stance: ${position.stance}`)]),
    ...(article.imported === null ? [] : [label(`imported from ${article.imported}`)]),
    ...(article.usageTerms === null ? [] : [label(`terms of use: ${article.usageTerms}`)]),
  ];
}
