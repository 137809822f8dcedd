export type { Fetched, FetchProblem, Validators } from './fetched.js';
export { createFetcher, type Fetcher, type Surroundings } from './fetcher.js';
export type { Clock } from './host-turns.js';
export { DEFAULT_FETCHING, type FetchSettings, userAgentOf } from './settings.js';
export { type FetchedEntry, openValidators, type ValidatorsFile, validatorsPlace } from './validators-file.js';
