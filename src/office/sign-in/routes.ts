import { challenged, giveCode, hasCodes, signInWithPassword, signOut, type Entry } from '#accounts/index.ts';
import { openGet, openPost, seeOther, type OfficeRoute, type Sheet, type Visited } from '../page.ts';
import { codeSheet } from './code-page.tsx';
import { localPath } from './local-path.ts';
import { signInSheet, type SignInProblem } from './sign-in-page.tsx';
import { doorPath, signInTexts } from './texts.ts';
import { accountsOf, minutesOf, onward } from './answers.ts';
import { typedIn } from '../typed.ts';

async function showSignIn(asked: Visited): Promise<Sheet | Response> {
  const to = localPath(asked.query.get('to'));
  if (asked.person !== null) return seeOther(to);
  const texts = signInTexts(asked.lang);
  const said = { over: texts.code.over, refused: texts.singleRefused, failed: texts.singleFailed }[asked.query.get('why') ?? ''];
  return signInSheet(asked, { to, ...(said === undefined ? {} : { problems: [{ field: 'email', text: said }] }) });
}

async function takePassword(asked: Visited): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const texts = signInTexts(asked.lang);
  const [email, password, to] = [typed.of('email').trim(), typed.of('password'), localPath(typed.of('to'))];
  const missing: SignInProblem[] = [
    ...(email === '' ? [{ field: 'email' as const, text: texts.emailMissing }] : []),
    ...(password === '' ? [{ field: 'password' as const, text: texts.passwordMissing }] : []),
  ];
  if (missing.length > 0) return signInSheet(asked, { to, email, problems: missing, status: 422 });
  const entry = await signInWithPassword(accountsOf(asked.desk), { request: asked.request, address: asked.address, email, password });
  if (entry.kind === 'signedIn') return onward(to, entry.cookies);
  if (entry.kind === 'secondFactor') return onward(doorPath('/office/sign-in/code', { lang: asked.lang, to }), entry.cookies);
  if (entry.kind === 'limited') return signInSheet(asked, { to, email, ...limited(asked, entry, 'email') });
  return signInSheet(asked, { to, email, status: 422, problems: [{ field: 'email', text: texts.wrong }] });
}

function limited<Field extends string>(asked: Visited, { waitSeconds }: Extract<Entry, { kind: 'limited' }>, field: Field) {
  const problem = { field, text: signInTexts(asked.lang).limited(minutesOf(waitSeconds)) };
  return { status: 429, problems: [problem], problem, headers: [['retry-after', String(waitSeconds)]] as const };
}

async function showCode(asked: Visited): Promise<Sheet | Response> {
  const to = localPath(asked.query.get('to'));
  const accounts = accountsOf(asked.desk);
  if (asked.person !== null) {
    if (asked.person.hasSecondFactor) return seeOther(to);
    return (await hasCodes(accounts, asked.person.actorId)) ? codeSheet(asked, { to }) : seeOther('/office/account');
  }
  if ((await challenged(accounts, asked.request)) === null) return onward(`/office/sign-in?why=over${asked.lang === 'en' ? '&lang=en' : ''}`);
  return codeSheet(asked, { to });
}

async function takeCode(asked: Visited): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const texts = signInTexts(asked.lang).code;
  const to = localPath(typed.of('to'));
  const field = typed.of('backup') === '' ? 'code' : 'backup';
  const code = typed.of(field).trim();
  if (code === '') return codeSheet(asked, { to, status: 422, problem: { field, text: texts.missing } });
  const { request, address, person } = asked;
  const entry = await giveCode(accountsOf(asked.desk), { request, address, person, code, kind: field === 'code' ? 'app' : 'backup' });
  if (entry.kind === 'signedIn') return onward(to, entry.cookies);
  if (entry.kind === 'over') return onward(`/office/sign-in?why=over${asked.lang === 'en' ? '&lang=en' : ''}`);
  if (entry.kind === 'limited') {
    const { status, problem, headers } = limited(asked, entry, field);
    return codeSheet(asked, { to, status, problem, headers });
  }
  return codeSheet(asked, { to, status: 422, problem: { field, text: field === 'code' ? texts.wrong : texts.wrongBackup } });
}

async function leave(asked: Visited): Promise<Response> {
  if (asked.person === null) return seeOther('/office/sign-in');
  return onward(doorPath('/office/sign-in', { lang: asked.lang }) + (asked.lang === 'en' ? '&' : '?') + 'done=signedOut', await signOut(accountsOf(asked.desk), asked.person));
}

export const signInRoutes: readonly OfficeRoute[] = [
  openGet('/office/sign-in', showSignIn),
  openPost('/office/sign-in', takePassword),
  openGet('/office/sign-in/code', showCode),
  openPost('/office/sign-in/code', takeCode),
  openPost('/office/sign-out', leave),
];
