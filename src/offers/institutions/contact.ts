import type { Lang } from '#lang/lang.ts';

/** A person of an institution who has signed in. */
export type Contact = { contactId: string; institutionId: string; institutionName: string; name: string; email: string; lang: Lang };

const dayMs = 86_400_000;
/** How long things last: a confirmation may wait over a long weekend and a mail server that is down; a way in may not. */
export const lasts = { confirmation: 7 * dayMs, signIn: 2 * 3_600_000, session: 30 * dayMs } as const;
