import { hasPeople, openPeople, type People, peoplePlace } from '../people/index.js';
import { createGuard, type Guard, LOOPBACK_HOSTS } from '../web/index.js';
import { type Context, type Options, optionText } from './context.js';
import { problem } from './messages.js';

/** Where a server listens, by which names, and whom it lets in. */
export interface Doorway {
  readonly host: string;
  /** Names under which it answers, without ports. */
  readonly hosts: readonly string[];
  /** Where readers reach it; null where each request tells. */
  readonly origin: string | null;
  /** Null where whoever reaches it may read. */
  readonly guard: Guard | null;
  readonly people: People | null;
  /** Whether the last entry of `X-Forwarded-For` tells where a request comes from. */
  readonly behindProxy: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * What the options say about who may come in. An address that others can reach needs people who sign in, unless it is said in
 * words that anybody may read: nobody opens a record to a network by mistake.
 */
export async function openDoorway(context: Context, options: Options, record: string): Promise<Doorway> {
  const host = optionText(options, 'host') ?? '127.0.0.1';
  const address = publicAddress(optionText(options, 'publicAddress'));
  const reachable = !LOOPBACK.test(host);
  const hosts = namesOf(host, address);
  const asking = options.people === true || (reachable && options.openToEverybody !== true);
  const behindProxy = options.behindProxy === true;
  const origin = address?.origin ?? null;
  if (!asking) return { host, hosts, origin, guard: null, people: null, behindProxy };
  const place = peoplePlace(record);
  const people = hasPeople(place) ? await openPeople(place) : null;
  if (people === null || (await people.all()).length === 0) {
    await people?.close();
    throw problem('nobody-to-ask', host);
  }
  const guard = createGuard({ people, now: context.now, secure: address?.protocol === 'https:' });
  return { host, hosts, origin, guard, people, behindProxy };
}

function publicAddress(given: string | undefined): URL | null {
  if (given === undefined) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw problem('address-wrong', '--public-address', given);
  return new URL(given);
}

/** A server answers to its own name and to the one by which it is known, and to no other. */
function namesOf(host: string, address: URL | null): readonly string[] {
  if (address === null && ANY_ADDRESS.has(host)) throw problem('name-missing', host);
  const own = ANY_ADDRESS.has(host) ? [] : [host.includes(':') ? `[${host}]` : host];
  return [...new Set([...LOOPBACK_HOSTS, ...own, ...(address === null ? [] : [address.hostname])])];
}
