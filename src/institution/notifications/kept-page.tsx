import { day, dayAt } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { langs, otherLang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { Filter, KeptOfSubscriber, OfferedBy } from '#offers/index.ts';
import { offersAddress } from '#site/offers/query.ts';
import { SummaryList } from '#ui/facts.tsx';
import { Button, ErrorSummary } from '#ui/fields.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import type { Sheet } from '../page.ts';
import { queryOf } from './choice.ts';
import { ChoiceFields } from './form.tsx';
import { crumbsOf } from './subscribe-page.tsx';
import { choiceInWords, textsFor } from './texts.ts';

type Given = { kept: KeptOfSubscriber; token: string; organisations: readonly OfferedBy[]; lang: Lang; timeZone: string };

/** All that is kept of whoever has the link, and every way to change it. */
export function keptPage({ kept: { subscriber, subscriptions }, token, organisations, lang, timeZone }: Given): Sheet {
  const texts = textsFor(lang).kept;
  return {
    title: texts.title,
    crumbs: [...crumbsOf(lang), { text: texts.title, href: institutionAddress('notificationsKept', lang, { token }) }],
    content: (
      <>
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)}>
          <p>{tidy(texts.remembered, lang)}</p>
        </PageTitle>
        <SummaryList
          rows={[
            { term: texts.email, value: subscriber.email },
            { term: texts.since, value: tidy(dayInWords(dayAt(subscriber.confirmedAt, timeZone), lang), lang) },
            { term: texts.mailed, value: subscriber.mailedOn === null ? texts.notMailed : tidy(dayInWords(day(subscriber.mailedOn), lang), lang) },
            { term: texts.language, value: <Language mailLang={subscriber.lang} token={token} lang={lang} /> },
          ]}
        />
        <Section id={texts.subscriptions.id} heading={texts.subscriptions.heading}>
          <ul class="kg-wishes">
            {subscriptions.map((one) => {
              const what = choiceInWords(one.filter, organisations, lang);
              const own = institutionAddress('notificationsOne', lang, { token, id: one.id });
              return (
                <li>
                  <p>
                    <strong>{tidy(what, lang)}</strong>
                    <br />
                    {texts.rhythm[one.rhythm]}
                  </p>
                  <form method="post" action={own} class="kg-acts">
                    <a href={own} aria-label={texts.editLabel(what)}>
                      {texts.edit}
                    </a>
                    <a href={offersAddress(lang, queryOf(one.filter))} aria-label={texts.showLabel(what)}>
                      {texts.show}
                    </a>
                    <button class="kg-linklike" type="submit" name="action" value="remove" aria-label={texts.removeLabel(what)}>
                      {texts.remove}
                    </button>
                  </form>
                </li>
              );
            })}
          </ul>
          <p>
            <a href={institutionAddress('notificationsAnother', lang, { token })}>{texts.add}</a>
          </p>
        </Section>
        <Section id={texts.erase.id} heading={texts.erase.heading}>
          <form class="kg-form" method="post" action={institutionAddress('notificationsErasure', lang, { token })}>
            <p>{tidy(texts.erase.text, lang)}</p>
            <div>
              <Button secondary>{texts.erase.button}</Button>
            </div>
          </form>
        </Section>
      </>
    ),
  };
}

const Language = ({ mailLang, token, lang }: { mailLang: Lang; token: string; lang: Lang }) => {
  const texts = textsFor(lang).kept;
  return (
    <form method="post" action={institutionAddress('notificationsLanguage', lang, { token })} class="kg-acts">
      <span>{texts.languages[mailLang]}</span>
      <button class="kg-linklike" type="submit" name="lang" value={otherLang(mailLang)}>
        {texts.changeLanguage[otherLang(mailLang)]}
      </button>
    </form>
  );
};

type EditGiven = { filter: Filter; rhythm: string; id: string | null; token: string; organisations: readonly OfferedBy[]; lang: Lang; error?: string };

/** One choice, a new one where it has no id yet. */
export function editPage({ filter, rhythm, id, token, organisations, lang, error }: EditGiven): Sheet {
  const texts = textsFor(lang).kept;
  const title = id === null ? texts.addTitle : texts.editTitle;
  const action = id === null ? institutionAddress('notificationsAnother', lang, { token }) : institutionAddress('notificationsOne', lang, { token, id });
  return {
    title,
    crumbs: [...crumbsOf(lang), { text: texts.title, href: institutionAddress('notificationsKept', lang, { token }) }, { text: title, href: action }],
    status: error === undefined ? 200 : 422,
    errorPrefix: error !== undefined,
    content: (
      <>
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'rhythm', text: error }]} lang={lang} />
        <PageTitle title={title} />
        <form class="kg-form" method="post" action={action} novalidate>
          <ChoiceFields filter={filter} rhythm={rhythm} error={error} organisations={organisations} lang={lang} />
          <div class="kg-acts">
            <Button>{texts.save}</Button>
            <a href={institutionAddress('notificationsKept', lang, { token })}>{texts.back}</a>
          </div>
        </form>
      </>
    ),
  };
}

export const isLang = (text: string): text is Lang => langs.some((lang) => lang === text);
