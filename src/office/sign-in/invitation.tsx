import { lookAtLink, passwordProblem, takePlace } from '#accounts/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { openGet, openPost, type OfficeRoute, type Sheet, type Visited } from '../page.ts';
import { Door } from './door.tsx';
import { doorPath, signInTexts } from './texts.ts';
import { accountsOf, onward } from './answers.ts';
import { typedIn } from '../typed.ts';

type Link = NonNullable<Awaited<ReturnType<typeof lookAtLink>>>;
type Problem = { field: 'name' | 'email' | 'password'; text: string };
type Typed = { name: string; email: string };

async function show(asked: Visited): Promise<Sheet> {
  const link = await lookAtLink(accountsOf(asked.desk), asked.given['token'] ?? '');
  return link === undefined ? gone(asked) : linkSheet(asked, link, { name: link.name, email: link.email ?? '' });
}

function gone(asked: Visited): Sheet {
  const texts = signInTexts(asked.lang).invitation;
  return {
    title: texts.goneTitle,
    status: 410,
    content: (
      <Door title={texts.goneTitle} lang={asked.lang} url={asked.request.url}>
        <p>{texts.gone}</p>
        <p>
          <a href={doorPath('/office/sign-in', { lang: asked.lang })}>{signInTexts(asked.lang).title}</a>
        </p>
      </Door>
    ),
  };
}

function linkSheet(asked: Visited, link: Link, typed: Typed, problems: Problem[] = []): Sheet {
  const { lang, city } = asked;
  const all = signInTexts(lang);
  const texts = all.invitation;
  const isInvitation = link.purpose === 'invitation';
  const title = isInvitation ? texts.title : texts.passwordTitle;
  const errorOf = (field: Problem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  return {
    title,
    errorPrefix: problems.length > 0,
    ...(problems.length > 0 ? { status: 422 } : {}),
    content: (
      <Door title={title} lang={lang} url={asked.request.url}>
        <ErrorSummary errors={problems} lang={lang} />
        <p>{isInvitation ? texts.intro(city.title[lang]) : texts.passwordIntro}</p>
        <div class="kg-panel">
          <form class="kg-form" method="post" action={doorPath(new URL(asked.request.url).pathname, { lang })} novalidate>
            {isInvitation && (
              <TextInput name="name" label={texts.name} hint={texts.nameHint} lang={lang} value={typed.name} autocomplete="name" maxlength={120} error={errorOf('name')} />
            )}
            {isInvitation && link.email === null ? (
              <TextInput name="email" label={all.email} lang={lang} type="email" value={typed.email} autocomplete="username" maxlength={254} error={errorOf('email')} />
            ) : (
              <p>
                {all.email}: <b>{link.email}</b>
                <input type="hidden" name="username" value={link.email ?? ''} autocomplete="username" />
              </p>
            )}
            <TextInput
              name="password"
              label={all.password}
              hint={texts.passwordHint}
              lang={lang}
              type="password"
              autocomplete="new-password"
              maxlength={200}
              error={errorOf('password')}
            />
            <div>
              <Button>{isInvitation ? texts.submit : texts.submitPassword}</Button>
            </div>
          </form>
        </div>
      </Door>
    ),
  };
}

async function take(asked: Visited): Promise<Sheet | Response> {
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const accounts = accountsOf(asked.desk);
  const token = asked.given['token'] ?? '';
  const link = await lookAtLink(accounts, token);
  if (link === undefined) return gone(asked);
  const texts = signInTexts(asked.lang).invitation;
  const given = { name: typed.of('name').trim(), email: link.email ?? typed.of('email').trim(), password: typed.of('password') };
  const weak = passwordProblem(given.password, [given.email, given.name]);
  const problems: Problem[] = [
    ...(link.purpose === 'invitation' && (given.name === '' || given.name.length > 120) ? [{ field: 'name' as const, text: texts.nameMissing }] : []),
    ...(isEmail(given.email) ? [] : [{ field: 'email' as const, text: texts.emailWrong }]),
    ...(weak === null ? [] : [{ field: 'password' as const, text: { short: texts.passwordShort, long: texts.passwordLong, easy: texts.passwordEasy }[weak] }]),
  ];
  if (problems.length > 0) return linkSheet(asked, link, given, problems);
  const taken = await takePlace(accounts, { request: asked.request, token, ...given });
  if (!taken.ok) return taken.refusal === 'gone' ? gone(asked) : linkSheet(asked, link, given, [{ field: 'email', text: texts.emailTaken }]);
  if (taken.value.purpose === 'invitation') return onward('/office/account/codes?first=yes', taken.value.cookies);
  return onward(`/office/sign-in?done=passwordSet${asked.lang === 'en' ? '&lang=en' : ''}`);
}

export const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export const invitationRoutes: readonly OfficeRoute[] = [openGet('/office/invitation/:token', show), openPost('/office/invitation/:token', take)];
