import { dayAt } from '#basics/day.ts';
import { changeSelf, findContact, ownData, readName, sessionsOf, type KeptContact } from '#offers/index.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, Radios, TextInput } from '#ui/fields.tsx';
import { institutionFormTexts } from '#ui/institution-fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { seeOther, type Asked, type Sheet } from '../page.ts';
import { crumbsTo, errorIn, errorsOf, step, type FormError } from '../parts.tsx';
import { pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';
import { ownExports } from './own-parts.ts';

type Typed = { contactName: string; lang: Lang };

const selfOf = ({ desk, contact }: Asked): Promise<KeptContact | undefined> => desk.db.read((reader) => findContact(reader, contact.institutionId, contact.contactId));

export async function showSelf(asked: Asked): Promise<Sheet | 'notFound'> {
  const self = await selfOf(asked);
  return self === undefined ? 'notFound' : selfSheet(asked, self, { contactName: self.name, lang: self.lang });
}

export async function takeSelf(asked: Asked): Promise<Sheet | Response | 'notFound'> {
  const { desk, lang, contact, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed: Typed = { contactName: form.of('contactName'), lang: form.of('lang') === 'en' ? 'en' : 'pl' };
  const read = readName(typed.contactName);
  if (!read.ok) {
    const self = await selfOf(asked);
    return self === undefined ? 'notFound' : selfSheet(asked, self, typed, errorsOf(read.problems, lang));
  }
  const { contactId, institutionId } = contact;
  await desk.db.write((tx) => changeSelf(tx, { contactId, institutionId, name: read.value.contactName, lang: typed.lang, now }));
  return seeOther(`${institutionAddress('ownData', lang)}?done=saved`);
}

/** Everything that is held, as a file. */
export async function sendOwnData(asked: Asked): Promise<Response> {
  const { desk, contact, now, lang, city } = asked;
  const held = await desk.db.read((reader) => ownData(reader, contact, now));
  for (const more of ownExports) Object.assign(held, await more(asked));
  return new Response(JSON.stringify({ notice: city.demonstration?.[lang] ?? null, madeAt: now, ...held }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${pageTexts(lang).self.fileName}.json"`,
      'cache-control': 'no-store',
    },
  });
}

async function selfSheet(asked: Asked, self: KeptContact, typed: Typed, errors: FormError[] = []): Promise<Sheet> {
  const { lang, desk, now, city } = asked;
  const texts = pageTexts(lang).self;
  const fields = institutionFormTexts(lang);
  const sessions = await desk.db.read((reader) => sessionsOf(reader, self.id, now));
  return {
    title: texts.title,
    crumbs: crumbsTo(lang, step('ownData', lang, texts.title)),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)} />
        <form class="kg-form" method="post" action={institutionAddress('ownData', lang)} novalidate>
          <TextInput name="contactName" label={fields.contactName} lang={lang} value={typed.contactName} autocomplete="name" error={errorIn(errors)('contactName')} />
          <div>
            <p class="govuk-label">{fields.email}</p>
            <p>{self.email}</p>
            <p class="govuk-hint">{tidy(texts.emailHint, lang)}</p>
          </div>
          <Radios
            name="lang"
            label={texts.language}
            lang={lang}
            value={typed.lang}
            options={[
              { value: 'pl', text: texts.languages.pl },
              { value: 'en', text: texts.languages.en },
            ]}
          />
          <div>
            <Button>{texts.save}</Button>
          </div>
          {self.consentAt !== null && (
            <p class="kg-quiet">
              {texts.since} <Moment at={dayAt(self.consentAt, city.timeZone)} lang={lang} timeZone={city.timeZone} />
            </p>
          )}
        </form>
        <Section id={texts.signOutSection.id} heading={texts.signOutSection.heading}>
          <ul>
            {sessions.map((one) => (
              <li>
                {texts.sessions} <Moment at={one.createdAt.toISOString()} lang={lang} timeZone={city.timeZone} />
              </li>
            ))}
          </ul>
          <form method="post" action={institutionAddress('signOut', lang)}>
            <input type="hidden" name="everywhere" value="yes" />
            <Button secondary>{texts.everywhere}</Button>
            <p class="govuk-hint">{texts.everywhereHint}</p>
          </form>
        </Section>
        <Section id={texts.export.id} heading={texts.export.heading}>
          <p>{tidy(texts.export.text, lang)}</p>
          <p>
            <a href={institutionAddress('ownExport', lang)} download>
              {texts.export.link}
            </a>
          </p>
        </Section>
        <Section id={texts.leave.id} heading={texts.leave.heading}>
          <ul class="kg-next">
            <li>
              <a href={institutionAddress('selfErasure', lang)}>{texts.leave.self}</a>
            </li>
            <li>
              <a href={institutionAddress('institutionErasure', lang)}>{texts.leave.institution}</a>
            </li>
          </ul>
        </Section>
      </>
    ),
  };
}
