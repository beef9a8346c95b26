import type { SignedIn } from '#accounts/index.ts';
import type { City } from '#basics/city.ts';
import type { Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { dropJob, holdJob } from '#jobs/index.ts';
import type { Lang } from '#lang/lang.ts';
import { enqueueMail, letter } from '#mail/index.ts';
import type { Why } from '#publishing/actor.ts';
import { publishIn, type ApprovalRefusal } from '#publishing/publish.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { actorOf, type Desk } from '../page.ts';
import { othersToTell } from './store.ts';
import { textsFor } from './texts.ts';

type Given = { revisionId: string; person: SignedIn; now: Date; city: City; why: Why; title: Record<Lang, string> };

/** The emergency way: one pair of eyes, in public view, and the others are told in the same transaction. */
export const publishByOverride = ({ db, kinds, baseUrl }: Desk, given: Given): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> =>
  db.write(async (tx) => {
    const { revisionId, person, now, city, why } = given;
    await holdJob(tx, revisionId);
    const published = await publishIn(tx, kinds, { revisionId, actor: actorOf(person), now, why, override: true, publishingBody: publishingBodyOf(city) });
    if (!published.ok) return published;
    await dropJob(tx, revisionId);
    await tellOthers(tx, given, baseUrl);
    return published;
  });

/** Everybody else who may approve or administer, each in their own language. */
async function tellOthers(tx: Tx, { revisionId, person, now, city, why, title }: Given, baseUrl: string): Promise<void> {
  for (const { email, lang } of await othersToTell(tx, person.actorId)) {
    const texts = textsFor(lang).mail;
    const subject = texts.subject(title[lang]);
    const words = letter(
      {
        heading: subject,
        lines: [texts.who(person.name), texts.reason(lang === 'en' ? (why.en ?? why.pl) : why.pl), texts.shown],
        action: { text: texts.check, href: `${baseUrl}/office/queue/${revisionId}` },
        why: texts.toWhom,
      },
      { city, lang },
    );
    await enqueueMail(tx, { to: email, subject, ...words, onceKey: `override:${revisionId}:${email}` }, now);
  }
}
