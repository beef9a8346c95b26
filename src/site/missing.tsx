import type { Lang } from '#lang/lang.ts';
import { PageTitle } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import type { Shown } from './page.ts';
import { textsFor } from './shell.tsx';

/** The page for an address that is not there: it searches, and leads on. */
export function missingPage(lang: Lang): Shown {
  const texts = textsFor(lang).notFound;
  return {
    title: texts.title,
    noIndex: true,
    content: (
      <>
        <PageTitle title={texts.title} lead={texts.lead} />
        <search>
          <form class="kg-search" method="get" action={addressOf('organisations', lang)}>
            <label class="govuk-label" for="q">
              {texts.search}
            </label>
            <input class="govuk-input govuk-input--width-20" id="q" name="q" type="search" />{' '}
            <button class="govuk-button" type="submit">
              {texts.searchButton}
            </button>
          </form>
        </search>
        <p>{texts.next}</p>
      </>
    ),
  };
}
