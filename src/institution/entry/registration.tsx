import { institutionKinds, readRegistration, registerInstitution, type TypedContact, type TypedInstitution } from '#offers/index.ts';
import { themes } from '#register/index.ts';
import { tidy } from '#lang/typography.ts';
import { YesBox } from '#ui/boxes.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { InstitutionFields, institutionFormTexts } from '#ui/institution-fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import { seeOther, type Sheet, type Visited } from '../page.ts';
import { crumbsTo, errorIn, errorsOf, step, Trap, type FormError } from '../parts.tsx';
import { pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';
import { wantedPath, withWanted } from './wanted.ts';

type Typed = TypedInstitution & TypedContact & { consent: string; /** Where somebody was going when they were asked who they are. */ to: string };
const nothing: Typed = { name: '', kind: '', themes: [], description: '', url: '', address: '', contactName: '', email: '', consent: '', to: '' };

export const showRegistration = (asked: Visited): Promise<Sheet> => Promise.resolve(registrationSheet(asked, { ...nothing, to: asked.query.get('to') ?? '' }));

export async function takeRegistration(asked: Visited): Promise<Sheet | Response> {
  const { lang, desk, city, now, network } = asked;
  const typed = await typedIn(asked, ['themes']);
  if (!typed.ok) return typed.answer;
  const { of } = typed;
  const given: Typed = {
    ...nothing,
    name: of('name'),
    kind: of('kind'),
    themes: typed.form.get('themes') ?? [],
    contactName: of('contactName'),
    email: of('email'),
    consent: of('consent'),
    to: of('to'),
  };
  if (of('website') !== '') return registrationSheet(asked, given, [{ field: 'name', text: pageTexts(lang).trapped }]);
  const read = readRegistration(given);
  if (!read.ok) return registrationSheet(asked, given, errorsOf(read.problems, lang));
  const limited = await desk.db.write((tx) =>
    registerInstitution(tx, { city, baseUrl: desk.baseUrl, now }, { registration: read.value, lang, to: wantedPath(given.to), knock: { limitKey: desk.limitKey, network } }),
  );
  if (limited !== null) return tooMany(asked, given, limited.waitSeconds);
  return seeOther(institutionAddress('registrationSent', lang));
}

const tooMany = (asked: Visited, given: Typed, seconds: number): Sheet => ({
  ...registrationSheet(asked, given, [{ field: 'email', text: pageTexts(asked.lang).limited(seconds) }]),
  status: 429,
  headers: [['retry-after', String(seconds)]],
});

function registrationSheet({ lang, city }: Visited, typed: Typed, errors: FormError[] = []): Sheet {
  const texts = pageTexts(lang).registration;
  const fields = institutionFormTexts(lang);
  const errorOf = errorIn(errors);
  return {
    title: texts.title,
    description: texts.description,
    crumbs: crumbsTo(lang, step('registration', lang, texts.title)),
    indexed: errors.length === 0,
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)}>
          {city.demonstration !== null && <p>{tidy(texts.demonstration, lang)}</p>}
          <p>
            {texts.haveOne} <a href={withWanted(institutionAddress('signIn', lang), typed.to)}>{texts.signIn}</a>
          </p>
        </PageTitle>
        <form class="kg-form" method="post" action={institutionAddress('registration', lang)} novalidate>
          {wantedPath(typed.to) !== null && <input type="hidden" name="to" value={typed.to} />}
          <InstitutionFields typed={typed} kinds={institutionKinds} themes={themes} errorIn={errorOf} lang={lang} brief />
          <TextInput name="contactName" label={fields.contactName} lang={lang} value={typed.contactName} autocomplete="name" error={errorOf('contactName')} />
          <TextInput
            name="email"
            label={fields.email}
            hint={tidy(texts.emailHint, lang)}
            lang={lang}
            type="email"
            autocomplete="email"
            spellcheck={false}
            value={typed.email}
            error={errorOf('email')}
          />
          <YesBox name="consent" label={texts.consentLabel} text={tidy(texts.consent, lang)} lang={lang} checked={typed.consent === 'yes'} error={errorOf('consent')} />
          <Trap lang={lang} />
          <div>
            <Button>{texts.send}</Button>
          </div>
          <p class="kg-quiet">
            <a href={`${addressOf('privacy', lang)}#${pageTexts(lang).privacyId}`}>{texts.privacy}</a>
          </p>
        </form>
      </>
    ),
  };
}
