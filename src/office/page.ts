import type { Child } from '#markup/markup.ts';
import { holds, type Accounts, type Role, type SignedIn } from '#accounts/index.ts';
import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Db } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';
import type { Actor } from '#publishing/publish.ts';

/** What the office works with, the same for every request. */
export type Desk = {
  db: Db;
  kinds: Kinds;
  baseUrl: string;
  /** The clock; tests set it. */
  now: () => Date;
  /** How people come in; tests that are whom they like have none. */
  accounts?: Accounts | undefined;
  /** When the accessibility statement was last looked through. */
  statement: { updated: Day; drawnUp: Day };
  /** Where mails lie as files; null where a mail server takes them. */
  outbox: string | null;
};

/** What a page of the office is asked. The person has signed in; what they may do, each handler asks aloud. */
export type Asked = {
  desk: Desk;
  person: SignedIn;
  lang: Lang;
  city: City;
  today: Day;
  now: Date;
  /** The parts of the address: `{ id: '0192…' }`. */
  given: Readonly<Record<string, string>>;
  query: URLSearchParams;
  request: Request;
  /** The network address, for limits. */
  address: string;
};

/** The entries of the rail of work. */
export const railEntries = [
  'today',
  'records',
  'fees',
  'queue',
  'intake',
  'offers',
  'institutions',
  'assessment',
  'reports',
  'spreadsheets',
  'reconciliation',
  'remarks',
  'mails',
  'people',
  'audit',
  'settings',
] as const;
export type RailEntry = (typeof railEntries)[number];

/** A page of the office; the frame around it is the same for all. */
export type Sheet = {
  title: string;
  /** The entry of the rail that is marked as current. */
  rail?: RailEntry;
  /** From the page above this one down to this page's own name. */
  crumbs?: { text: string; href: string }[];
  /** 200 unless said; 422 for a form that comes back, 409 for a conflict. */
  status?: number;
  /** A form came back with errors: the title says so first. */
  errorPrefix?: boolean;
  /** Headers of its own: cookies, how long to wait. */
  headers?: readonly (readonly [string, string])[];
  content: Child;
};

/** What a page is asked that also those see who have not signed in. */
export type Visited = Omit<Asked, 'person'> & { person: SignedIn | null };

type Answer<Given> = (asked: Given) => Promise<Sheet | Response>;

/** Needs somebody who has signed in, unless it is open. */
export type OfficeRoute =
  { method: 'GET' | 'POST'; path: string; open?: false; answer: Answer<Asked> } | { method: 'GET' | 'POST'; path: string; open: true; answer: Answer<Visited> };

export const get = (path: string, answer: Answer<Asked>): OfficeRoute => ({ method: 'GET', path, answer });
export const post = (path: string, answer: Answer<Asked>): OfficeRoute => ({ method: 'POST', path, answer });
export const openGet = (path: string, answer: Answer<Visited>): OfficeRoute => ({ method: 'GET', path, open: true, answer });
export const openPost = (path: string, answer: Answer<Visited>): OfficeRoute => ({ method: 'POST', path, open: true, answer });

/** Thrown by `requireRole` and `requireSecondFactor`; answered with 403, a page that says what is missing, and an audit row. */
export class NotAllowed extends Error {
  readonly missing: Role | 'second-factor';
  constructor(missing: Role | 'second-factor') {
    super(`needs ${missing}`);
    this.missing = missing;
  }
}

/** Each handler asks for its role in its first line. */
export function requireRole(asked: Asked, ...oneOf: [Role, ...Role[]]): void {
  if (!oneOf.some((role) => holds(asked.person, role))) throw new NotAllowed(oneOf[0]);
}

/** What becomes public needs a second factor in this session. */
export function requireSecondFactor(asked: Asked): void {
  if (!asked.person.hasSecondFactor) throw new NotAllowed('second-factor');
}

export const actorOf = (person: SignedIn): Actor => ({ id: person.actorId, kind: 'person' });

/** A success leads on. The page that follows says so where the address bears `done=<key>` of the catalogue. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
