import { randomUUID } from 'node:crypto';
import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import { ErrorSummary } from '#ui/fields.tsx';
import { SafeLink } from '#ui/links.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import type { Asked, Sheet } from '../page.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { readApplication, type Came, type SeenApplication } from './application-read.ts';
import { applicationPlace, offerSheet, Panel, StateTag, Warning } from './frame.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { missingSheet } from './missing.tsx';
import { ScoresPanel } from './scores-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { instantInWords, kindInWords, stepInWords, textsFor } from './texts.ts';

/** One application: who applied and with what, what has happened, and what comes next. */
export async function oneApplicationSheet(asked: Asked, came?: Came): Promise<Sheet> {
  const seen = await asked.desk.db.read((reader) => readApplication(reader, asked));
  if (seen === undefined) return missingSheet(asked);
  const { lang } = asked;
  const { application, offer, access } = seen;
  const texts = textsFor(lang).one;
  const title = application.formNumber === null ? texts.interestTitle(application.number) : texts.title(application.number);
  const sees = access.coordinates || access.scores;
  return offerSheet(asked, offer, {
    title,
    below: [{ text: application.number, href: applicationPlace(application.id) }],
    ...(came === undefined ? {} : { status: came.status }),
    content: (
      <>
        <ErrorSummary errors={came?.errors ?? []} lang={lang} />
        {came?.problem !== undefined && <Warning>{came.problem}</Warning>}
        <div class="kg-desk__top">
          <h1>{title}</h1>
          <StateTag state={application.state} lang={lang} />
        </div>
        {!sees && <p>{texts.hiddenText}</p>}
        {access.coordinates && <StepsPanel seen={seen} asked={asked} came={came} />}
        {sees && <ApplicantPanel seen={seen} asked={asked} />}
        {sees && <AnswersPanel seen={seen} asked={asked} />}
        {sees && application.formNumber !== null && <ScoresPanel seen={seen} asked={asked} came={came} />}
        {access.coordinates && <MessagesPanel seen={seen} asked={asked} came={came} once={randomUUID()} />}
        <PathPanel seen={seen} asked={asked} sees={access.coordinates} />
      </>
    ),
  });
}

const ApplicantPanel = ({ seen: { application, applicant, access }, asked: { lang, city } }: { seen: SeenApplication; asked: Asked }) => {
  const texts = textsFor(lang).one;
  return (
    <Panel id="applicant" heading={texts.applicant}>
      <div class="kg-panel__body">
        <SummaryList
          rows={[
            { term: textsFor(lang).offer.heads.institution, value: <b>{applicant?.name ?? texts.gone}</b> },
            { term: texts.kind, value: kindInWords(application.institutionKind, lang) },
            ...(applicant?.url ? [{ term: texts.url, value: <SafeLink href={applicant.url}>{applicant.url}</SafeLink> }] : []),
            ...(applicant?.address ? [{ term: texts.address, value: applicant.address }] : []),
            ...(access.coordinates && applicant !== undefined && applicant.contacts.length > 0
              ? [
                  {
                    term: texts.contacts,
                    value: applicant.contacts.map((one) => (
                      <p>
                        {one.name}, <a href={`mailto:${encodeURIComponent(one.email)}`}>{one.email}</a>
                      </p>
                    )),
                  },
                ]
              : []),
            ...(application.erasedAt === null ? [] : [{ term: texts.answers, value: texts.erasedOn(dateInWords(dayAt(application.erasedAt, city.timeZone), lang)) }]),
          ]}
        />
      </div>
    </Panel>
  );
};

const PathPanel = ({ seen: { steps }, asked: { lang, city }, sees }: { seen: SeenApplication; asked: Asked; sees: boolean }) => {
  const words = textsFor(lang);
  const texts = words.one;
  return (
    <Panel id="path-heading" heading={texts.path}>
      <Table
        lang={lang}
        id="path"
        caption={texts.pathCaption}
        rows={[...steps]}
        columns={[
          { head: texts.pathHeads.when, cell: (step) => <time datetime={step.at.toISOString()}>{instantInWords(step.at, city.timeZone, lang)}</time> },
          { head: texts.pathHeads.step, cell: (step) => stepInWords(step, lang) },
          { head: texts.pathHeads.who, cell: (step) => (step.role === 'applicant' ? texts.institution : (step.name ?? words.someone)) },
          ...(sees
            ? [
                {
                  head: texts.pathHeads.reason,
                  cell: (step: (typeof steps)[number]) => <TwoLines first={step.reason ?? ''} second={step.until === null ? null : texts.until(dateInWords(step.until, lang))} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
};
