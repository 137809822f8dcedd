/** The HTTP API: what other programs ask of a record, and what they file into it. */
export { type Access, type Asker, bearerOf, CHALLENGE, createTokenAccess, type Tokens } from './access.js';
export { type Api, type ApiOptions, createApi } from './api.js';
export { createDesk, type Desk, type DeskOptions, type Intake } from './desk.js';
export { openApiDocument } from './openapi.js';
export type { AccessNeeded, Example, Operation } from './operation.js';
export { OPERATIONS } from './operations.js';
export { ProblemError } from './problems.js';
export { createRateLimiter, type RateLimit, type RateLimiter } from './rate-limit.js';
export type { GivenArticle } from './shapes/given-article.js';
export { API_ROOT, createLinks, type Links } from './shapes/links.js';
