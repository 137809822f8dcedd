/** The engine: one article in, what it says that somebody said out. Pure; runs in Node, in a worker and in a browser. */
export { ModelError, type ModelErrorCode } from './attributions/model-file.js';
export { createEnglish, createEnglishWith, type EnglishFiles } from './english/english.js';
export { createTagger } from './english/tagger/tagger.js';
export type { Attributor, Language, Tagger } from './language.js';
export { makeArticle, splitBlocks } from './make-article.js';
export type * from './model.js';
export { readArticle } from './read-article.js';
export { identify, identifySpeakers } from './speakers/identify.js';
export { type Imported, importRegistry } from './speakers/import-registry.js';
export { type Agreement, compareNames, speakerId, speakerKey, surnameKey } from './speakers/names.js';
export { createRegistry, isHeld, type Office, type Registry, type RegistryEntry, type Resolution } from './speakers/registry.js';
export { compareRoles } from './speakers/roles.js';
export { contentHash } from './statements/content-hash.js';
export { linesOf, paragraphsOf } from './text/paragraphs.js';
