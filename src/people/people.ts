/**
 * Who may read and change a record that is open to others. Off by default: on the loopback address there is one person, whose
 * machine it is. Every moment is given by the caller, in milliseconds since 1970.
 */
export interface People {
  /** Adds somebody. A name is 1 to 64 letters, digits, `.`, `-` or `_`, told apart whatever its case. */
  add(name: string, role: Role, password: string): Promise<void>;
  setRole(name: string, role: Role): Promise<void>;
  /** Ends every session of the person: a password that became known opens nothing any more. */
  setPassword(name: string, password: string): Promise<void>;
  /** Takes somebody out, with all sessions, tokens and collections. What the log says of them stays. */
  remove(name: string): Promise<void>;
  all(): Promise<readonly Person[]>;

  /** Lets somebody in by password. A wrong name and a wrong password cost the same time and get the same answer. */
  signIn(attempt: Attempt, now: number): Promise<SignedIn>;
  signOut(secret: string): Promise<void>;
  /** Who a session belongs to; null where it is unknown or over. Using a session keeps it alive. */
  ofSession(secret: string, now: number): Promise<Principal | null>;

  /** A secret for programs, shown this once: only its hash is kept. */
  makeToken(token: TokenRequest, now: number): Promise<{ readonly id: string; readonly secret: string }>;
  ofToken(secret: string, now: number): Promise<Principal | null>;
  tokens(): Promise<readonly Token[]>;
  revokeToken(id: string): Promise<void>;

  /** Adds to the log of changes, which nothing here ever takes from. */
  log(entry: LogEntry): Promise<void>;
  /** Entries before the given number, latest first. */
  entries(limit: number, before: number | null): Promise<readonly LoggedEntry[]>;

  /** Lists of statements that only their owner sees until they are shared with everybody who may read. */
  readonly collections: Collections;

  /** Forgets sessions and attempts that are over. */
  prune(now: number): Promise<void>;
  close(): Promise<void>;
}

/** `read`: look at everything. `edit`: make corrections and file articles as well. `admin`: see the log and everybody's tokens as well. */
export type Role = 'read' | 'edit' | 'admin';

export type Right = 'read' | 'edit' | 'file' | 'admin';

export const RIGHTS: { readonly [Key in Role]: readonly Right[] } = {
  read: ['read'],
  edit: ['read', 'edit', 'file'],
  admin: ['read', 'edit', 'file', 'admin'],
};

export interface Person {
  readonly name: string;
  readonly role: Role;
}

/** Somebody who asks, as far as was proved. */
export interface Principal {
  readonly name: string;
  readonly by: 'session' | 'token';
  readonly rights: readonly Right[];
  /** Requests a minute that a token may make; null for sessions and tokens without a limit of their own. */
  readonly perMinute: number | null;
  /** Which token it was; null for a session. */
  readonly token: string | null;
}

export interface Attempt {
  readonly name: string;
  readonly password: string;
  /** From where it came: after several wrong attempts a name and an address both have to wait. */
  readonly address: string;
}

/** `wait`: seconds until the next attempt is heard at all. */
export type SignedIn =
  | { readonly kind: 'in'; readonly secret: string; readonly person: Person }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

export interface TokenRequest {
  readonly name: string;
  /** What it is for, in the words of whoever makes it. */
  readonly label: string;
  /** Never more than the person's own rights, also when these shrink later. */
  readonly rights: readonly Right[];
  readonly perMinute: number | null;
  /** When it ends; null for never. */
  readonly until: number | null;
}

export interface Token extends TokenRequest {
  readonly id: string;
  readonly made: number;
  readonly used: number | null;
}

export interface LogEntry {
  readonly at: number;
  /** The person, or how the change came in where there is none: "command line". */
  readonly who: string;
  readonly action: string;
  /** What was changed, in short; never a password or a secret. */
  readonly detail: string;
}

export interface LoggedEntry extends LogEntry {
  readonly number: number;
}

export interface Collections {
  make(owner: string, title: string, now: number): Promise<string>;
  /** Those that somebody may see: their own, and those that others share. */
  seenBy(name: string): Promise<readonly Collection[]>;
  share(id: string, owner: string, shared: boolean): Promise<void>;
  put(id: string, owner: string, item: CollectionItem): Promise<void>;
  take(id: string, owner: string, statement: string): Promise<void>;
  items(id: string, name: string): Promise<readonly CollectionItem[]>;
  remove(id: string, owner: string): Promise<void>;
}

export interface Collection {
  readonly id: string;
  readonly owner: string;
  readonly title: string;
  readonly shared: boolean;
  readonly statements: number;
}

export interface CollectionItem {
  readonly statement: string;
  readonly note: string | null;
}

/** A wish that cannot be granted, in words for whoever asked. */
export class PeopleError extends Error {
  readonly code:
    | 'name-wrong'
    | 'name-taken'
    | 'person-unknown'
    | 'password-weak'
    | 'token-unknown'
    | 'collection-unknown'
    | 'people-unusable';

  constructor(code: PeopleError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PeopleError';
    this.code = code;
  }
}
