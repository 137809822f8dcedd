import { readFile } from 'node:fs/promises';
import { type AddressList, checkAddress, isWebAddress, readAddressList, STANDARD_INPUT } from '../../readers/index.js';
import type { Fetcher } from '../../runtime/fetching/index.js';
import type { Context, Options } from '../context.js';
import { problem } from '../messages.js';

/** More lists than this in one (a sitemap index) are not fetched, and more addresses in all are not taken. */
const MOST_LISTS = 100;
const MOST_ADDRESSES = 200_000;

/**
 * The addresses that a list names: of a file, of standard input, or of an address, which is fetched. An index of sitemaps leads to
 * the sitemaps of its own host, and no further.
 */
export async function addressesOfList(place: string, context: Context, options: Options): Promise<readonly string[]> {
  let fetcher: Fetcher | null = null;
  const open = async (): Promise<Fetcher> => {
    fetcher ??= await (await import('../fetching.js')).openFetcher(context, options);
    return fetcher;
  };
  try {
    const list = await readList(place, context, open);
    const pages = [...list.pages];
    for (const further of list.lists.slice(0, MOST_LISTS)) {
      if (!sameHost(place, further)) continue;
      pages.push(...(await readList(further, context, open)).pages);
      if (pages.length > MOST_ADDRESSES) throw problem('list-unreadable', place, `it names more than ${MOST_ADDRESSES} addresses`);
    }
    for (const line of list.wrong.slice(0, 10)) await context.messages.line(`onrecord: ${place}:${line} is no address and is passed over`);
    return [...new Set(pages)];
  } finally {
    await (fetcher as Fetcher | null)?.close();
  }
}

async function readList(place: string, context: Context, open: () => Promise<Fetcher>): Promise<AddressList> {
  if (!isWebAddress(place)) return readAddressList(await textOfFile(place, context));
  const got = await (await open()).fetch(place);
  if (got.kind !== 'body') throw problem('list-unreadable', place, got.kind === 'problem' ? got.message : 'it did not change');
  return readAddressList(new TextDecoder().decode(await unpacked(got.bytes)));
}

/** Sitemaps are often files packed with gzip, served as they are. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const { gunzipSync } = await import('node:zlib');
  try {
    return gunzipSync(bytes, { maxOutputLength: 60_000_000 });
  } catch {
    return new Uint8Array(0);
  }
}

async function textOfFile(place: string, context: Context): Promise<string> {
  try {
    if (place !== STANDARD_INPUT) return await readFile(place, 'utf8');
    const parts: Uint8Array[] = [];
    for await (const part of context.input) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    throw problem('list-unreadable', place, error instanceof Error ? error.message : String(error));
  }
}

function sameHost(place: string, further: string): boolean {
  const one = checkAddress(place);
  const other = checkAddress(further);
  return other.kind === 'address' && (one.kind !== 'address' || one.url.host === other.url.host);
}
