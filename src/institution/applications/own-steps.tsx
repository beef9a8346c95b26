import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { Application } from '#offers/index.ts';
import { Button, TextInput } from '#ui/fields.tsx';
import { Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { textsFor } from './texts.ts';

type Props = { application: Application; lang: Lang };

const Hidden = ({ application, to }: { application: Application; to: string }) => (
  <>
    <input type="hidden" name="version" value={String(application.version)} />
    <input type="hidden" name="to" value={to} />
  </>
);

/** An interest becomes an application once the office takes them. */
export const Become = ({ application, lang }: Props) => {
  const texts = textsFor(lang).one;
  return (
    <Section id="become" heading={texts.become}>
      <p>{tidy(texts.becomeText, lang)}</p>
      <form method="post" action={institutionAddress('applicationStep', lang, { id: application.id })}>
        <Hidden application={application} to="draft" />
        <Button>{texts.become}</Button>
      </form>
    </Section>
  );
};

/** Withdrawing is for good, so it is asked twice. */
export const Withdraw = ({ application, lang }: Props) => {
  const texts = textsFor(lang).one;
  const heading = application.state === 'interest' ? texts.withdrawInterest : texts.withdraw;
  return (
    <details class="govuk-details" id="withdraw">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{heading}</span>
      </summary>
      <div class="govuk-details__text">
        <p>{tidy(texts.withdrawText, lang)}</p>
        <form class="kg-form" method="post" action={institutionAddress('applicationStep', lang, { id: application.id })}>
          <Hidden application={application} to="withdrawn" />
          <TextInput name="reason" label={texts.withdrawReason} lang={lang} maxlength={1000} />
          <label class="kg-check" for="sure">
            <input type="checkbox" id="sure" name="sure" value="yes" required />
            <span>{texts.withdrawSure}</span>
          </label>
          <div>
            <Button secondary>{heading}</Button>
          </div>
        </form>
      </div>
    </details>
  );
};
