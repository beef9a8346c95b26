const minute = 60_000;

/** Minutes until the next attempt, by the number of attempts made: quick at first, for servers that ask unknown senders to come again (greylisting), then ever slower. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 480] as const;

/** RFC 5321, 4.5.4.1, asks to go on for four to five days; a digest or a sign-in link that is three days old helps nobody. */
const giveUpAfter = 3 * 24 * 60 * minute;

/** When a mail is tried again that could not be sent; null when it has been tried for long enough. */
export function nextTryAt(mail: { attempts: number; createdAt: Date }, now: Date): Date | null {
  const pause = pauses[Math.min(mail.attempts, pauses.length) - 1] ?? pauses[0];
  const next = new Date(now.getTime() + pause * minute);
  return next.getTime() - mail.createdAt.getTime() > giveUpAfter ? null : next;
}

/** An attempt is over within thirty seconds. Who took a mail and has not said within this time what became of it has ended. */
export const heldForMs = 2 * minute;
