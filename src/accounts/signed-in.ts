import type { Lang } from '#lang/lang.ts';

/** What a person of the office may do. Somebody may have several; everybody may read. */
export const roles = ['reader', 'editor', 'publisher', 'assessor', 'offers-coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Somebody who has signed in, as handlers see them. */
export type SignedIn = {
  /** Stands in revisions, publications and the audit. */
  actorId: string;
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** Whether this session was opened, or confirmed since, by a second factor or a passkey. */
  hasSecondFactor: boolean;
  lang: Lang;
};

export const holds = (person: SignedIn, role: Role): boolean => role === 'reader' || person.roles.includes(role);

/** Roles as the database lists them; whoever has none reads. */
export function rolesIn(names: readonly string[]): Role[] {
  const held = roles.filter((role) => names.includes(role));
  return held.length === 0 ? ['reader'] : held;
}

export const langOf = (text: string): Lang => (text === 'en' ? 'en' : 'pl');
