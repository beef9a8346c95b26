import type { Db } from '#db/handles.ts';
import { nextTryAt } from './back-off.ts';
import type { Transport } from './mail.ts';
import { forgetMailsBefore, markSent, markUnsent, takeDueMail } from './store.ts';

export type Round = { sent: number; later: number; never: number };

/** Sends what is due, one mail after the other. Any number of processes may do so at once. `now` is asked anew for each mail: a slow server makes a round long. */
export async function sendWaiting(db: Db, transport: Transport, now: () => Date, given: { atMost?: number; stopped?: () => boolean } = {}): Promise<Round> {
  const { atMost = 100, stopped = () => false } = given;
  const round: Round = { sent: 0, later: 0, never: 0 };
  while (round.sent + round.later + round.never < atMost && !stopped()) {
    const taken = await db.write((tx) => takeDueMail(tx, now()));
    if (taken === undefined) break;
    const { rowId, attempts, createdAt, ...mail } = taken;
    const outcome = await transport.send(mail);
    await db.write(async (tx) => {
      const at = now();
      if (outcome.became === 'sent') return markSent(tx, rowId, at);
      const next = outcome.became === 'never' ? null : nextTryAt({ attempts, createdAt }, at);
      return markUnsent(tx, rowId, { why: outcome.why, next, at });
    });
    round[outcome.became] += 1;
  }
  return round;
}

const keptForMs = 90 * 24 * 3_600_000;

/** A quarter of a year is long enough to look up whether something was sent. */
export const forgetOldMails = (db: Db, now: Date): Promise<void> => db.write((tx) => forgetMailsBefore(tx, new Date(now.getTime() - keptForMs)));
