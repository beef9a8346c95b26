import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, Radios, TextArea, TextInput } from '#ui/fields.tsx';
import { PageTitle } from '#ui/section.tsx';
import { addressOf, isReportable } from '#web/paths.ts';
import { feedbackTexts } from './texts.ts';

/** The fields of the form as they were typed. `website` is the trap: people do not see it. */
export const feedbackFields = ['page', 'useful', 'kind', 'message', 'email', 'website'] as const;
export type Typed = Record<(typeof feedbackFields)[number], string>;

export const nothingTyped: Typed = { page: '', useful: '', kind: '', message: '', email: '', website: '' };

/** Each error leads to the field that mends it. */
export type FormError = { field: 'kind' | 'message' | 'email'; text: string };

export const aboutPage = (typed: Typed): string | null => (isReportable(typed.page) ? typed.page : null);

const options = (answers: Record<string, string>) => Object.entries(answers).map(([value, text]) => ({ value, text }));

/** `demonstration` is null where nobody can tell just now. */
export function FeedbackForm({ typed, errors, lang, demonstration }: { typed: Typed; errors: FormError[]; lang: Lang; demonstration: boolean | null }) {
  const texts = feedbackTexts(lang);
  const about = aboutPage(typed);
  const errorIn = (field: FormError['field']): string | undefined => errors.find((error) => error.field === field)?.text;
  const hint = about === null ? `${texts.messageHintNoPage} ${texts.messageHint}` : texts.messageHint;
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)}>
        {demonstration !== null && <p>{tidy(demonstration ? texts.demonstration : texts.readBy, lang)}</p>}
        {about !== null && (
          <p>
            {texts.about} <a href={about}>{about}</a>
          </p>
        )}
      </PageTitle>
      {/* Browsers' own bubbles are not announced everywhere, so the answer says what is wrong. */}
      <form class="kg-form" method="post" action={addressOf('feedback', lang)} novalidate>
        {about !== null && <input type="hidden" name="page" value={about} />}
        <Radios name="useful" label={about === null ? texts.usefulService : texts.useful} lang={lang} value={typed.useful} options={options(texts.answers)} />
        <Radios name="kind" label={texts.kind} lang={lang} value={typed.kind} options={options(texts.kinds)} error={errorIn('kind')} />
        <TextArea name="message" label={texts.message} hint={tidy(hint, lang)} lang={lang} value={typed.message} rows={9} error={errorIn('message')} />
        <TextInput
          name="email"
          label={texts.email}
          hint={tidy(texts.emailHint, lang)}
          lang={lang}
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={typed.email}
          error={errorIn('email')}
        />
        {/* Hidden from everybody, from assistive technology too: what fills it in is a program. */}
        <div hidden>
          <label for="website">{texts.trap}</label>
          <input id="website" name="website" type="text" autocomplete="off" tabindex={-1} />
        </div>
        <div>
          <Button>{texts.send}</Button>
        </div>
        <p class="kg-quiet">{tidy(texts.limits, lang)}</p>
      </form>
    </>
  );
}
