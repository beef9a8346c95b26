import type { Child } from '#markup/markup.ts';
import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Db } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Contact } from '#offers/index.ts';
import type { Kinds } from '#publishing/kind.ts';

/** What these pages work with, the same for every request. */
export type InstitutionDesk = {
  db: Db;
  kinds: Kinds;
  baseUrl: string;
  /** The clock; tests set it. */
  now: () => Date;
  /** Makes the hashes that limits count by, and signs the links of mails about offers. */
  limitKey: string;
  /** The folder where mails lie that no server takes; null where one takes them. */
  outbox: string | null;
};

/** What a page is asked that everybody sees, whether they have signed in or not. */
export type Visited = {
  desk: InstitutionDesk;
  contact: Contact | null;
  lang: Lang;
  city: City;
  today: Day;
  now: Date;
  /** The parts of the address: `{ id: '0192…' }`. */
  given: Readonly<Record<string, string>>;
  query: URLSearchParams;
  request: Request;
  /** The part of the network that the request comes from, for limits; kept only as a keyed hash. */
  network: string;
};

/** What a page is asked that needs somebody who has signed in. */
export type Asked = Visited & { contact: Contact };

/** A page of the institutions' zone; the frame around it is that of the public service. */
export type Sheet = {
  title: string;
  description?: string;
  /** From the page above this one down to this page's own name; the home page is put before them. */
  crumbs?: { text: string; href: string }[];
  /** 200 unless said; 422 for a form that comes back. */
  status?: number;
  /** A form came back with errors: the title says so first. */
  errorPrefix?: boolean;
  /** Search engines may list it; only pages that are the same for everybody say so. */
  indexed?: boolean;
  /** The same page in both languages, where that is not this address in the other one. */
  alternates?: Record<Lang, string>;
  headers?: readonly (readonly [string, string])[];
  content: Child;
};

/** `notFound`: nothing is here for the one who asks; the answer is that of an address that never was. */
type Answer<Given> = (asked: Given) => Promise<Sheet | Response | 'notFound'>;

/** Needs somebody who has signed in, unless it is open. */
export type InstitutionRoute =
  | { method: 'GET' | 'POST'; path: Record<Lang, string>; open?: false; answer: Answer<Asked> }
  | {
      method: 'GET' | 'POST';
      path: Record<Lang, string>;
      open: true;
      /** Programs of others may send it (RFC 8058): all that it may do follows from its address, whoever asks. */
      fromAnywhere?: true;
      answer: Answer<Visited>;
    };

export const get = (path: Record<Lang, string>, answer: Answer<Asked>): InstitutionRoute => ({ method: 'GET', path, answer });
export const post = (path: Record<Lang, string>, answer: Answer<Asked>): InstitutionRoute => ({ method: 'POST', path, answer });
export const openGet = (path: Record<Lang, string>, answer: Answer<Visited>): InstitutionRoute => ({ method: 'GET', path, open: true, answer });
export const openPost = (path: Record<Lang, string>, answer: Answer<Visited>): InstitutionRoute => ({ method: 'POST', path, open: true, answer });

/** A success leads on, with the cookies that it brings. `?done=<key>` makes the page that follows say so (catalogue `institution`, `done`). */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
