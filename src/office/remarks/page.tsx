import type { FeedbackState, StoredFeedback } from '#feedback/index.ts';
import { officeRemarks as en } from '#lang/en/office-remarks.ts';
import { instantInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { officeRemarks as pl } from '#lang/pl/office-remarks.ts';
import { tidy } from '#lang/typography.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Empty } from '#ui/section.tsx';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

type Given = { remarks: readonly StoredFeedback[]; counts: Record<FeedbackState, number>; state: FeedbackState; lang: Lang; timeZone: string };

export const RemarksPage = ({ remarks, counts, state, lang, timeZone }: Given) => {
  const texts = textsFor(lang);
  return (
    <>
      <div class="kg-desk__top">
        <h1>{texts.title}</h1>
        <ChoiceChips
          label={texts.chipsLabel}
          choices={(['new', 'answered'] as const).map((one) => ({
            text: texts.chips[one],
            href: one === 'new' ? '/office/remarks' : `/office/remarks?show=${one}`,
            count: counts[one],
            current: one === state,
          }))}
        />
      </div>
      {state === 'new' && remarks.length > 0 && <p>{tidy(texts.answeredHint, lang)}</p>}
      {remarks.length === 0 && (
        <Empty title={texts.empty[state]}>
          <p>{tidy(texts.empty.next, lang)}</p>
        </Empty>
      )}
      {remarks.map((remark) => (
        <Remark remark={remark} lang={lang} timeZone={timeZone} />
      ))}
      {counts[state] > remarks.length && <p>{texts.newest(String(counts[state]))}</p>}
    </>
  );
};

const Remark = ({ remark, lang, timeZone }: { remark: StoredFeedback; lang: Lang; timeZone: string }) => {
  const texts = textsFor(lang);
  const kind = Object.entries(texts.kinds).find(([name]) => name === remark.kind)?.[1] ?? remark.kind;
  const heading = `remark-${remark.id}`;
  return (
    <article class="kg-panel" aria-labelledby={heading}>
      <div class="kg-panel__head">
        <h2 id={heading}>{kind.charAt(0).toLocaleUpperCase(lang) + kind.slice(1)}</h2>
        <p>
          {remark.path === null ? texts.noPage : <a href={remark.path}>{remark.path}</a>}
          {remark.useful !== null && <span class="kg-quiet"> · {remark.useful ? texts.useful : texts.notUseful}</span>}
          <span class="kg-quiet">
            {' '}
            · <time datetime={remark.at.toISOString()}>{instantInWords(remark.at.toISOString(), lang, timeZone)}</time>
          </span>
        </p>
      </div>
      <p class="kg-mail-text" lang={remark.lang}>
        {remark.message}
      </p>
      <div class="kg-form__foot">
        {remark.state === 'new' && (
          <form method="post" action={`/office/remarks/${remark.id}/answer`}>
            <button class="govuk-button" type="submit" aria-describedby={heading}>
              {texts.answered}
            </button>
          </form>
        )}
        {remark.emails.map((email) => (
          <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
        ))}
        {remark.emails.length === 0 ? (
          <p class="kg-quiet">{texts.noContact}</p>
        ) : (
          <form method="post" action={`/office/remarks/${remark.id}/contact`}>
            <button class="kg-linklike" type="submit" aria-describedby={heading}>
              {texts.erase}
            </button>
          </form>
        )}
      </div>
    </article>
  );
};
