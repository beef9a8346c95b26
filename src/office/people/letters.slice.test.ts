import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '#accounts/index.ts';
import { enqueueMail, outboxTransport, readOutbox, sendWaiting } from '#mail/index.ts';
import { accountsOver, browserOf, goodPassword, joined, withCodes } from '../../../test/accounts.ts';
import { formIn } from '../../../test/form-in.ts';
import { storeFor } from '../../../test/world.ts';

describe('letters that let somebody in', () => {
  const store = storeFor('world');
  let accounts: Accounts;
  let folder: string;
  beforeAll(async () => {
    // As an installation with a mail server puts them among the mails that wait.
    accounts = accountsOver(store(), { sendLetter: enqueueMail });
    folder = await mkdtemp(join(tmpdir(), 'koga-letters-'));
  });
  afterAll(async () => {
    await accounts.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends what waits and reads the newest letter to an address. */
  async function arrived(email: string): Promise<string> {
    await sendWaiting(store().db, outboxTransport({ folder, from: 'Koga <koga@koga.example>' }), () => new Date(Date.now() + 60_000));
    const mail = await store().db.read((reader) =>
      reader.selectFrom('mails').select(['messageId', 'sentAt']).where('recipient', '=', email).orderBy('id', 'desc').executeTakeFirst(),
    );
    expect(mail?.sentAt).not.toBeNull();
    expect(await readdir(folder)).toContain(`${mail?.messageId ?? ''}.eml`);
    return (await readOutbox(folder, mail?.messageId ?? '')) ?? '';
  }
  const linkIn = (text: string): string => /https:\/\/koga\.example(\/office\/invitation\/[\w-]+)/.exec(text)?.[1] ?? '';

  it('come with an invitation and with a forgotten password, and their links open the office', async () => {
    const { browser } = await joined(accounts, 'szefowa@urzad.example', ['administrator'], 'Ewa Szefowa');
    await withCodes(browser);
    const form = formIn(await (await browser.get('/office/people/new')).text(), '/office/people');
    const answer = await browser.post('/office/people', form.with({ name: 'Ola Nowa', email: 'Ola@urzad.example', roles: ['editor'] }).pairs);
    expect(answer.status).toBe(200);
    const invitation = linkIn(await arrived('ola@urzad.example'));
    expect((await browserOf(accounts).post(invitation, { name: 'Ola Nowa', password: goodPassword })).status).toBe(303);

    await browserOf(accounts).post('/office/forgotten-password', { email: 'ola@urzad.example' });
    const link = linkIn(await arrived('ola@urzad.example'));
    expect(link).not.toBe(invitation);
    expect((await browserOf(accounts).post(link, { password: 'nowe hasło nad rzeką' })).status).toBe(303);
    expect((await browserOf(accounts).post('/office/sign-in', { email: 'ola@urzad.example', password: 'nowe hasło nad rzeką' })).status).toBe(303);
  });
});
