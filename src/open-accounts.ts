import { createAccounts, type Accounts } from '#accounts/index.ts';
import { connectAccounts } from '#db/connect.ts';
import { enqueueMail } from '#mail/index.ts';
import type { Config } from './config.ts';
import { installationSecret } from './secret.ts';
import type { Store } from './store.ts';

/** The accounts of an installation, over connections of their own. */
export async function openAccounts(store: Store, config: Config, log: (line: string) => void): Promise<Accounts> {
  return createAccounts({
    db: store.db,
    connections: connectAccounts(store.server),
    baseUrl: config.baseUrl,
    secret: await installationSecret(config),
    now: () => new Date(),
    log,
    // Without a mail server links are handed over by hand: what lies in the outbox reaches nobody.
    sendLetter: config.smtpUrl === null ? undefined : enqueueMail,
    singleSignOn: config.singleSignOn ?? undefined,
  });
}
