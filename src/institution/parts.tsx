import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import type { InstitutionProblem, Problem } from '#offers/index.ts';
import { institutionFormTexts } from '#ui/institution-fields.tsx';
import { institutionAddress, type InstitutionPage } from '#web/institution-paths.ts';
import { institutionTexts, pageTexts } from './texts.ts';

export type FormError = { field: string; text: string };

/** From the zone down to a page of it. */
export const crumbsTo = (lang: Lang, ...steps: { text: string; href: string }[]) => [
  { text: institutionTexts(lang).zone, href: institutionAddress('institution', lang) },
  ...steps,
];

export const step = (page: InstitutionPage, lang: Lang, text: string) => ({ text, href: institutionAddress(page, lang) });

/** The same page in both languages, for forms whose own address only takes what is sent. */
export const bothOf = (page: InstitutionPage) => ({ pl: institutionAddress(page, 'pl'), en: institutionAddress(page, 'en') });

export function errorsOf(problems: readonly Problem[], lang: Lang): FormError[] {
  const said: Record<InstitutionProblem, string> = institutionFormTexts(lang).problems;
  return problems.map(({ field, problem }) => ({ field, text: said[problem] }));
}

export const errorIn =
  (errors: readonly FormError[]) =>
  (field: string): string | undefined =>
    errors.find((error) => error.field === field)?.text;

/** A field that people do not see, and assistive technology neither: what fills it in is a program. */
export const Trap = ({ lang }: { lang: Lang }) => (
  <div hidden>
    <label for="website">{pageTexts(lang).trap}</label>
    <input id="website" name="website" type="text" autocomplete="off" tabindex={-1} />
  </div>
);

/** A question before what cannot be taken back. */
export const Question = ({ action, yes, cancel, cancelHref, children }: { action: string; yes: string; cancel: string; cancelHref: string; children: Child }) => (
  <div class="kg-prose">
    {children}
    <form class="kg-acts" method="post" action={action}>
      <button class="govuk-button govuk-button--warning" type="submit">
        {yes}
      </button>
      <a href={cancelHref}>{cancel}</a>
    </form>
  </div>
);
