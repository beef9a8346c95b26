import { hasCodes, hasPassword, openSessions, passkeysOf, type OpenSession, type Passkey } from '#accounts/index.ts';
import { Moment } from '#ui/moments.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { Button, ErrorSummary, Select, TextInput } from '#ui/fields.tsx';
import { textsFor } from '../shell.tsx';
import type { Asked, Sheet } from '../page.ts';
import { accountsOf } from '../sign-in/answers.ts';
import { PasswordAgain, passwordAsked, type Again } from './confirmed.tsx';
import { deviceOf } from './device.ts';
import { accountTexts } from './texts.ts';

export type Problem = { field: 'name' | 'current' | 'next' | 'password-for-codes' | 'password-for-key-0'; text: string };
type Given = { problems?: Problem[]; typed?: { name?: string }; status?: number; headers?: Sheet['headers'] };

/** Everything about one's own account on one page. */
export async function accountSheet(asked: Asked, { problems = [], typed = {}, status, headers }: Given = {}): Promise<Sheet> {
  const { lang, person, desk } = asked;
  const accounts = accountsOf(desk);
  const texts = accountTexts(lang);
  const [codes, password, passkeys, sessions, again] = await Promise.all([
    hasCodes(accounts, person.actorId),
    hasPassword(accounts, person.actorId),
    passkeysOf(accounts, person.actorId),
    openSessions(accounts, person.actorId),
    passwordAsked(asked),
  ]);
  const errorOf = (field: Problem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  return {
    title: texts.title,
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers }),
    errorPrefix: problems.length > 0,
    content: (
      <>
        <h1>{texts.title}</h1>
        <ErrorSummary errors={problems} lang={lang} />
        <div class="kg-account">
          <div class="kg-account__column">
            <WhoIsAtWork asked={asked} name={typed.name ?? person.name} error={errorOf('name')} />
            <Password asked={asked} has={password} problems={problems} />
          </div>
          <section class="kg-panel" aria-labelledby="second-title">
            <div class="kg-panel__head">
              <h2 id="second-title">{texts.second.title}</h2>
            </div>
            <div class="kg-panel__body">
              <p>{texts.second.why}</p>
              <p>
                <span class={person.hasSecondFactor ? 'govuk-tag govuk-tag--green' : 'govuk-tag govuk-tag--grey'}>
                  {person.hasSecondFactor ? texts.second.strong : texts.second.weak}
                </span>
              </p>
              {!person.hasSecondFactor && codes && (
                <p>
                  <a class="govuk-button" href="/office/sign-in/code?to=/office/account">
                    {texts.second.confirmNow}
                  </a>
                </p>
              )}
            </div>
            <Codes asked={asked} on={codes} again={again} error={errorOf('password-for-codes')} />
            <Passkeys asked={asked} passkeys={passkeys} again={again} error={errorOf('password-for-key-0')} />
          </section>
          <Sessions asked={asked} sessions={sessions} />
        </div>
      </>
    ),
  };
}

const WhoIsAtWork = ({ asked, name, error }: { asked: Asked; name: string; error: string | undefined }) => {
  const { lang, person } = asked;
  const texts = accountTexts(lang);
  return (
    <section class="kg-panel" aria-labelledby="who-title">
      <div class="kg-panel__head">
        <h2 id="who-title">{texts.who}</h2>
      </div>
      <form class="kg-form" method="post" action="/office/account" novalidate>
        <TextInput name="name" label={texts.name} hint={texts.nameHint} lang={lang} value={name} autocomplete="name" maxlength={120} error={error} />
        <Select
          name="lang"
          label={texts.language}
          lang={lang}
          value={person.lang}
          options={[
            { value: 'pl', text: texts.languages.pl },
            { value: 'en', text: texts.languages.en },
          ]}
        />
        <dl class="kg-account__facts">
          <dt>{texts.email}</dt>
          <dd>{person.email}</dd>
          <dt>{texts.roles}</dt>
          <dd>{person.roles.map((role) => textsFor(lang).roles[role]).join(', ')}</dd>
        </dl>
        <div>
          <Button>{texts.save}</Button>
        </div>
      </form>
    </section>
  );
};

const Password = ({ asked, has, problems }: { asked: Asked; has: boolean; problems: Problem[] }) => {
  const texts = accountTexts(asked.lang).password;
  const errorOf = (field: Problem['field']): string | undefined => problems.find((one) => one.field === field)?.text;
  return (
    <section class="kg-panel" aria-labelledby="password-title">
      <div class="kg-panel__head">
        <h2 id="password-title">{texts.title}</h2>
      </div>
      {has ? (
        <form class="kg-form" method="post" action="/office/account/password" novalidate>
          <input type="hidden" name="username" value={asked.person.email} autocomplete="username" />
          <TextInput name="current" label={texts.current} lang={asked.lang} type="password" autocomplete="current-password" error={errorOf('current')} />
          <TextInput name="next" label={texts.next} hint={texts.hint} lang={asked.lang} type="password" autocomplete="new-password" error={errorOf('next')} />
          <div>
            <Button>{texts.change}</Button>
          </div>
        </form>
      ) : (
        <p class="kg-panel__body">{texts.none}</p>
      )}
    </section>
  );
};

const Codes = ({ asked, on, again, error }: { asked: Asked; on: boolean; again: Again; error: string | undefined }) => {
  const texts = accountTexts(asked.lang).codes;
  return (
    <div class="kg-panel__body" id="codes">
      <h3>{texts.title}</h3>
      <p>{on ? texts.on : texts.off}</p>
      {on ? (
        <form method="post" class="kg-account__acts" action="/office/account/codes/renew">
          <PasswordAgain again={again} lang={asked.lang} id="password-for-codes" error={error} />
          {again !== 'signIn' && (
            <>
              <Button secondary>{texts.renew}</Button>
              <button class="govuk-button govuk-button--secondary" type="submit" formaction="/office/account/codes/remove">
                {texts.remove}
              </button>
            </>
          )}
        </form>
      ) : (
        <p>
          <a class="govuk-button govuk-button--secondary" href="/office/account/codes">
            {texts.setUp}
          </a>
        </p>
      )}
    </div>
  );
};

const Passkeys = ({ asked, passkeys, again, error }: { asked: Asked; passkeys: Passkey[]; again: Again; error: string | undefined }) => {
  const { lang } = asked;
  const texts = accountTexts(lang).passkeys;
  return (
    <div class="kg-panel__body" id="passkeys">
      <h3>{texts.title}</h3>
      <p>{texts.what}</p>
      {passkeys.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul class="kg-account__list">
          {passkeys.map(({ id, name, addedAt }, index) => (
            <li>
              <form method="post" class="kg-account__acts" action="/office/account/passkeys/remove">
                <input type="hidden" name="id" value={id} />
                <span>
                  <b>{name || texts.defaultName}</b>
                  {addedAt !== null && (
                    <>
                      , <Moment at={addedAt.toISOString()} lang={lang} timeZone={asked.city.timeZone} />
                    </>
                  )}
                </span>
                {again !== 'signIn' && (
                  <>
                    <PasswordAgain again={again} lang={lang} id={`password-for-key-${index}`} error={index === 0 ? error : undefined} />
                    <button class="kg-linklike" type="submit" aria-label={texts.remove(name || texts.defaultName)}>
                      {texts.removeShort}
                    </button>
                  </>
                )}
              </form>
            </li>
          ))}
        </ul>
      )}
      {again === 'nothing' ? (
        <div data-passkey-new="" data-failed={texts.failed} hidden>
          <TextInput name="passkey-name" label={texts.addName} hint={texts.addNameHint} lang={lang} value="" maxlength={80} autocomplete="off" />
          <button class="govuk-button govuk-button--secondary" type="button">
            {texts.add}
          </button>
          <output></output>
        </div>
      ) : (
        <p>{texts.signInFirst}</p>
      )}
      <noscript>
        <p>{texts.needsScripts}</p>
      </noscript>
    </div>
  );
};

const Sessions = ({ asked, sessions }: { asked: Asked; sessions: OpenSession[] }) => {
  const { lang, city, person } = asked;
  const texts = accountTexts(lang).sessions;
  const named = (userAgent: string): string => {
    const device = deviceOf(userAgent);
    if (device === null) return texts.unknownDevice;
    return device.browser !== null && device.system !== null ? texts.browserOn(device.browser, device.system) : (device.browser ?? device.system ?? texts.unknownDevice);
  };
  const moment = (at: Date) => <Moment at={at.toISOString()} lang={lang} timeZone={city.timeZone} />;
  const columns: Column<OpenSession>[] = [
    { head: texts.device, cell: (session) => named(session.device) },
    { head: texts.opened, cell: (session) => moment(session.openedAt) },
    { head: texts.seen, cell: (session) => moment(session.seenAt) },
    {
      head: texts.end,
      cell: (session) =>
        session.id === person.sessionId ? (
          texts.here
        ) : (
          <form method="post" action="/office/account/sessions">
            <button class="kg-linklike" type="submit" name="end" value={session.id} aria-label={texts.endNamed(named(session.device))}>
              {texts.end}
            </button>
          </form>
        ),
    },
  ];
  return (
    <section class="kg-panel kg-account__wide" aria-labelledby="sessions-title">
      <div class="kg-panel__head">
        <h2 id="sessions-title">{texts.title}</h2>
        {sessions.length > 1 && (
          <form method="post" action="/office/account/sessions">
            <button class="kg-linklike" type="submit" name="end" value="others">
              {texts.endOthers}
            </button>
          </form>
        )}
      </div>
      <p class="kg-panel__body">{texts.intro}</p>
      <Table lang={lang} id="sessions" caption={texts.caption} columns={columns} rows={sessions} />
    </section>
  );
};
