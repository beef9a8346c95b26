import { months } from '#lang/months.ts';
import { offersPage as offersEn } from '#lang/en/offers.ts';
import { offersPage as offersPl } from '#lang/pl/offers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { institutionKinds, useOutcomes, useYearsBack, type ListedOffer, type UseField } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { Button, ErrorSummary, Radios, Select, TextArea, TextInput } from '#ui/fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Sheet, Visited } from '../page.ts';
import { textsFor } from './texts.ts';

/** The fields as they were typed. `website` is the trap: people do not see it. */
export type Typed = Record<UseField | 'website', string>;
export const nothingTyped: Typed = { kind: '', outcome: '', year: '', month: '', told: '', name: '', email: '', website: '' };

type Given = { asked: Visited; offer: ListedOffer; typed: Typed; errors: { field: UseField; text: string }[]; status?: number; headers?: Sheet['headers'] };

const crumbsOf = ({ lang }: Visited, { body, slug }: ListedOffer): { text: string; href: string }[] => [
  { text: (lang === 'pl' ? offersPl : offersEn).nav, href: addressOf('offers', lang) },
  { text: inLang(body.title, lang), href: addressOf('offer', lang, { slug }) },
  { text: textsFor(lang).crumb, href: institutionAddress('howItWent', lang, { slug }) },
];

export function formPage({ asked, offer, typed, errors, status = 200, headers = [] }: Given): Sheet {
  const { lang, today } = asked;
  const texts = textsFor(lang);
  const { form } = texts;
  const thisYear = Number(today.slice(0, 4));
  const errorIn = (field: UseField): string | undefined => errors.find((error) => error.field === field)?.text;
  return {
    title: texts.titleOf(inLang(offer.body.title, lang)),
    crumbs: crumbsOf(asked, offer),
    status,
    headers,
    errorPrefix: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)}>
          <p>
            <a href={addressOf('offer', lang, { slug: offer.slug })}>{inLang(offer.body.title, lang)}</a>
          </p>
        </PageTitle>
        <form class="kg-form" method="post" action={institutionAddress('howItWent', lang, { slug: offer.slug })} novalidate>
          <Select
            name="kind"
            label={form.kind}
            lang={lang}
            value={typed.kind}
            error={errorIn('kind')}
            options={[{ value: '', text: form.choose }, ...institutionKinds.map((value) => ({ value, text: wordsFor(lang).institutionKind[value] }))]}
          />
          <Radios
            name="outcome"
            label={form.outcome}
            lang={lang}
            value={typed.outcome}
            error={errorIn('outcome')}
            options={useOutcomes.map((value) => ({ value, text: form.outcomes[value] }))}
          />
          <Select
            name="year"
            label={form.year}
            lang={lang}
            value={typed.year}
            error={errorIn('year')}
            options={[
              { value: '', text: form.choose },
              ...Array.from({ length: useYearsBack + 1 }, (_none, back) => String(thisYear - back)).map((year) => ({ value: year, text: year })),
            ]}
          />
          <Select
            name="month"
            label={form.month}
            lang={lang}
            value={typed.month}
            error={errorIn('month')}
            options={[{ value: '', text: form.anyMonth }, ...months[lang].nominative.map((text, index) => ({ value: String(index + 1).padStart(2, '0'), text }))]}
          />
          <TextArea name="told" label={form.told} hint={tidy(form.toldHint, lang)} lang={lang} value={typed.told} rows={6} error={errorIn('told')} />
          <TextInput name="name" label={form.name} hint={tidy(form.nameHint, lang)} lang={lang} value={typed.name} autocomplete="organization" error={errorIn('name')} />
          <TextInput
            name="email"
            type="email"
            label={form.email}
            hint={tidy(form.emailHint, lang)}
            lang={lang}
            value={typed.email}
            autocomplete="email"
            spellcheck={false}
            error={errorIn('email')}
          />
          {/* Hidden from everybody, from assistive technology too: what fills it in is a program. */}
          <div hidden>
            <label for="website">{form.trap}</label>
            <input id="website" name="website" type="text" autocomplete="off" tabindex={-1} />
          </div>
          <div>
            <Button>{form.send}</Button>
          </div>
          <p class="kg-quiet">
            {tidy(form.kept, lang)} <a href={addressOf('privacy', lang)}>{form.privacy}</a>
          </p>
        </form>
      </>
    ),
  };
}

export function sentPage(asked: Visited, offer: ListedOffer): Sheet {
  const { lang } = asked;
  const { sent } = textsFor(lang);
  return {
    title: sent.title,
    crumbs: crumbsOf(asked, offer),
    content: (
      <>
        <PageTitle title={sent.title} lead={tidy(sent.lead, lang)} />
        <p>
          <a href={addressOf('offer', lang, { slug: offer.slug })}>{sent.back}</a>
        </p>
      </>
    ),
  };
}
