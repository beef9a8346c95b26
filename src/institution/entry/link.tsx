import { asksConsent, endSession, lookAtContactLink, readName, takeContactLink, type KeptLink } from '#offers/index.ts';
import { tidy } from '#lang/typography.ts';
import { YesBox } from '#ui/boxes.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { institutionFormTexts } from '#ui/institution-fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import { sessionCookie, sessionToken } from '../cookie.ts';
import { seeOther, type Sheet, type Visited } from '../page.ts';
import { crumbsTo, errorIn, errorsOf, type FormError } from '../parts.tsx';
import { institutionTexts, pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';
import { WayInForm } from './sign-in.tsx';
import { wantedPath, withWanted } from './wanted.ts';

type Typed = { contactName: string; consent: string };

const tokenIn = ({ given }: Visited): string => given['token'] ?? '';
const lookUp = (asked: Visited): Promise<KeptLink | undefined> => asked.desk.db.read((reader) => lookAtContactLink(reader, tokenIn(asked), asked.now));

/** What a link of a letter opens: a page with a button. Nothing happens before it is pressed: programs that look through mails follow links too. */
export async function showLink(asked: Visited): Promise<Sheet> {
  const link = await lookUp(asked);
  return link?.state === 'open' ? linkSheet(asked, link, { contactName: link.contact.name, consent: '' }) : deadSheet(asked, link?.state ?? 'unknown');
}

export async function takeLink(asked: Visited): Promise<Sheet | Response> {
  const { desk, lang, now, query, request } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const link = await lookUp(asked);
  if (link?.state !== 'open') return deadSheet(asked, link?.state ?? 'unknown');
  const typed = { contactName: form.of('contactName'), consent: form.of('consent') };
  const consents = asksConsent(link);
  const name = consents ? readName(typed.contactName) : null;
  if (consents && name !== null) {
    const errors = name.ok ? [] : errorsOf(name.problems, lang);
    if (typed.consent !== 'yes') errors.push({ field: 'consent', text: institutionFormTexts(lang).problems.consentMissing });
    if (errors.length > 0) return linkSheet(asked, link, typed, errors);
  }
  const before = sessionToken(request, desk.baseUrl);
  const taken = await desk.db.write(async (tx) => {
    const used = await takeContactLink(tx, { token: tokenIn(asked), name: name?.ok === true ? name.value.contactName : null, now });
    if (used !== null && before !== null) await endSession(tx, before);
    return used;
  });
  if (taken === null) return deadSheet(asked, 'used');
  const to = wantedPath(query.get('to') ?? '');
  const place = to ?? `${institutionAddress('institution', lang)}?done=${taken.became}`;
  return seeOther(place, [sessionCookie(desk.baseUrl, taken.session)]);
}

function linkSheet(asked: Visited, link: KeptLink, typed: Typed, errors: FormError[] = []): Sheet {
  const { lang, query } = asked;
  const texts = pageTexts(lang);
  const fields = institutionFormTexts(lang);
  const errorOf = errorIn(errors);
  const consents = asksConsent(link);
  const { title, lead, button } = consents ? texts.link.join : link.contact.confirmedAt === null ? texts.link.confirm : texts.link.signIn;
  const here = institutionAddress('link', lang, { token: tokenIn(asked) });
  return {
    title,
    crumbs: crumbsTo(lang, { text: title, href: here }),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={title} lead={tidy(lead(link.institutionName), lang)} />
        <form class="kg-form" method="post" action={withWanted(here, query.get('to') ?? '')} novalidate>
          {consents && (
            <>
              <TextInput
                name="contactName"
                label={fields.contactName}
                hint={texts.link.join.nameHint}
                lang={lang}
                value={typed.contactName}
                autocomplete="name"
                error={errorOf('contactName')}
              />
              <YesBox
                name="consent"
                label={texts.registration.consentLabel}
                text={tidy(texts.registration.consent, lang)}
                lang={lang}
                checked={typed.consent === 'yes'}
                error={errorOf('consent')}
              />
            </>
          )}
          <div>
            <Button>{button}</Button>
          </div>
          {consents && (
            <p class="kg-quiet">
              <a href={`${addressOf('privacy', lang)}#${texts.privacyId}`}>{texts.registration.privacy}</a>
            </p>
          )}
        </form>
      </>
    ),
  };
}

/** A link that opens nothing any more, or never did: says which it is, and how to get another. */
function deadSheet({ lang, contact }: Visited, why: 'used' | 'late' | 'unknown'): Sheet {
  const texts = pageTexts(lang);
  const { title, lead } = texts.link[why];
  return {
    title,
    status: why === 'unknown' ? 404 : 410,
    crumbs: crumbsTo(lang, { text: title, href: institutionAddress('signIn', lang) }),
    content: (
      <>
        <PageTitle title={title} lead={tidy(lead, lang)}>
          {contact !== null && (
            <p>
              {texts.link.inside} <a href={institutionAddress('institution', lang)}>{institutionTexts(lang).zone}</a>
            </p>
          )}
        </PageTitle>
        <WayInForm lang={lang} typed={{ email: '', to: '' }} button={texts.sent.again.send} />
      </>
    ),
  };
}
