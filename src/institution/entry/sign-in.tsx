import { endAllSessions, endSession, readEmail, sendWayIn } from '#offers/index.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { institutionFormTexts } from '#ui/institution-fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { noCookie, sessionToken } from '../cookie.ts';
import { seeOther, type Sheet, type Visited } from '../page.ts';
import { crumbsTo, errorIn, errorsOf, step, Trap, type FormError } from '../parts.tsx';
import { institutionTexts, pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';
import { wantedPath, withWanted } from './wanted.ts';

type Typed = { email: string; to: string };

export const showSignIn = (asked: Visited): Promise<Sheet> => Promise.resolve(signInSheet(asked, { email: '', to: asked.query.get('to') ?? '' }));

export async function takeSignIn(asked: Visited): Promise<Sheet | Response> {
  const { lang, desk, city, now, network } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed = { email: form.of('email'), to: form.of('to') };
  if (form.of('website') !== '') return signInSheet(asked, typed, [{ field: 'email', text: pageTexts(lang).trapped }]);
  const read = readEmail(typed.email);
  if (!read.ok) return signInSheet(asked, typed, errorsOf(read.problems, lang));
  const knock = { limitKey: desk.limitKey, network };
  const limited = await desk.db.write((tx) => sendWayIn(tx, { city, baseUrl: desk.baseUrl, now }, { email: read.value.email, lang, to: wantedPath(typed.to), knock }));
  if (limited === null) return seeOther(institutionAddress('signInSent', lang));
  return {
    ...signInSheet(asked, typed, [{ field: 'email', text: pageTexts(lang).limited(limited.waitSeconds) }]),
    status: 429,
    headers: [['retry-after', String(limited.waitSeconds)]],
  };
}

function signInSheet({ lang, contact }: Visited, typed: Typed, errors: FormError[] = []): Sheet {
  const texts = pageTexts(lang).signIn;
  return {
    title: texts.title,
    description: texts.description,
    crumbs: crumbsTo(lang, step('signIn', lang, texts.title)),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)}>
          {contact !== null && (
            <p>
              {texts.already} <a href={institutionAddress('institution', lang)}>{institutionTexts(lang).zone}</a>
            </p>
          )}
        </PageTitle>
        <WayInForm lang={lang} typed={typed} error={errorIn(errors)('email')} button={texts.send} />
        <p>
          {texts.noAccount} <a href={withWanted(institutionAddress('registration', lang), typed.to)}>{texts.register}</a>
        </p>
        <p class="kg-quiet">
          <a href="/office/sign-in">{texts.office}</a>
        </p>
      </>
    ),
  };
}

/** Asks for a letter with a way in. The same form serves to sign in and to have a confirmation sent again. */
export const WayInForm = ({ lang, typed, error, button }: { lang: Lang; typed: Typed; error?: string | undefined; button: string }) => (
  <form class="kg-form" method="post" action={institutionAddress('signIn', lang)} novalidate>
    {wantedPath(typed.to) !== null && <input type="hidden" name="to" value={typed.to} />}
    <TextInput name="email" label={institutionFormTexts(lang).email} lang={lang} type="email" autocomplete="email" spellcheck={false} value={typed.email} error={error} />
    <Trap lang={lang} />
    <div>
      <Button>{button}</Button>
    </div>
  </form>
);

const sentSheet =
  (page: 'registrationSent' | 'signInSent', line: (texts: ReturnType<typeof pageTexts>) => string) =>
  ({ lang, city }: Visited): Promise<Sheet> => {
    const texts = pageTexts(lang);
    const { title, again, demonstration } = texts.sent;
    return Promise.resolve({
      title,
      crumbs: crumbsTo(lang, step(page, lang, title)),
      content: (
        <>
          <PageTitle title={title} lead={tidy(line(texts), lang)}>
            {city.demonstration !== null && <p>{tidy(demonstration, lang)}</p>}
          </PageTitle>
          <section class="kg-prose" aria-labelledby={again.id}>
            <h2 id={again.id}>{again.heading}</h2>
            <p>{tidy(again.hint, lang)}</p>
            <WayInForm lang={lang} typed={{ email: '', to: '' }} button={again.send} />
          </section>
        </>
      ),
    });
  };

export const showRegistrationSent = sentSheet('registrationSent', (texts) => texts.sent.registration);
export const showSignInSent = sentSheet('signInSent', (texts) => texts.sent.signIn);

/** Ends this session, or all of the person's. Somebody whose session is over already is signed out as well. */
export async function takeSignOut(asked: Visited): Promise<Response> {
  const { desk, lang, request, contact } = asked;
  const form = await typedIn(asked);
  const everywhere = form.ok && form.of('everywhere') === 'yes';
  const token = sessionToken(request, desk.baseUrl);
  await desk.db.write(async (tx) => {
    if (everywhere && contact !== null) await endAllSessions(tx, contact.contactId);
    else if (token !== null) await endSession(tx, token);
  });
  return seeOther(`${institutionAddress('institution', lang)}?done=${everywhere ? 'signedOutEverywhere' : 'signedOut'}`, [noCookie(desk.baseUrl)]);
}
