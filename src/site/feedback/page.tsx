import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { PageTitle } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Shown } from '../page.ts';
import { aboutPage, FeedbackForm, nothingTyped, type FormError, type Typed } from './form.tsx';
import { feedbackAddress } from './link.tsx';
import { feedbackTexts } from './texts.ts';

type View = { about: string | null; sent: boolean; label: LabelFacts | undefined };

/** Where the reader who has sent the form is led. */
export const sentAddress = (lang: Lang, typed: Typed): string => {
  const about = aboutPage(typed);
  return `${feedbackAddress(lang, about)}${about === null ? '?' : '&'}sent=1`;
};

/** The form for remarks; sending it is a matter of the front door. */
export const feedbackPage = publicPage<View>({
  name: 'feedback',

  async read({ reader, query }) {
    return { about: aboutPage({ ...nothingTyped, page: query.get('page') ?? '' }), sent: query.get('sent') === '1', label: await labelOfLatest(reader) };
  },

  show({ about, sent, label }, { lang, city }) {
    const given = { lang, demonstration: city.demonstration !== null };
    const shown = sent ? thanks({ ...given, about }) : feedbackForm({ ...given, typed: { ...nothingTyped, page: about ?? '' }, errors: [] });
    return { ...shown, notKept: sent, label: label && { facts: label, history: addressOf('changes', lang), withRevision: false } };
  },
});

/** The form with what was typed, and what is wrong with it. */
export function feedbackForm(given: { typed: Typed; errors: FormError[]; lang: Lang; demonstration: boolean }): Shown {
  const { lang, typed, errors } = given;
  const texts = feedbackTexts(lang);
  const about = aboutPage(typed);
  return {
    title: texts.title,
    description: texts.lead,
    crumbs: [{ text: texts.title, href: addressOf('feedback', lang) }],
    canonicalQuery: about === null ? '' : `page=${about}`,
    noIndex: about !== null || errors.length > 0,
    errorPrefix: errors.length > 0,
    noFeedback: true,
    content: <FeedbackForm {...given} />,
  };
}

function thanks({ about, lang, demonstration }: { about: string | null; lang: Lang; demonstration: boolean }): Shown {
  const texts = feedbackTexts(lang);
  return {
    title: texts.sent.title,
    crumbs: [{ text: texts.title, href: addressOf('feedback', lang) }],
    canonicalQuery: `${about === null ? '' : `page=${about}&`}sent=1`,
    noIndex: true,
    noFeedback: true,
    content: (
      <>
        <PageTitle title={tidy(texts.sent.title, lang)} lead={texts.sent.lead} />
        <div class="kg-prose kg-thanks">
          <h2>{tidy(texts.sent.next, lang)}</h2>
          {(demonstration ? [texts.demonstration] : [texts.sent.read, texts.sent.corrected, texts.sent.answer]).map((sentence) => (
            <p>{tidy(sentence, lang)}</p>
          ))}
          <ul>
            {about !== null && (
              <li>
                <a href={about}>{texts.sent.back}</a>
              </li>
            )}
            <li>
              <a href={addressOf('changes', lang)}>{texts.sent.changes}</a>
            </li>
            <li>
              <a href={feedbackAddress(lang, about)}>{texts.sent.another}</a>
            </li>
          </ul>
        </div>
      </>
    ),
  };
}
