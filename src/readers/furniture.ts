import { FURNITURE_BEGINNINGS, FURNITURE_LINES } from './lists/furniture.js';

/** "3 min read", "Reading time: 4 minutes", "12 comments", "1,204 shares", "Updated 4 hours ago", "2 hours ago". */
const COUNTED =
  /^(?:reading time:? )?(?:about )?\d[\d,.]*k?\+? ?(?:min|minute|minutes|mins)(?: read)?$|^\d[\d,.]*k? (?:comments?|shares?|likes?|views?|photos?|replies)$/;
const AGO = /^(?:updated |published |posted )?\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?) ago$/;

/** "Photo: Ida Holm/Meridian Post", "(Photo by Ida Holm)", "Getty Images", "Ida Holm / Northline via AP". */
const CREDIT =
  /^\(?(?:(?:file )?(?:photo|photograph|image|picture|video|graphic|illustration)(?: credit| courtesy)?(?::| by | courtesy of )).{1,100}$/i;
const AGENCY_CREDIT = /^.{0,80}(?:\/|\bvia )(?:AP|AFP|Reuters|Getty Images|Shutterstock|Bloomberg|EPA|Corbis|iStock)\)?$/;

/** "Follow Ida Holm on Twitter @idaholm", "Email us at desk@meridian.example". */
const FOLLOW =
  /^(?:you can )?follow (?:him|her|them|me|us|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) (?:on|at) (?:Twitter|Facebook|X|Instagram|Bluesky|@)/i;
const MAIL =
  /^(?:(?:e-?mail|contact|write to|reach)(?: (?:him|her|them|us|the (?:author|writer|reporter|editor)))?(?: at)?:? )?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/i;

/** "Copyright 2031 Northline. All rights reserved." and what agencies write under a story. */
const RIGHTS = /^(?:copyright|\(c\)|©).{0,120}\d{4}|\ball rights reserved\.?$|^this material may not be published\b/i;
const DESK_BRACKETED = /^\((?:(?:additional |with )?(?:reporting|writing|editing) by|compiled by|edited by|produced by) .{1,300}\)$/i;
const DESK =
  /^(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Edited|Produced) by (?:\p{Lu}[\p{L}.'’-]{0,30} ?){1,5}(?:[,;]|and |in |\.?$)/u;
const LINK = /^(?:https?:\/\/|www\.)\S{1,300}$/;

const LONGEST = 220;

/** The line in lower case without marks at its ends: what the lists hold. */
export const plainLine = (line: string): string =>
  line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}(@©]{1,12}/u, '')
    .replace(/[^\p{L}\p{N})]{1,12}$/u, '');

/** What kinds of page furniture are called, where a block of it says why it was left out. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [CREDIT, 'credit of a picture'],
  [AGENCY_CREDIT, 'credit of a picture'],
  [FOLLOW, 'asks to follow somebody'],
  [MAIL, 'an e-mail address'],
  [RIGHTS, 'line about rights'],
  [DESK_BRACKETED, 'names who worked on the article'],
  [DESK, 'names who worked on the article'],
  [LINK, 'a link'],
];

/** Why a line that stands alone is page furniture (navigation, sharing, credits, rights); null where it is none. Long lines never are. */
export function furnitureReason(line: string): string | null {
  const text = line.trim();
  if (text.length > LONGEST) return null;
  const plain = plainLine(text);
  if (FURNITURE_LINES.has(plain)) return 'a line of the page around the article';
  if (COUNTED.test(plain)) return 'a count or reading time';
  if (AGO.test(plain)) return 'says how long ago';
  for (const beginning of FURNITURE_BEGINNINGS)
    if (plain.startsWith(beginning) && !endsLikeNews(text)) return 'leads to another page or asks for something';
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Whether a line that stands alone is page furniture. */
export const isFurniture = (line: string): boolean => furnitureReason(line) !== null;

/** A line that holds quoted words is kept, whatever it begins with. */
const endsLikeNews = (text: string): boolean => /["“”]/.test(text);

/** "Ida Holm is a reporter for the Meridian Post.": a line under the article about somebody who wrote it. */
export function isBiography(line: string, authors: readonly string[]): boolean {
  const text = line.trim();
  if (text.length > 600) return false;
  return authors.some(
    (author) =>
      author.includes(' ') &&
      text.toLowerCase().startsWith(author.toLowerCase()) &&
      /^[^.]{0,80}?\b(?:is|covers|writes|reports|has (?:covered|written|reported)|joined|contributed)\b/.test(text.slice(author.length)),
  );
}
