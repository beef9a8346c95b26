import { changePassword, checkPassword, endSessions, passwordProblem, saveSelf } from '#accounts/index.ts';
import type { Lang } from '#lang/lang.ts';
import { get, openPost, post, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { accountsOf, minutesOf } from '../sign-in/answers.ts';
import { doorPath, signInTexts } from '../sign-in/texts.ts';
import { localPath } from '../sign-in/local-path.ts';
import { typedIn } from '../typed.ts';
import { codesRoutes } from './codes.tsx';
import { accountSheet } from './page.tsx';
import { passkeyRoutes } from './passkeys.ts';
import { accountTexts } from './texts.ts';

const langIn = (text: string): Lang => (text === 'en' ? 'en' : 'pl');

async function save(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const name = typed.of('name').trim();
  if (name === '' || name.length > 120) return accountSheet(asked, { status: 422, typed: { name }, problems: [{ field: 'name', text: accountTexts(asked.lang).nameMissing }] });
  await saveSelf(accountsOf(asked.desk), asked.person, { name, lang: langIn(typed.of('lang')) });
  return seeOther('/office/account?done=saved');
}

async function savePassword(asked: Asked): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const accounts = accountsOf(asked.desk);
  const texts = accountTexts(asked.lang).password;
  const all = signInTexts(asked.lang);
  const weak = passwordProblem(typed.of('next'), [asked.person.email, asked.person.name]);
  if (weak !== null) {
    const text = { short: all.invitation.passwordShort, long: all.invitation.passwordLong, easy: all.invitation.passwordEasy }[weak];
    return accountSheet(asked, { status: 422, problems: [{ field: 'next', text }] });
  }
  const checked = await checkPassword(accounts, asked.person, typed.of('current'));
  if (checked === 'wrong') return accountSheet(asked, { status: 422, problems: [{ field: 'current', text: texts.currentWrong }] });
  if (checked !== 'right') {
    const problems = [{ field: 'current' as const, text: all.limited(minutesOf(checked.waitSeconds)) }];
    return accountSheet(asked, { status: 429, headers: [['retry-after', String(checked.waitSeconds)]], problems });
  }
  await changePassword(accounts, asked.person, typed.of('next'));
  return seeOther('/office/account?done=saved');
}

async function end(asked: Asked): Promise<Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const which = typed.of('end');
  await endSessions(accountsOf(asked.desk), asked.person, which === 'others' ? 'others' : { id: which });
  return seeOther('/office/account?done=saved');
}

export const accountRoutes: readonly OfficeRoute[] = [
  get('/office/account', (asked) => accountSheet(asked)),
  post('/office/account', save),
  post('/office/account/password', savePassword),
  post('/office/account/sessions', end),
  openPost('/office/language', async (asked) => {
    const typed = await typedIn(asked);
    if (!typed.ok) return typed.answer;
    const lang = langIn(typed.of('lang'));
    const back = localPath(typed.of('back'));
    if (asked.person === null) return seeOther(doorPath('/office/sign-in', { lang }));
    await saveSelf(accountsOf(asked.desk), asked.person, { lang });
    return seeOther(back);
  }),
  ...codesRoutes,
  ...passkeyRoutes,
];
