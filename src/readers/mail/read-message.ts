import { assemble, hasArticleText, type Part } from '../assemble.js';
import { dayOf } from '../days.js';
import { makeStorable } from '../decode.js';
import { type Metadata, NOTHING_TOLD } from '../fields.js';
import { readFragment } from '../html/read-fragment.js';
import { readPage } from '../html/read-page.js';
import { partsOfText } from '../make-readable.js';
import { type ArticleOrFailure, failure, type Place } from '../reader.js';
import { isWebAddress } from '../web-address.js';

/** What is used of postal-mime. Its own types want a browser's, so it is loaded by a name that they do not see. */
interface PostalMime {
  readonly default: { parse(bytes: Uint8Array, options: object): Promise<Email> };
}

interface Email {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly from?: { readonly name?: string; readonly address?: string };
  readonly subject?: string;
  readonly messageId?: string;
  readonly date?: string;
  readonly html?: string;
  readonly text?: string;
}

const POSTAL_MIME: string = 'postal-mime';

/** Parts of a message deeper than this, and more headers than this, are a trick. */
const OPTIONS = { maxNestingDepth: 50, maxHeadersSize: 1_000_000, forceRfc822Attachments: true } as const;

/** The article of one message (RFC 5322 with MIME): a newsletter, or a web page that a browser saved as one (MHTML). */
export async function readMessage(bytes: Uint8Array, place: Place): Promise<ArticleOrFailure> {
  let mail: Email;
  try {
    const { default: parser } = (await import(POSTAL_MIME)) as PostalMime;
    mail = await parser.parse(bytes, OPTIONS);
  } catch (error) {
    return failure(
      'not-readable',
      place,
      `is mail that cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`,
    );
  }
  const saved = headerOf(mail, 'snapshot-content-location');
  return saved !== null || isSavedPage(mail) ? pageOf(mail, saved, place) : newsletterOf(mail, place);
}

const headerOf = (mail: Email, name: string): string | null => mail.headers.find(({ key }) => key === name)?.value.trim() || null;

/** Browsers save pages as multipart/related and name no recipient. */
const isSavedPage = (mail: Email): boolean =>
  /multipart\/related/i.test(headerOf(mail, 'content-type') ?? '') &&
  /saved by/i.test(headerOf(mail, 'from') ?? '') &&
  (mail.html ?? '') !== '';

function pageOf(mail: Email, saved: string | null, place: Place): ArticleOrFailure {
  const { text: html, notes } = makeStorable(mail.html ?? '');
  const page = readPage(html, saved !== null && isWebAddress(saved) ? { url: saved } : {});
  if (page.article.text === '') return failure('no-text', place, 'is a saved web page without visible text');
  const empty = page.empty
    ? [
        {
          code: 'no-article-found' as const,
          message: 'is a web page in which no part reads like an article; its text is kept and not read',
        },
      ]
    : [];
  return { kind: 'article', article: page.article, place, notes: [...notes, ...empty] };
}

function newsletterOf(mail: Email, place: Place): ArticleOrFailure {
  const subject = mail.subject?.replace(/\s+/g, ' ').trim() || null;
  const body = partsOfMail(mail);
  const parts: readonly Part[] = [...(subject === null ? [] : [{ kind: 'headline' as const, text: subject }]), ...body];
  if (!hasArticleText(parts)) return failure('no-text', place, 'is mail without a text');
  const date = headerOf(mail, 'date') ?? mail.date ?? null;
  const published = date === null ? null : dayOf(date);
  const sender = mail.from?.name?.trim() || mail.from?.address?.split('@').at(-1) || null;
  const told: Metadata = {
    ...NOTHING_TOLD,
    ...{ id: mail.messageId ?? null, title: subject, published, outlet: sender },
    language: headerOf(mail, 'content-language')?.slice(0, 2).toLowerCase() ?? null,
  };
  const { article, notes } = assemble(parts, told);
  const strange =
    date !== null && published === null
      ? [{ code: 'date-not-understood' as const, message: `has a date that cannot be understood: ${date.slice(0, 60)}` }]
      : [];
  return { kind: 'article', article, place, notes: [...notes, ...strange] };
}

/** The markup tells paragraphs apart; the plain text is taken where there is none. Lines of the sender's machinery are page furniture. */
function partsOfMail(mail: Email): readonly Part[] {
  const html = mail.html?.trim() ?? '';
  if (html === '') return partsOfText(mail.text?.trim() ?? '');
  const { text, blocks } = readFragment(html);
  return blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
}
