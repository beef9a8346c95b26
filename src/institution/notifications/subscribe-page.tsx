import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { Filter, OfferedBy } from '#offers/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Sheet } from '../page.ts';
import { ChoiceFields } from './form.tsx';
import { textsFor } from './texts.ts';

export type FormError = { field: 'email' | 'rhythm'; text: string };
export type Typed = { email: string; rhythm: string; filter: Filter };

export const crumbsOf = (lang: Lang): { text: string; href: string }[] => [
  { text: textsFor(lang).offers, href: addressOf('offers', lang) },
  { text: textsFor(lang).title, href: institutionAddress('notifications', lang) },
];

/** The form, empty, with the filters of a list, or as it comes back with what is wrong. */
export function subscribePage(given: { typed: Typed; errors: FormError[]; organisations: readonly OfferedBy[]; lang: Lang; status?: number; headers?: Sheet['headers'] }): Sheet {
  const { typed, errors, organisations, lang, status = 200, headers = [] } = given;
  const texts = textsFor(lang);
  const errorIn = (field: FormError['field']): string | undefined => errors.find((error) => error.field === field)?.text;
  return {
    title: texts.title,
    description: texts.description,
    crumbs: crumbsOf(lang),
    status,
    headers,
    errorPrefix: errors.length > 0,
    indexed: errors.length === 0 && Object.keys(typed.filter).length === 0,
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)} />
        <form class="kg-form" method="post" action={institutionAddress('notifications', lang)} novalidate>
          <TextInput
            name="email"
            label={texts.form.email}
            hint={tidy(texts.form.emailHint, lang)}
            lang={lang}
            type="email"
            autocomplete="email"
            spellcheck={false}
            maxlength={254}
            value={typed.email}
            error={errorIn('email')}
          />
          <ChoiceFields filter={typed.filter} rhythm={typed.rhythm} error={errorIn('rhythm')} organisations={organisations} lang={lang} />
          {/* Hidden from everybody, from assistive technology too: what fills it in is a program. */}
          <div hidden>
            <label for="website">{texts.form.trap}</label>
            <input id="website" name="website" type="text" autocomplete="off" tabindex={-1} />
          </div>
          <div>
            <Button>{texts.form.send}</Button>
          </div>
          <p class="kg-quiet">
            {tidy(texts.form.kept, lang)} <a href={addressOf('privacy', lang)}>{texts.form.privacy}</a>
          </p>
        </form>
      </>
    ),
  };
}

/** The same for everybody who has sent the form: it tells nothing about the address. */
export function sentPage(lang: Lang): Sheet {
  const { sent } = textsFor(lang);
  return {
    title: sent.title,
    crumbs: [...crumbsOf(lang), { text: sent.title, href: institutionAddress('notificationsSent', lang) }],
    content: (
      <>
        <PageTitle title={sent.title} lead={tidy(sent.lead, lang)} />
        <div class="kg-prose kg-thanks">
          <p>{tidy(sent.holds, lang)}</p>
          <p>{tidy(sent.missing, lang)}</p>
          <p>
            <a href={addressOf('offers', lang)}>{sent.back}</a>
          </p>
        </div>
      </>
    ),
  };
}
