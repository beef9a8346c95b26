import type { Lang } from '#lang/lang.ts';
import { PageTitle } from '#ui/section.tsx';
import type { Shown } from './page.ts';
import { SearchForm } from './search/form.tsx';
import { textsFor } from './shell.tsx';

/** The page for an address that is not there: it searches, and leads on. */
export function missingPage(lang: Lang): Shown {
  const texts = textsFor(lang).notFound;
  return {
    title: texts.title,
    noIndex: true,
    noFeedback: true,
    content: (
      <>
        <PageTitle title={texts.title} lead={texts.lead} />
        <SearchForm lang={lang} label={texts.search} />
        <p>{texts.next}</p>
      </>
    ),
  };
}
