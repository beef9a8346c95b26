import { addPasskey, newPasskeyQuestion, passkeyQuestion, removePasskey, signInWithPasskey } from '#accounts/index.ts';
import { openPost, post, seeOther, type OfficeRoute, type Visited } from '../page.ts';
import { confirmed } from './confirmed.tsx';
import { accountSheet } from './page.tsx';
import { typedIn } from '../typed.ts';
import { accountsOf } from '../sign-in/answers.ts';

const maxBytes = 32_768;

/** What the page's script sends; null where it is too long or no JSON. */
async function sentJson({ request }: Visited): Promise<unknown> {
  const text = await request.text();
  if (text.length > maxBytes) return null;
  try {
    const read: unknown = JSON.parse(text);
    return read;
  } catch {
    return null;
  }
}

/** The few addresses that the script of passkeys speaks to; everything else of the office works without scripts. */
export const passkeyRoutes: readonly OfficeRoute[] = [
  openPost('/office/auth/passkey/question', (asked) => passkeyQuestion(accountsOf(asked.desk), asked.request)),
  openPost('/office/auth/passkey/sign-in', async (asked) =>
    signInWithPasskey(accountsOf(asked.desk), { request: asked.request, address: asked.address, body: await sentJson(asked) }),
  ),
  post('/office/auth/passkey/new-question', (asked) => newPasskeyQuestion(accountsOf(asked.desk), asked.request, asked.person)),
  post('/office/auth/passkey/new', async (asked) => addPasskey(accountsOf(asked.desk), { request: asked.request, person: asked.person, body: await sentJson(asked) })),
  post('/office/account/passkeys/remove', async (asked) => {
    const typed = await typedIn(asked);
    if (!typed.ok) return typed.answer;
    const sure = await confirmed(asked, typed.of('password'));
    if (!sure.ok)
      return accountSheet(asked, { status: sure.wrong.status, headers: sure.wrong.headers, problems: [{ field: 'password-for-key-0', text: sure.wrong.problem.text }] });
    await removePasskey(accountsOf(asked.desk), asked.person, typed.of('id'));
    return seeOther('/office/account?done=saved');
  }),
];
