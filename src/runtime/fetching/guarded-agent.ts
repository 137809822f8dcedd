import { type LookupAddress, lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { hostName } from '../../readers/web-address.js';
import { isPrivateAddress } from './private-addresses.js';

/** A connection that was not made because of where it would lead. */
export class RefusedHost extends Error {
  constructor(host: string) {
    super(
      `${host} is an address of this machine or of a private network, which are not fetched; if you mean it, allow it: --allow-host ${host}`,
    );
    this.name = 'RefusedHost';
  }
}

export interface GuardOptions {
  /** Hosts, as the user wrote them, that may be anywhere. */
  readonly allowedHosts: readonly string[];
  /** Longest wait for a connection, in milliseconds. */
  readonly connectTimeout: number;
  /** Longest silence before and within an answer, in milliseconds. */
  readonly idleTimeout: number;
  /** How names become addresses; the system's way where none is given. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Which addresses are refused; {@link isPrivateAddress} where nothing else is said. */
  readonly refuses?: (address: string) => boolean;
}

type Lookup = (
  host: string,
  options: { readonly all?: boolean },
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/**
 * An agent that connects to public hosts and to those that are allowed by name, and to nothing else, whatever a name resolves to
 * at the moment of the connection: literal addresses, looked-up addresses and the address that was reached are each checked.
 * Redirects and changed answers of the name service come by here as well.
 */
export function createGuardedAgent(options: GuardOptions): Agent {
  const allowed = new Set(options.allowedHosts.map(hostName));
  const refuses = options.refuses ?? isPrivateAddress;
  const resolve = options.resolve ?? resolveBySystem;
  const guardedLookup: Lookup = (host, asked, done) => {
    resolve(host).then(
      (found) => {
        const fine = allowed.has(hostName(host)) ? found : found.filter(({ address }) => !refuses(address));
        const first = fine[0];
        if (found.length > 0 && first === undefined) done(new RefusedHost(host), []);
        else if (first === undefined) done(new Error(`${host} has no address`), []);
        else if (asked.all) done(null, [...fine]);
        else done(null, first.address, first.family);
      },
      (error: Error) => done(error, []),
    );
  };
  const connect = buildConnector({ timeout: options.connectTimeout, lookup: guardedLookup as never });
  return new Agent({
    connect: (target, done) => {
      const host = hostName(target.hostname);
      const free = allowed.has(host);
      if (!free && isIP(host) !== 0 && refuses(host)) return done(new RefusedHost(host), null);
      connect(target, (error, socket) => {
        // A failed connection is told by an error alone: the second value is then missing, whatever its type says.
        if (!socket) return done(error ?? new Error('no connection'), null);
        const reached = socket.remoteAddress;
        if (!free && (reached === undefined || refuses(reached))) {
          socket.destroy();
          return done(new RefusedHost(host), null);
        }
        done(null, socket);
      });
    },
    headersTimeout: options.idleTimeout,
    bodyTimeout: options.idleTimeout,
    connections: 2,
    pipelining: 1,
    maxHeaderSize: 65_536,
  });
}

const resolveBySystem = (host: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
