import jsonld from 'jsonld';

/** The terms of the Web Annotation vocabulary that are used here, as its context document (w3.org/ns/anno.jsonld) defines them. */
const ANNOTATION_CONTEXT = {
  oa: 'http://www.w3.org/ns/oa#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  as: 'http://www.w3.org/ns/activitystreams#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  SpecificResource: 'oa:SpecificResource',
  TextualBody: 'oa:TextualBody',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TimeState: 'oa:TimeState',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  state: { '@type': '@id', '@id': 'oa:hasState' },
  cached: { '@type': '@id', '@id': 'oa:cachedSource' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  classifying: 'oa:classifying',
  describing: 'oa:describing',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' },
  end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
  startIndex: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:startIndex' },
  value: 'rdf:value',
  format: 'dc:format',
  language: 'dc:language',
  label: 'rdfs:label',
  total: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:totalItems' },
  first: { '@type': '@id', '@id': 'as:first' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
};

/** Expands JSON-LD without a network: what is not the one context that is known is refused, and so is a term that means nothing. */
export const expand = (document: object): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  jsonld.expand(
    document as jsonld.JsonLdDocument,
    {
      safe: true,
      documentLoader: async (url: string) => {
        if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not to be fetched`);
        return { contextUrl: undefined as never, document: { '@context': ANNOTATION_CONTEXT }, documentUrl: url };
      },
    } as jsonld.Options.Expand,
  ) as Promise<never>;
