import { dayInWords } from '#lang/dates.ts';
import type { Day } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, Radios, Select } from '#ui/fields.tsx';
import { textsFor } from './texts.ts';

type Given = {
  lang: Lang;
  email: string;
  calendarSince: Day | null;
  /** Shown once, right after it was made. */
  address: string | null;
  hour: string;
  hourWrong: boolean;
  /** Whether they want to hear of what is handed in, returned and published. */
  publishing: boolean;
};

/** The hours of a working day and a little around it. */
export const hours = [5, 6, 7, 8, 9, 10, 12, 14, 16] as const;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export const SubscribePage = ({ lang, email, calendarSince, address, hour, hourWrong, publishing }: Given) => {
  const texts = textsFor(lang).subscribe;
  const error = hourWrong ? texts.hourWrong : undefined;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'hour', text: error }]} lang={lang} />
      <h1>{texts.title}</h1>
      {address !== null && (
        <section class="kg-panel" aria-labelledby="address">
          <div class="kg-panel__head">
            <h2 id="address">{texts.made}</h2>
          </div>
          <div class="kg-panel__body kg-flow">
            <p>
              <code class="kg-address">{address}</code>
            </p>
            <p>{tidy(texts.madeText, lang)}</p>
          </div>
        </section>
      )}
      <section class="kg-panel" aria-labelledby="calendar">
        <div class="kg-panel__head">
          <h2 id="calendar">{texts.calendar}</h2>
        </div>
        <div class="kg-panel__body kg-flow">
          <p>{tidy(texts.calendarText, lang)}</p>
          <p>{tidy(calendarSince === null ? texts.none : texts.since(dayInWords(calendarSince, lang)), lang)}</p>
        </div>
        <form class="kg-form__foot" method="post" action="/office/today/calendar">
          <Button name="do" value="make">
            {calendarSince === null ? texts.make : texts.renew}
          </Button>
          {calendarSince !== null && (
            <>
              <Button name="do" value="remove" secondary>
                {texts.remove}
              </Button>
              <p class="kg-quiet">{texts.renewHint}</p>
            </>
          )}
        </form>
      </section>
      <section class="kg-panel" aria-labelledby="digest">
        <div class="kg-panel__head">
          <h2 id="digest">{texts.digest}</h2>
        </div>
        <form method="post" action="/office/today/digest">
          <div class="kg-form">
            <p>{tidy(texts.digestText(email), lang)}</p>
            <Select
              name="hour"
              label={texts.hour}
              lang={lang}
              value={hour}
              error={error}
              options={[{ value: '', text: texts.never }, ...hours.map((one) => ({ value: String(one), text: texts.at(clock(one)) }))]}
            />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.save}</Button>
          </div>
        </form>
      </section>
      <section class="kg-panel" aria-labelledby="publishing">
        <div class="kg-panel__head">
          <h2 id="publishing">{texts.publishing}</h2>
        </div>
        <form method="post" action="/office/today/publishing">
          <div class="kg-form">
            <p>{tidy(texts.publishingText, lang)}</p>
            <Radios
              name="mails"
              label={texts.publishingAsk}
              lang={lang}
              value={publishing ? 'yes' : 'no'}
              options={[
                { value: 'yes', text: texts.send },
                { value: 'no', text: texts.sendNot },
              ]}
            />
          </div>
          <div class="kg-form__foot">
            <Button>
              {texts.save}
              <span class="kg-vh">: {texts.publishing}</span>
            </Button>
          </div>
        </form>
      </section>
    </>
  );
};
