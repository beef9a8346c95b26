import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { OfferedBy, Wish } from '#offers/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { Button } from '#ui/fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import type { Sheet } from '../page.ts';
import { crumbsOf } from './subscribe-page.tsx';
import { choiceInWords, textsFor } from './texts.ts';

type Words = { title: string; lang: Lang; lead: string; status?: number; children?: Child };

/** These addresses hold secrets: the other language is that of the form, and nothing of them is listed anywhere. */
const plain = ({ title, lang, lead, status = 200, children }: Words): Sheet => ({
  title,
  status,
  crumbs: [...crumbsOf(lang), { text: title, href: institutionAddress('notifications', lang) }],
  content: (
    <>
      <PageTitle title={title} lead={tidy(lead, lang)} />
      {children}
    </>
  ),
});

/** What a link would turn on. Opening it changes nothing, as programs that look through mails open every link. */
export function confirmPage({
  asked,
  token,
  organisations,
  lang,
  error,
}: {
  asked: Wish & { email: string };
  token: string;
  organisations: readonly OfferedBy[];
  lang: Lang;
  error?: string;
}): Sheet {
  const { confirm, kept, form } = textsFor(lang);
  return plain({
    title: confirm.title,
    lang,
    lead: confirm.lead(asked.email),
    status: error === undefined ? 200 : 422,
    children: (
      <>
        {error !== undefined && (
          <p class="govuk-error-message" role="alert">
            {tidy(error, lang)}
          </p>
        )}
        <SummaryList
          rows={[
            { term: form.which, value: tidy(choiceInWords(asked.filter, organisations, lang), lang) },
            { term: form.rhythm, value: kept.rhythm[asked.rhythm] },
          ]}
        />
        <form class="kg-form" method="post" action={institutionAddress('notificationsConfirm', lang, { token })}>
          <div>
            <Button>{confirm.button}</Button>
          </div>
          <p class="kg-quiet">{tidy(confirm.ignore, lang)}</p>
        </form>
      </>
    ),
  });
}

const statusOf = { used: 410, late: 410, ended: 410, unknown: 404 } as const;

/** A link that does nothing any more, or never did: why, and a way on. */
export function deadLinkPage(why: keyof typeof statusOf, lang: Lang): Sheet {
  const { link } = textsFor(lang);
  return plain({ title: link[why].title, lang, lead: link[why].text, status: statusOf[why], children: <WayOn text={link.again} lang={lang} /> });
}

export function endPage(token: string, lang: Lang): Sheet {
  const { end } = textsFor(lang);
  return plain({
    title: end.title,
    lang,
    lead: end.lead,
    children: (
      <form class="kg-form" method="post" action={institutionAddress('notificationsEnd', lang, { token })}>
        <div>
          <Button>{end.button}</Button>
        </div>
        <p class="kg-quiet">{tidy(end.keep, lang)}</p>
      </form>
    ),
  });
}

export function erasedPage(lang: Lang): Sheet {
  const { erased } = textsFor(lang);
  return plain({ title: erased.title, lang, lead: erased.lead, children: <WayOn text={erased.again} lang={lang} /> });
}

const WayOn = ({ text, lang }: { text: string; lang: Lang }) => (
  <p>
    <a href={institutionAddress('notifications', lang)}>{text}</a>
  </p>
);
