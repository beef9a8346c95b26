import { holds } from '#accounts/index.ts';
import { timeAt } from '#basics/clock-time.ts';
import { dayAt } from '#basics/day.ts';
import { Button, Radios, TextArea, TextInput } from '#ui/fields.tsx';
import type { Asked } from '../page.ts';
import { errorOf, Panel, untouched, WhyFields, type Typed } from './parts.tsx';
import type { Review } from './review.ts';
import { textsFor } from './texts.ts';

type Props = { review: Review; asked: Asked; form: 'approve' | 'return' | 'override' | 'preview' | null; typed: Typed };

/** What may be decided about a revision that waits, by whoever looks at it. */
export const DecisionPanels = ({ review, asked, form, typed }: Props) => {
  const { person } = asked;
  const isOwn = review.waiting.authorId === person.actorId;
  const publishes = holds(person, 'publisher');
  const of = (name: 'approve' | 'return' | 'override'): Typed => (form === name ? typed : untouched);
  return (
    <>
      {publishes && person.hasSecondFactor && review.refusal === null && <Approval review={review} asked={asked} typed={of('approve')} />}
      {(publishes || isOwn) && <GivingBack review={review} asked={asked} typed={of('return')} isOwn={isOwn} />}
      {isOwn && review.refusal === 'ownWork' && holds(person, 'administrator') && person.hasSecondFactor && <Override review={review} asked={asked} typed={of('override')} />}
    </>
  );
};

const Approval = ({ review, asked, typed }: { review: Review; asked: Asked; typed: Typed }) => {
  const { lang, city } = asked;
  const texts = textsFor(lang).decide;
  const { job, waiting } = review;
  const isFresh = typed === untouched;
  const value = (name: string, otherwise: string): string => (isFresh ? otherwise : typed.of(name));
  const twice = errorOf(typed, 'which') !== undefined || typed.of('which') !== '';
  return (
    <Panel id="approve" heading={texts.approve}>
      <form method="post" action={`/office/queue/${waiting.id}/approve`} novalidate>
        <div class="kg-form kg-queue__form">
          <WhyFields typed={isFresh ? before(review) : typed} lang={lang} />
          <Radios
            name="when"
            label={texts.when}
            lang={lang}
            value={value('when', job ? 'at' : 'now')}
            error={errorOf(typed, 'when')}
            options={[
              { value: 'now', text: texts.now },
              { value: 'at', text: texts.at },
            ]}
          />
          <div class="kg-queue__time">
            <TextInput name="day" type="date" label={texts.day} lang={lang} value={value('day', job ? dayAt(job.runAt, city.timeZone) : '')} error={errorOf(typed, 'day')} />
            <TextInput
              name="time"
              label={texts.time}
              hint={texts.timeHint(city.timeZone)}
              lang={lang}
              maxlength={5}
              value={value('time', job ? timeAt(job.runAt, city.timeZone) : '')}
              error={errorOf(typed, 'time')}
            />
            {twice && (
              <Radios
                name="which"
                label={texts.which}
                lang={lang}
                value={typed.of('which')}
                error={errorOf(typed, 'which')}
                options={[
                  { value: 'earlier', text: texts.whichOptions.earlier },
                  { value: 'later', text: texts.whichOptions.later },
                ]}
              />
            )}
          </div>
        </div>
        <div class="kg-form__foot">
          <Button>{texts.submit}</Button>
        </div>
      </form>
    </Panel>
  );
};

/** The author's reason stands there to be kept, or the one that was given when the time was set. */
function before({ waiting, submitted }: Review): Typed {
  const why = waiting.state === 'scheduled' ? waiting.why : submitted?.why;
  return { of: (name) => (name === 'whyPl' ? (why?.pl ?? '') : name === 'whyEn' ? (why?.en ?? '') : ''), faults: [] };
}

const GivingBack = ({ review, asked, typed, isOwn }: { review: Review; asked: Asked; typed: Typed; isOwn: boolean }) => {
  const { lang } = asked;
  const texts = textsFor(lang).decide;
  const { waiting } = review;
  return (
    <Panel id="give-back" heading={isOwn ? texts.takeBack : texts.back}>
      <form method="post" action={`/office/queue/${waiting.id}/return`} novalidate>
        <div class="kg-form kg-queue__form">
          <TextArea
            name="reason"
            label={isOwn ? texts.takeBackReason : texts.backReason}
            hint={waiting.state === 'scheduled' ? `${texts.backScheduledHint} ${texts.backHint}` : texts.backHint}
            rows={2}
            maxlength={500}
            lang={lang}
            value={typed.of('reason')}
            error={errorOf(typed, 'reason')}
          />
        </div>
        <div class="kg-form__foot">
          <Button secondary>{isOwn ? texts.takeBackSubmit : texts.backSubmit}</Button>
        </div>
      </form>
    </Panel>
  );
};

const Override = ({ review, asked, typed }: { review: Review; asked: Asked; typed: Typed }) => {
  const { lang } = asked;
  const texts = textsFor(lang).decide;
  return (
    <Panel id="override" heading={texts.override}>
      <form method="post" action={`/office/queue/${review.waiting.id}/override`} novalidate>
        <div class="kg-form kg-queue__form">
          <p>{texts.overrideHint}</p>
          <WhyFields typed={typed === untouched ? before(review) : typed} lang={lang} prefix="override-" />
        </div>
        <div class="kg-form__foot">
          <Button secondary>{texts.overrideSubmit}</Button>
        </div>
      </form>
    </Panel>
  );
};
