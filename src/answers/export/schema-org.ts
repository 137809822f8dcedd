import type { ArticleHead, RecordedStatement } from '../../record/index.js';
import { type Exported, textName } from './exported.js';
import { jsonMembers, type TextFormat } from './text-format.js';

/** The vocabulary is named in place, so that a reader of JSON-LD needs no network to understand the file. */
const CONTEXT = { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } };

type Node = Readonly<Record<string, unknown>>;

/** What stands in quotation marks is a Quotation; what is reported, held or done is a Claim. Whether it is true is said nowhere. */
export const schemaOrgFormat = (): TextFormat =>
  jsonMembers(`{"@context":${JSON.stringify(CONTEXT)},"@graph":[`, statementNode, () => ']}');

function statementNode({ recorded, words, address }: Exported): Node {
  const { statement, attribution, article } = recorded;
  const common = {
    '@id': address,
    text: words,
    ...present('inLanguage', article.language),
    ...present('dateCreated', statement.said.edtf),
    ...present('about', recorded.wording.target),
  };
  const who = speakerNode(recorded);
  const credit = who === null ? present('creditText', recorded.speaker.name ?? recorded.wording.source) : {};
  const appeared = articleNode(article);
  return attribution.manner === 'direct'
    ? { '@type': 'Quotation', ...common, ...present('spokenByCharacter', who), ...credit, isPartOf: appeared }
    : { '@type': 'Claim', ...common, ...present('author', who), ...credit, appearance: appeared };
}

/** Only people and bodies can be spoken of as such; everybody else is credited in the article's words. */
function speakerNode({ speaker, statement }: RecordedStatement): Node | null {
  if (speaker.name === null || (speaker.kind !== 'person' && speaker.kind !== 'organization')) return null;
  const { wikidata } = statement.speaker;
  return {
    '@type': speaker.kind === 'person' ? 'Person' : 'Organization',
    name: speaker.name,
    ...present('sameAs', wikidata === null ? null : `http://www.wikidata.org/entity/${wikidata}`),
  };
}

function articleNode(article: ArticleHead): Node {
  return {
    '@type': article.imported === null ? 'NewsArticle' : 'CreativeWork',
    '@id': textName(article.sha256),
    ...present('headline', article.title),
    ...present('url', webAddress(article.url)),
    ...present('datePublished', article.published),
    ...present('publisher', article.outlet === null ? null : { '@type': 'Organization', name: article.outlet }),
    ...present('author', article.authors.length === 0 ? null : article.authors.map((name) => ({ '@type': 'Person', name }))),
    ...present('usageInfo', article.usageTerms === null ? null : { '@type': 'CreativeWork', text: article.usageTerms }),
    ...present('isPartOf', article.imported === null ? null : { '@type': 'Dataset', name: article.imported }),
  };
}

/** An address that may stand where an address is expected; null for what is none. */
export const webAddress = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).href : null;

const present = (name: string, value: unknown): Node => (value === null || value === undefined ? {} : { [name]: value });
