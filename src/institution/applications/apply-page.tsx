import { randomUUID } from 'node:crypto';
import { tidy } from '#lang/typography.ts';
import { applicationsBy, deadlineHere, findCall, findOffer, formNumbered, takenNow, type ApplicationForm, type ListedApplication, type ListedOffer } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { deadlineInWords } from '#site/offers/texts.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import { InLang } from '#ui/prose.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Sheet, Visited } from '../page.ts';
import { StateTag } from './parts.tsx';
import { textsFor } from './texts.ts';

export type Typed = { who: string; what: string; once: string };
export type Came = { typed?: Typed; problems?: readonly ('who' | 'what')[]; status?: number };
type Taken = ReturnType<typeof takenNow>;

/** How to apply through the city: what is asked, what it is judged by, what happens to it, and the way to begin. */
export async function applySheet(asked: Visited, came: Came = {}): Promise<Sheet | 'notFound'> {
  const { desk, lang, city, now, contact, given } = asked;
  const found = await desk.db.read(async (reader) => {
    const offer = await findOffer(reader, given['slug'] ?? '');
    if (offer === undefined) return undefined;
    const call = await findCall(reader, offer.id);
    const form = await formNumbered(reader, offer.id, call.formNumber);
    const own = contact === null ? [] : (await applicationsBy(reader, contact.institutionId)).filter((one) => one.offerId === offer.id);
    return { offer, call, form, own };
  });
  if (found === undefined) return 'notFound';
  const { offer, call, form, own } = found;
  const texts = textsFor(lang).apply;
  const title = texts.title(inLang(offer.body.title, lang));
  const taken = takenNow(offer.body, call.takes, { now, zone: city.timeZone });
  const errors = (came.problems ?? []).map((field) => ({ field, text: texts.problems[field] }));
  return {
    title,
    crumbs: [
      { text: texts.offers, href: addressOf('offers', lang) },
      { text: inLang(offer.body.title, lang), href: addressOf('offer', lang, { slug: offer.slug }) },
      { text: texts.crumb, href: institutionAddress('apply', lang, { slug: offer.slug }) },
    ],
    alternates: { pl: institutionAddress('apply', 'pl', { slug: offer.slug }), en: institutionAddress('apply', 'en', { slug: offer.slug }) },
    ...(came.status === undefined ? {} : { status: came.status, errorPrefix: errors.length > 0 }),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={tidy(title, lang)} lead={tidy(taken.ok && taken.value === 'interest' ? texts.interestLead : texts.lead, lang)} />
        <Begin asked={asked} offer={offer} taken={taken} came={came} own={own} />
        {taken.ok && taken.value === 'applications' && <What form={form} asked={asked} />}
      </>
    ),
  };
}

const Begin = ({ asked, offer, taken, came, own }: { asked: Visited; offer: ListedOffer; taken: Taken; came: Came; own: readonly ListedApplication[] }) => {
  const { lang, city, contact, query } = asked;
  const texts = textsFor(lang).apply;
  const here = deadlineHere(offer.body);
  const place = institutionAddress('apply', lang, { slug: offer.slug });
  const refusal = query.get('refused');
  return (
    <Section id="begin" heading={texts.crumb} first>
      {!taken.ok ? (
        <p>
          <strong>{tidy(texts.refusals[taken.refusal], lang)}</strong>
        </p>
      ) : (
        <>
          <p>{tidy(here === null ? texts.noDeadline : texts.until(deadlineInWords(here, { city, lang })), lang)}</p>
          {offer.body.quota !== undefined && <p>{tidy(texts.quota(offer.body.quota), lang)}</p>}
          {refusal === 'institution' && <p class="govuk-error-message">{texts.refusals.noInstitution}</p>}
          {contact === null ? (
            <>
              <p>{tidy(texts.signIn, lang)}</p>
              <p class="kg-links">
                <a class="govuk-button" href={`${institutionAddress('signIn', lang)}?to=${encodeURIComponent(place)}`}>
                  {texts.signInLink}
                </a>{' '}
                <a href={`${institutionAddress('registration', lang)}?to=${encodeURIComponent(place)}`}>{texts.register}</a>
              </p>
            </>
          ) : (
            <Ways asked={asked} offer={offer} takes={taken.value} came={came} />
          )}
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>{texts.mine}</h3>
          <ul>
            {own.map((one) => (
              <li>
                <a href={institutionAddress('application', lang, { id: one.id })}>{one.number}</a> <StateTag state={one.state} lang={lang} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={addressOf('offer', lang, { slug: offer.slug })}>{texts.back}</a>
      </p>
    </Section>
  );
};

const Ways = ({ asked: { lang }, offer, takes, came }: { asked: Visited; offer: ListedOffer; takes: 'interest' | 'applications'; came: Came }) => {
  const texts = textsFor(lang).apply;
  // The form bears its own key: sent twice, it begins one application.
  const once = came.typed?.once ?? randomUUID();
  const typed = came.typed ?? { who: '', what: '', once };
  const errorIn = (field: 'who' | 'what'): string | undefined => (came.problems?.includes(field) === true ? texts.problems[field] : undefined);
  const interest = (
    <form class="kg-form" method="post" action={institutionAddress('interest', lang, { slug: offer.slug })} novalidate>
      <input type="hidden" name="once" value={once} />
      <TextInput name="who" label={texts.who} hint={texts.whoHint} lang={lang} value={typed.who} error={errorIn('who')} maxlength={300} required />
      <TextArea name="what" label={texts.what} hint={texts.whatHint} lang={lang} value={typed.what} error={errorIn('what')} maxlength={4000} rows={6} />
      <div>
        <Button secondary={takes === 'applications'}>{texts.sendInterest}</Button>
      </div>
    </form>
  );
  if (takes === 'interest') return interest;
  return (
    <>
      <form method="post" action={institutionAddress('apply', lang, { slug: offer.slug })}>
        <input type="hidden" name="once" value={once} />
        <Button>{texts.start}</Button>
      </form>
      <details class="govuk-details" open={came.problems !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{texts.interestHeading}</span>
        </summary>
        <div class="govuk-details__text">
          <p>{tidy(texts.interestText, lang)}</p>
          {interest}
        </div>
      </details>
    </>
  );
};

const What = ({ form, asked: { lang } }: { form: ApplicationForm; asked: Visited }) => {
  const texts = textsFor(lang);
  return (
    <>
      <Section id="asks" heading={texts.apply.asks}>
        <ol class="kg-list">
          {form.fields.map((field) => (
            <li>
              <InLang text={field.label} lang={lang} /> <span class="kg-quiet">({field.required ? texts.one.required : texts.one.optional})</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="criteria" heading={texts.apply.criteria}>
        <ul class="kg-list">
          {form.criteria.map((criterion) => (
            <li>
              <InLang text={criterion.label} lang={lang} /> <span class="kg-quiet">({texts.apply.points(String(criterion.points))})</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="path" heading={texts.apply.path}>
        <ol class="kg-list">
          {Object.values(texts.apply.pathLines).map((line) => (
            <li>{tidy(line, lang)}</li>
          ))}
        </ol>
      </Section>
    </>
  );
};
