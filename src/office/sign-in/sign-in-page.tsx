import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import type { Sheet, Visited } from '../page.ts';
import { Door } from './door.tsx';
import { doorPath, signInTexts } from './texts.ts';
import { accountsOf } from './answers.ts';

export type SignInProblem = { field: 'email' | 'password'; text: string };

/** The first page of the office. What was typed comes back, but for the password. */
export function signInSheet(asked: Visited, given: { to: string; email?: string; problems?: SignInProblem[]; status?: number; headers?: Sheet['headers'] }): Sheet {
  const { lang, city, desk } = asked;
  const { to, email, problems = [], status, headers } = given;
  const texts = signInTexts(lang);
  const { sendLetter, singleSignOn } = accountsOf(desk);
  const errorOf = (field: SignInProblem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  return {
    title: texts.title,
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers }),
    errorPrefix: problems.length > 0,
    content: (
      <Door title={texts.title} lang={lang} url={asked.request.url}>
        <ErrorSummary errors={problems} lang={lang} />
        <p>{texts.intro}</p>
        {!signInWorksAt(desk.baseUrl) && <p class="kg-door__warning">{texts.needsHttps}</p>}
        <div class="kg-panel">
          <form class="kg-form" method="post" action={doorPath('/office/sign-in', { lang })} novalidate>
            <input type="hidden" name="to" value={to} />
            <TextInput
              name="email"
              label={texts.email}
              lang={lang}
              type="email"
              value={email}
              autocomplete="username"
              spellcheck={false}
              maxlength={254}
              error={errorOf('email')}
            />
            <TextInput name="password" label={texts.password} lang={lang} type="password" autocomplete="current-password" maxlength={200} error={errorOf('password')} />
            <div>
              <Button>{texts.submit}</Button>
            </div>
          </form>
          <div class="kg-form__foot" data-passkey-sign-in="" data-to={to} data-failed={texts.passkeyFailed} hidden>
            <button class="govuk-button govuk-button--secondary" type="button">
              {texts.passkey}
            </button>
            <output></output>
          </div>
          {singleSignOn !== null && (
            <div class="kg-form__foot">
              <a class="govuk-button govuk-button--secondary" href={doorPath('/office/sign-in/single', { lang, to })}>
                {texts.single}
              </a>
            </div>
          )}
        </div>
        <p>{sendLetter === null ? texts.noPassword : <a href={doorPath('/office/forgotten-password', { lang })}>{texts.forgotten}</a>}</p>
        {city.demonstration !== null && (
          <section class="kg-door__note" aria-labelledby="demonstration">
            <h2 id="demonstration">{texts.demonstrationTitle}</h2>
            <p>{texts.demonstration}</p>
            <p>
              <code>
                {texts.command.split(/ (?=--)/).map((part) => (
                  <>
                    <span>{part}</span>{' '}
                  </>
                ))}
              </code>
            </p>
          </section>
        )}
      </Door>
    ),
  };
}

/** Browsers keep our cookies over https, and on their own machine. */
export function signInWorksAt(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
