import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOver, browserOf, goodPassword, joined } from '../../test/accounts.ts';
import { storeFor } from '../../test/world.ts';
import type { Accounts } from './index.ts';

describe('a forgotten password', () => {
  const store = storeFor('world');
  const letters: { to: string; subject: string; text: string; html: string }[] = [];
  let accounts: Accounts;
  beforeAll(() => {
    accounts = accountsOver(store(), {
      sendLetter: async (_tx, letter) => {
        letters.push(letter);
      },
    });
  });
  afterAll(() => accounts.close());

  it('is replaced by a link in a letter; whoever has no account is told the same and gets none', async () => {
    await joined(accounts, 'pamietam@urzad.example');
    const answers = await Promise.all(
      ['Pamietam@urzad.example', 'nieznany@urzad.example'].map(async (email) => {
        const answer = await browserOf(accounts).post('/office/forgotten-password', { email });
        return [answer.status, answer.headers.get('location')];
      }),
    );
    expect(answers[0]).toEqual([303, '/office/forgotten-password/sent']);
    expect(answers[1]).toEqual(answers[0]);
    expect(letters.map((letter) => letter.to)).toEqual(['pamietam@urzad.example']);
    const path = /https:\/\/koga\.example(\/office\/invitation\/[\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
    expect(letters[0]?.html).toContain(path);
    const browser = browserOf(accounts);
    expect((await browser.post(path, { password: 'zupełnie nowe hasło' })).status).toBe(303);
    expect((await browser.post('/office/sign-in', { email: 'pamietam@urzad.example', password: goodPassword })).status).toBe(422);
    expect((await browser.post('/office/sign-in', { email: 'pamietam@urzad.example', password: 'zupełnie nowe hasło' })).status).toBe(303);
  });

  it('cannot fill a mailbox', async () => {
    const browser = browserOf(accounts, '198.51.100.77');
    const statuses: number[] = [];
    for (let time = 1; time <= 4; time += 1) statuses.push((await browser.post('/office/forgotten-password', { email: 'zalewany@urzad.example' })).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  });

  it('is a matter for the administrator where no letters can be sent', async () => {
    const mute = accountsOver(store());
    expect((await browserOf(mute).get('/office/forgotten-password')).headers.get('location')).toBe('/office/sign-in');
    expect(await (await browserOf(mute).get('/office/sign-in')).text()).toContain('Poproś administratora biura');
    await mute.close();
  });
});
