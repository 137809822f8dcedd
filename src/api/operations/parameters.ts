import { z } from 'zod';
import { LONGEST_QUERY } from '../../answers/index.js';
import { LONGEST_KEY } from '../shapes/links.js';
import { cursor, list } from '../shapes/shape.js';

/** Parameters that several operations take. */

export const limit = z.int().min(1).max(200).default(20).describe('How many at most.');
export const after = cursor.optional().describe('The `next` of the page before.');
export const paged = { limit, after };

export const query = z
  .string()
  .max(LONGEST_QUERY)
  .describe('In the grammar of docs/query.md: words, "exact phrases", -not, OR, speaker:, outlet:, date: ...');

export const versions = z
  .enum(['current', 'all'])
  .default('current')
  .describe('`all` finds statements of texts that a later version replaced as well.');

/** An issue by id or name, or any words. */
export const about = z.string().min(1).max(300).describe('About what: the id of an issue, or any words ("or" parts alternatives).');

export const speakerName = z.string().min(1).max(LONGEST_KEY).describe('A speaker’s key, name, or the first or last words of the name.');
export const speakers = list(speakerName).optional();
