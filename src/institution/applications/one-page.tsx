import { randomUUID } from 'node:crypto';
import { deadlineHere, isWritable, waysFrom } from '#offers/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { tidy } from '#lang/typography.ts';
import { dayAt } from '#basics/day.ts';
import { inLang } from '#register/index.ts';
import { deadlineInWords } from '#site/offers/texts.ts';
import { ErrorSummary } from '#ui/fields.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { FileLink } from '#ui/file-link.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked, Sheet } from '../page.ts';
import { formatOf } from './answer-field.tsx';
import { AnswersShown } from './answers-shown.tsx';
import { FillIn } from './fill-in.tsx';
import { Messages } from './messages.tsx';
import { Become, Withdraw } from './own-steps.tsx';
import { StateTag } from './parts.tsx';
import { PathShown } from './path-shown.tsx';
import { readOwn, type Came, type Seen } from './read-own.ts';
import { textsFor } from './texts.ts';

/** One application as its institution sees it. */
export async function applicationSheet(asked: Asked, came?: Came): Promise<Sheet | 'notFound'> {
  const seen = await readOwn(asked);
  if (seen === undefined) return 'notFound';
  const { lang } = asked;
  const { application } = seen;
  const texts = textsFor(lang).one;
  const title = application.interest !== null && application.formNumber === null ? texts.interestTitle(application.number) : texts.title(application.number);
  const errors = came?.errors ?? [];
  return {
    title,
    crumbs: [
      { text: texts.zone, href: institutionAddress('institution', lang) },
      { text: title, href: institutionAddress('application', lang, { id: application.id }) },
    ],
    alternates: { pl: institutionAddress('application', 'pl', { id: application.id }), en: institutionAddress('application', 'en', { id: application.id }) },
    ...(came === undefined ? {} : { status: came.status, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {came?.problem !== undefined && (
          <div class="govuk-error-summary" role="alert">
            <p>{tidy(came.problem, lang)}</p>
            {came.isStale === true && (
              <p>
                <a href={institutionAddress('application', lang, { id: application.id })} target="_blank" rel="noopener">
                  {texts.staleLink}
                </a>
              </p>
            )}
          </div>
        )}
        <div class="kg-title">
          <h1>{title}</h1>
          <p class="kg-lead">{tidy(textsFor(lang).next[application.state], lang)}</p>
        </div>
        <Overview seen={seen} asked={asked} />
        {isWritable(application) ? <FillIn seen={seen} asked={asked} came={came} /> : <AnswersShown form={seen.form} application={application} papers={seen.papers} lang={lang} />}
        <Section id="path" heading={texts.path}>
          <PathShown steps={seen.steps} lang={lang} zone={asked.city.timeZone} />
        </Section>
        {(application.sentAt !== null || application.state === 'interest') && (
          <Messages asked={asked} application={application} messages={seen.messages} came={came} once={randomUUID()} />
        )}
        {seen.mayBecome && <Become application={application} lang={lang} />}
        {waysFrom(application.state, 'applicant').some(({ to }) => to === 'withdrawn') && <Withdraw application={application} lang={lang} />}
      </>
    ),
  };
}

const Overview = ({ seen: { application, offer, papers, steps }, asked: { lang, city } }: { seen: Seen; asked: Asked }) => {
  const texts = textsFor(lang).one;
  const here = offer === undefined ? null : deadlineHere(offer.body);
  const until =
    application.state === 'to-amend' && application.amendBy !== null
      ? texts.untilAmend(dateInWords(dayAt(new Date(application.amendBy.getTime() - 1), city.timeZone), lang))
      : application.state === 'draft' && here !== null
        ? deadlineInWords(here, { city, lang })
        : null;
  const endorsement = papers.find((one) => one.purpose === 'endorsement');
  const asks = application.state === 'to-amend' ? (steps.at(-1)?.reason ?? null) : null;
  return (
    <Section id="overview" heading={texts.state} first>
      <SummaryList
        rows={[
          { term: texts.state, value: <StateTag state={application.state} lang={lang} /> },
          {
            term: texts.offer,
            value: offer === undefined ? texts.offerGone : <a href={addressOf('offer', lang, { slug: offer.slug })}>{inLang(offer.body.title, lang)}</a>,
          },
          ...(asks === null ? [] : [{ term: texts.asks, value: <Paragraphs text={asks} lang={lang} /> }]),
          ...(until === null ? [] : [{ term: texts.until, value: tidy(until, lang) }]),
          ...(endorsement === undefined || application.signedBy === null || application.signedOn === null
            ? []
            : [
                {
                  term: texts.endorsement,
                  value: (
                    <>
                      <FileLink
                        href={institutionAddress('applicationFile', lang, { id: application.id, file: endorsement.id })}
                        format={formatOf(endorsement)}
                        size={endorsement.size}
                        lang={lang}
                      >
                        {endorsement.name}
                      </FileLink>
                      <br />
                      {tidy(texts.signed(application.signedBy, dateInWords(application.signedOn, lang)), lang)}
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
};
