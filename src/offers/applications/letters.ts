import type { City } from '#basics/city.ts';
import type { Tx } from '#db/handles.ts';
import { dateInWords } from '#lang/dates.ts';
import { applications as en } from '#lang/en/applications.ts';
import type { Lang } from '#lang/lang.ts';
import { applications as pl } from '#lang/pl/applications.ts';
import { enqueueMail, letter as laidOut, type Letter } from '#mail/index.ts';
import { inLang } from '#register/index.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import type { ListedOffer } from '../calls/store.ts';
import type { ApplicationLetter } from './state.ts';
import { recipientsOf, type Application } from './store.ts';

const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

type Telling = { application: Application; offer: ListedOffer | undefined; now: Date; city: City; baseUrl: string };

/** Tells everybody of the institution of a step, each in their own language. What was written in the reason goes along; answers never do. */
export async function tellApplicant(tx: Tx, given: Telling & { letter: ApplicationLetter; stepId: string; reason: string | null; until: string | null }): Promise<void> {
  const { letter, stepId, reason, until } = given;
  await tell(tx, given, stepId, (lang) => {
    const texts = textsFor(lang).letters;
    const told = texts.steps[letter];
    const day = until === null ? '' : dateInWords(until, lang);
    return { subject: told.subject, lines: [told.text(day), ...(reason === null ? [] : [texts.reason(reason)])] };
  });
}

/** Tells the institution that the office has written; what it wrote is read after signing in. */
export async function tellOfMessage(tx: Tx, given: Telling & { messageKey: string }): Promise<void> {
  await tell(tx, given, given.messageKey, (lang) => {
    const texts = textsFor(lang).letters;
    return { subject: texts.message.subject, lines: [texts.message.text] };
  });
}

async function tell(tx: Tx, { application, offer, now, city, baseUrl }: Telling, onceKey: string, say: (lang: Lang) => { subject: string; lines: string[] }): Promise<void> {
  if (application.institutionId === null) return;
  for (const { contactId, email, lang } of await recipientsOf(tx, application.institutionId)) {
    const texts = textsFor(lang).letters;
    const { subject, lines } = say(lang);
    const content: Letter = {
      heading: subject,
      lines: [texts.about(application.number, offer === undefined ? texts.offerGone : inLang(offer.body.title, lang)), ...lines],
      action: { text: texts.open, href: baseUrl + institutionAddress('application', lang, { id: application.id }) },
      why: texts.why,
    };
    const { text, html } = laidOut(content, { city, lang });
    await enqueueMail(tx, { to: email, subject: texts.subject(subject, application.number), text, html, onceKey: `application:${onceKey}:${contactId}` }, now);
  }
}
