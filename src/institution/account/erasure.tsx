import { contactsOf, eraseContact, eraseInstitution } from '#offers/index.ts';
import { eraseFromOutbox } from '#mail/index.ts';
import { tidy } from '#lang/typography.ts';
import { PageTitle } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { noCookie } from '../cookie.ts';
import { seeOther, type Asked, type Sheet, type Visited } from '../page.ts';
import { crumbsTo, Question, step } from '../parts.tsx';
import { pageTexts } from '../texts.ts';

export async function showSelfErasure({ lang, desk, contact }: Asked): Promise<Sheet> {
  const texts = pageTexts(lang).selfErasure;
  const people = await desk.db.read((reader) => contactsOf(reader, contact.institutionId));
  const others = people.filter((one) => one.id !== contact.contactId && one.confirmedAt !== null);
  return {
    title: texts.title,
    crumbs: crumbsTo(lang, step('ownData', lang, pageTexts(lang).self.title), step('selfErasure', lang, texts.title)),
    content: (
      <>
        <PageTitle title={texts.title} lead={tidy(texts.lead(contact.institutionName), lang)} />
        <Question action={institutionAddress('selfErasure', lang)} yes={texts.yes} cancel={texts.cancel} cancelHref={institutionAddress('ownData', lang)}>
          <p>{tidy(texts.what, lang)}</p>
          <p>{tidy(texts.stays, lang)}</p>
          {others.length === 0 && (
            <p>
              {tidy(texts.last, lang)} <a href={institutionAddress('institutionErasure', lang)}>{pageTexts(lang).self.leave.institution}</a>
            </p>
          )}
        </Question>
      </>
    ),
  };
}

export function showInstitutionErasure({ lang, contact }: Asked): Promise<Sheet> {
  const texts = pageTexts(lang).institutionErasure;
  return Promise.resolve({
    title: texts.title,
    crumbs: crumbsTo(lang, step('institutionErasure', lang, texts.title)),
    content: (
      <>
        <PageTitle title={texts.title} lead={tidy(texts.lead(contact.institutionName), lang)} />
        <Question action={institutionAddress('institutionErasure', lang)} yes={texts.yes} cancel={texts.cancel} cancelHref={institutionAddress('ownData', lang)}>
          <p>{tidy(texts.what, lang)}</p>
          <p>{tidy(texts.stays, lang)}</p>
          <p>{tidy(texts.people, lang)}</p>
        </Question>
      </>
    ),
  });
}

/** Sent twice, the second finds nobody signed in, and nothing left to erase. */
const erasing =
  (done: string, erase: (asked: Asked) => ReturnType<typeof eraseContact>) =>
  async (asked: Visited): Promise<Response> => {
    const { contact, lang, desk } = asked;
    if (contact === null) return seeOther(institutionAddress('institution', lang));
    const erased = await erase({ ...asked, contact });
    if (erased.ok && desk.outbox !== null) await eraseFromOutbox(desk.outbox, erased.value.mails);
    return seeOther(`${institutionAddress('institution', lang)}?done=${done}`, [noCookie(desk.baseUrl)]);
  };

export const takeSelfErasure = erasing('selfErased', ({ desk, city, now, contact }) =>
  desk.db.write((tx) => eraseContact(tx, { city, baseUrl: desk.baseUrl, now }, { institutionId: contact.institutionId, contactId: contact.contactId, by: null, tell: false })),
);

export const takeInstitutionErasure = erasing('institutionErased', ({ desk, city, now, contact }) =>
  desk.db.write((tx) => eraseInstitution(tx, { city, baseUrl: desk.baseUrl, now }, { institutionId: contact.institutionId, by: null })),
);
