import { z } from 'zod';

const oneLine = z
  .string()
  .trim()
  .min(1)
  // A line break in a header begins another header.
  .transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));

/** What somebody wants to be sent. */
export const mailShape = z.object({
  to: z.email().max(254),
  subject: oneLine.pipe(z.string().max(200)),
  text: z.string().min(1),
  html: z.string().min(1),
  /** Names what must not be sent twice. A key that was ever used is not used again, as long as the mail is remembered. */
  onceKey: z.string().max(200).optional(),
  headers: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/), oneLine).default({}),
  /** One of very many that nobody waits for: all others go first. */
  bulk: z.boolean().default(false),
});
export type NewMail = z.input<typeof mailShape>;

/** A mail on its way out. Its id stays the same however often it is tried: a server that gets it twice can tell. */
export type Outgoing = { id: string; to: string; subject: string; text: string; html: string; headers: Record<string, string> };

/** What became of one attempt. `later`: it may go through another time. `never`: the server will not take this mail. */
export type Sent = { became: 'sent' } | { became: 'later' | 'never'; why: string };

/** Hands mails over, one at a time and within bounded time. It never throws for what servers do. */
export type Transport = { send(mail: Outgoing): Promise<Sent> };
