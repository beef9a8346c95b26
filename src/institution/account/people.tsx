import { contactsOf, eraseContact, findContact, inviteAgain, inviteContact, personInstitution, readContact, type KeptContact, type TypedContact } from '#offers/index.ts';
import { eraseFromOutbox } from '#mail/index.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { institutionFormTexts } from '#ui/institution-fields.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { seeOther, type Asked, type Sheet } from '../page.ts';
import { bothOf, crumbsTo, errorIn, errorsOf, Question, step, type FormError } from '../parts.tsx';
import { pageTexts } from '../texts.ts';
import { typedIn } from '../typed.ts';

const nothing: TypedContact = { contactName: '', email: '' };

export const showPeople = (asked: Asked): Promise<Sheet> => peopleSheet(asked, nothing);

const byMe = (asked: Asked, actorId: string) =>
  ({ source: 'colleague', actorId, contactId: asked.contact.contactId, name: asked.contact.name, limitKey: asked.desk.limitKey }) as const;
const deskOf = ({ city, desk, now }: Asked) => ({ city, baseUrl: desk.baseUrl, now });
const institutionOf = ({ contact }: Asked) => ({ id: contact.institutionId, name: contact.institutionName });

export async function takeInvitation(asked: Asked): Promise<Sheet | Response> {
  const { lang, desk, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed = { contactName: form.of('contactName'), email: form.of('email') };
  const read = readContact(typed);
  if (!read.ok) return peopleSheet(asked, typed, errorsOf(read.problems, lang));
  const invited = await desk.db.write(async (tx) =>
    inviteContact(tx, deskOf(asked), { institution: institutionOf(asked), contact: read.value, lang, by: byMe(asked, await personInstitution(tx, now)) }),
  );
  if (invited.ok) return seeOther(`${institutionAddress('people', lang)}?done=invited`);
  const texts = pageTexts(lang).people;
  return peopleSheet(asked, typed, [{ field: 'email', text: invited.refusal === 'known' ? texts.known : texts.tooMany }]);
}

export async function takeInvitationAgain(asked: Asked): Promise<Sheet | Response | 'notFound'> {
  const { lang, desk, now, given } = asked;
  const invited = await desk.db.write(async (tx) =>
    inviteAgain(tx, deskOf(asked), { institution: institutionOf(asked), id: idIn(given['id']), by: byMe(asked, await personInstitution(tx, now)) }),
  );
  if (invited.ok) return seeOther(`${institutionAddress('people', lang)}?done=invited`);
  if (invited.refusal === 'notFound') return 'notFound';
  return { ...(await peopleSheet(asked, nothing, [{ field: 'email', text: pageTexts(lang).people.tooMany }])), alternates: bothOf('people') };
}

/** What is no number of ours is nobody's. */
const idIn = (text: string | undefined): string => (text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : '00000000-0000-0000-0000-000000000000');

/** A colleague, never oneself: leaving has a page of its own. */
async function colleagueIn(asked: Asked): Promise<KeptContact | undefined> {
  const id = idIn(asked.given['id']);
  if (id === asked.contact.contactId) return undefined;
  return asked.desk.db.read((reader) => findContact(reader, asked.contact.institutionId, id));
}

export async function showRemoval(asked: Asked): Promise<Sheet | 'notFound'> {
  const { lang } = asked;
  const person = await colleagueIn(asked);
  if (person === undefined) return 'notFound';
  const texts = pageTexts(lang).people;
  const { removal } = texts;
  const title = removal.title(person.name);
  const here = institutionAddress('personRemoval', lang, { id: person.id });
  return {
    title,
    crumbs: crumbsTo(lang, step('people', lang, texts.title), { text: texts.remove, href: here }),
    content: (
      <>
        <PageTitle title={title} />
        <Question action={here} yes={removal.yes} cancel={removal.cancel} cancelHref={institutionAddress('people', lang)}>
          <p>{tidy(removal.text, lang)}</p>
        </Question>
      </>
    ),
  };
}

export async function takeRemoval(asked: Asked): Promise<Response | 'notFound'> {
  const person = await colleagueIn(asked);
  if (person === undefined) return 'notFound';
  const removed = await asked.desk.db.write((tx) => eraseContact(tx, deskOf(asked), { institutionId: asked.contact.institutionId, contactId: person.id, by: null, tell: true }));
  if (!removed.ok) return 'notFound';
  if (asked.desk.outbox !== null) await eraseFromOutbox(asked.desk.outbox, removed.value.mails);
  return seeOther(`${institutionAddress('people', asked.lang)}?done=removed`);
}

async function peopleSheet(asked: Asked, typed: TypedContact, errors: FormError[] = []): Promise<Sheet> {
  const { lang, desk, contact } = asked;
  const texts = pageTexts(lang).people;
  const fields = institutionFormTexts(lang);
  const errorOf = errorIn(errors);
  const all = await desk.db.read((reader) => contactsOf(reader, contact.institutionId));
  const stateOf = (one: KeptContact): string => (one.confirmedAt !== null ? texts.states.active : one.source === 'office' ? texts.states.office : texts.states.invited);
  const columns: Column<KeptContact>[] = [
    { head: texts.columns.name, cell: (one) => (one.id === contact.contactId ? `${one.name} (${texts.you})` : one.name) },
    { head: texts.columns.email, cell: (one) => one.email },
    { head: texts.columns.state, cell: stateOf },
    {
      head: texts.columns.act,
      cell: (one) =>
        one.id === contact.contactId ? (
          '–'
        ) : (
          <div class="kg-acts">
            {one.confirmedAt === null && (
              <form method="post" action={institutionAddress('personInvitation', lang, { id: one.id })}>
                <button class="kg-linklike" type="submit" aria-label={texts.againFor(one.name)}>
                  {texts.again}
                </button>
              </form>
            )}
            <a href={institutionAddress('personRemoval', lang, { id: one.id })} aria-label={texts.removeFor(one.name)}>
              {texts.remove}
            </a>
          </div>
        ),
    },
  ];
  return {
    title: texts.title,
    crumbs: crumbsTo(lang, step('people', lang, texts.title)),
    errorPrefix: errors.length > 0,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)} />
        <Table lang={lang} id="institution-people" caption={texts.caption} columns={columns} rows={all} />
        <Section id={texts.invite.id} heading={texts.invite.heading} intro={tidy(texts.invite.intro, lang)}>
          <form class="kg-form" method="post" action={institutionAddress('people', lang)} novalidate>
            <TextInput name="contactName" label={fields.contactName} lang={lang} value={typed.contactName} autocomplete="off" error={errorOf('contactName')} />
            <TextInput name="email" label={fields.email} lang={lang} type="email" value={typed.email} autocomplete="off" spellcheck={false} error={errorOf('email')} />
            <div>
              <Button>{texts.invite.send}</Button>
            </div>
          </form>
        </Section>
      </>
    ),
  };
}
