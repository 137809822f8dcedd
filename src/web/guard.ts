import { parse } from 'hono/utils/cookie';
import type { Collections, People, Principal, Right } from '../people/index.js';

/** How a server knows who asks. */
export interface GuardOptions {
  readonly people: People;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether readers reach the server over https: then cookies never travel without it. */
  readonly secure: boolean;
}

/** What becomes of a request before any page sees it. */
export type Admission =
  | { readonly kind: 'admitted'; readonly principal: Principal }
  /** Nobody is signed in, or the secret opens nothing any more. */
  | { readonly kind: 'unknown' }
  /** Somebody who may not do this. */
  | { readonly kind: 'forbidden'; readonly principal: Principal; readonly lacks: Right }
  /** A form that carries a session and does not say where it comes from. */
  | { readonly kind: 'foreign' };

export interface Guard {
  readonly collections: Collections;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  admit(request: Request, needed: Right): Promise<Admission>;
  signIn(request: Request, form: URLSearchParams, address: string): Promise<SignIn>;
  /** Ends the session that the request carries; the cookie that takes it out of the browser. */
  signOut(request: Request): Promise<string>;
  /** Writes down that somebody changed something. */
  log(principal: Principal, action: string, detail: string): Promise<void>;
}

export type SignIn =
  | { readonly kind: 'in'; readonly cookie: string; readonly onward: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** A browser keeps the session as long as the server does at most, in seconds: a week. */
const AGE = 7 * 24 * 60 * 60;

/** Longer ones are no password of ours; hashing them would only cost time. */
const LONGEST = 200;

export function createGuard({ people, now, secure }: GuardOptions): Guard {
  // A cookie whose name begins with "__Host-" is taken by browsers only over https, for this host alone.
  const name = secure ? '__Host-onrecord' : 'onrecord';
  const cookie = (value: string, age: number): string =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
  const sessionOf = (request: Request): string | null => parse(request.headers.get('Cookie') ?? '', name)[name] ?? null;
  const principalOf = async (request: Request): Promise<Principal | null> => {
    const bearer = bearerOf(request);
    if (bearer !== null) return people.ofToken(bearer, now());
    const session = sessionOf(request);
    return session === null ? null : people.ofSession(session, now());
  };
  return {
    collections: people.collections,
    now,
    admit: async (request, needed) => {
      const principal = await principalOf(request);
      if (principal === null) return { kind: 'unknown' };
      if (principal.by === 'session' && !isSafe(request) && !saysWhereFrom(request)) return { kind: 'foreign' };
      return principal.rights.includes(needed) ? { kind: 'admitted', principal } : { kind: 'forbidden', principal, lacks: needed };
    },
    signIn: async (request, form, address) => {
      const given = (form.get('name') ?? '').slice(0, LONGEST);
      const signed = await people.signIn({ name: given, password: (form.get('password') ?? '').slice(0, LONGEST), address }, now());
      await people.log({ at: now(), who: given, action: `sign in: ${signed.kind}`, detail: address });
      if (signed.kind !== 'in') return signed;
      // The session that the browser had, whoever put it there, opens nothing from here on.
      const before = sessionOf(request);
      if (before !== null) await people.signOut(before);
      return { kind: 'in', cookie: cookie(signed.secret, AGE), onward: localPath(form.get('onward'), request) };
    },
    signOut: async (request) => {
      const session = sessionOf(request);
      if (session !== null) await people.signOut(session);
      return cookie('', 0);
    },
    log: (principal, action, detail) => {
      const who = principal.token === null ? principal.name : `${principal.name} (token ${principal.token})`;
      return people.log({ at: now(), who, action, detail });
    },
  };
}

const isSafe = (request: Request): boolean => request.method === 'GET' || request.method === 'HEAD';

/** Browsers say so with every form. Where neither is there, it may be anybody's. */
const saysWhereFrom = (request: Request): boolean => request.headers.has('Sec-Fetch-Site') || request.headers.has('Origin');

function bearerOf(request: Request): string | null {
  const header = request.headers.get('Authorization');
  return header === null ? null : (/^Bearer +(\S{1,200}) *$/i.exec(header)?.[1] ?? '');
}

/** A path of this server, whatever a link asked to go on to. */
export function localPath(given: string | null, request: Request): string {
  const here = new URL(request.url);
  if (given === null || !given.startsWith('/') || !URL.canParse(given, here.origin)) return '/';
  const url = new URL(given, here.origin);
  return url.origin === here.origin && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
