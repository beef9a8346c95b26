import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#db/handles.ts';
import { eraseFromOutbox, forgetOldMails, outboxTransport, sendWaiting, smtpTransport } from '#mail/index.ts';
import { forgetContacts, forgetUnconfirmed } from '#offers/index.ts';
import { mailDigests } from '#office/today/digest.ts';
import { statementDates } from '#site/statements/dates.ts';
import type { Config } from './config.ts';
import { erasureLog, keepErasures } from './erasures.ts';
import { every } from './every.ts';
import { planDigests } from './institution/notifications/digest-job.ts';
import { kinds } from './kinds.ts';

const sendEveryMs = 3000;
const digestsEveryMs = 60_000;
const forgetEveryMs = 24 * 3_600_000;
const forgetUnconfirmedEveryMs = 3_600_000;
/** A mail server that hangs does not hold the service. The mail in hand is sent again after the next start. */
const longestGoodbyeMs = 5000;

/** The folder where mails lie that no server takes; null where one takes them. */
export const outboxOf = (config: Config): string | null => (config.smtpUrl === null ? join(config.dataFolder, 'outbox') : null);

/** Sends what waits, puts the daily mails among it, and forgets whom nothing is sent to. */
export function startMail(db: Db, config: Config, log: (line: string) => void): { stop: () => Promise<void> } {
  const { smtpUrl, mailFrom: from, baseUrl } = config;
  const transport = smtpUrl === null ? outboxTransport({ folder: join(config.dataFolder, 'outbox'), from }) : smtpTransport({ url: smtpUrl, from });
  let stopping = false;
  const loops = [
    every(sendEveryMs, 'mail', async () => void (await sendWaiting(db, transport, () => new Date(), { stopped: () => stopping })), log),
    every(digestsEveryMs, 'daily mail', async () => void (await mailDigests(db, { kinds, baseUrl, statement: statementDates }, new Date())), log),
    every(digestsEveryMs, 'mail about offers', () => planDigests(db, new Date()), log),
    every(
      forgetUnconfirmedEveryMs,
      'unconfirmed addresses',
      async () => {
        const now = new Date();
        const mails = [...(await forgetUnconfirmed(db, now)), ...(await forgetContacts(db, now))];
        const outbox = outboxOf(config);
        if (outbox !== null) await eraseFromOutbox(outbox, mails);
      },
      log,
    ),
    every(digestsEveryMs, 'log of erasures', async () => void (await keepErasures(db, erasureLog(config))), log),
    every(forgetEveryMs, 'old mail', () => forgetOldMails(db, new Date()), log),
  ];
  return {
    async stop() {
      stopping = true;
      await Promise.race([Promise.all(loops.map((loop) => loop.stop())), pause(longestGoodbyeMs, undefined, { ref: false })]);
    },
  };
}
