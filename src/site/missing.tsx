import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { PageTitle } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
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
        <PageTitle title={tidy(texts.title, lang)} lead={texts.lead} />
        <SearchForm lang={lang} label={texts.search} />
        <ul class="kg-next">
          <li>
            <a href={addressOf('organisations', lang)}>{texts.next.list}</a>
          </li>
          <li>
            <a href={addressOf('home', lang)}>{texts.next.home}</a>
          </li>
          <li>
            <a href={addressOf('siteMap', lang)}>{texts.next.siteMap}</a>
          </li>
        </ul>
      </>
    ),
  };
}
