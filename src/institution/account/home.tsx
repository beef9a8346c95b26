import type { Child } from '#markup/markup.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { contactsOf, findInstitution } from '#offers/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked, Sheet, Visited } from '../page.ts';
import { pageTexts } from '../texts.ts';
import { ownParts } from './own-parts.ts';

/** The way in for those who are not known here, and the own page of those who are. */
export const showHome = async (asked: Visited): Promise<Sheet> => {
  const { contact } = asked;
  return contact === null ? welcome(asked) : own({ ...asked, contact });
};

function welcome({ lang }: Visited): Sheet {
  const texts = pageTexts(lang).welcome;
  const { how, begin } = texts;
  return {
    title: texts.title,
    description: texts.description,
    crumbs: [{ text: texts.title, href: institutionAddress('institution', lang) }],
    indexed: true,
    content: (
      <>
        <PageTitle title={texts.title} lead={tidy(texts.lead, lang)} />
        <Section id={begin.id} heading={begin.heading} first>
          <p class="kg-acts">
            <a class="govuk-button" href={institutionAddress('registration', lang)}>
              {begin.register}
            </a>
            <a class="govuk-button govuk-button--secondary" href={institutionAddress('signIn', lang)}>
              {begin.signIn}
            </a>
          </p>
          <p class="kg-quiet">{tidy(begin.password, lang)}</p>
        </Section>
        <Section id={how.id} heading={how.heading}>
          <div class="kg-prose">
            <ol>
              {how.steps.map((one) => (
                <li>{tidy(one, lang)}</li>
              ))}
            </ol>
            <p>
              {tidy(how.direct, lang)} <a href={addressOf('offers', lang)}>{how.offers}</a>
            </p>
          </div>
        </Section>
      </>
    ),
  };
}

async function own(asked: Asked): Promise<Sheet> {
  const { lang, desk, contact } = asked;
  const texts = pageTexts(lang).own;
  const { institution, people } = await desk.db.read(async (reader) => ({
    institution: await findInstitution(reader, contact.institutionId),
    people: await contactsOf(reader, contact.institutionId),
  }));
  const parts: Child[] = [];
  for (const part of ownParts) parts.push(await part(asked));
  const words = wordsFor(lang);
  const { facts, steps } = texts;
  return {
    title: texts.title(contact.institutionName),
    crumbs: [{ text: pageTexts(lang).welcome.title, href: institutionAddress('institution', lang) }],
    content: (
      <>
        <PageTitle title={contact.institutionName} />
        {parts}
        <Section id={texts.nothing.id} heading={texts.nothing.heading} first={parts.length === 0}>
          <ul class="kg-next">
            <li>
              <a href={addressOf('offers', lang)}>{steps.offers}</a>
            </li>
            <li>
              <a href={institutionAddress('institutionData', lang)}>{steps.details}</a>
            </li>
            <li>
              <a href={institutionAddress('people', lang)}>{steps.people}</a>
            </li>
            <li>
              <a href={institutionAddress('ownData', lang)}>{steps.data}</a>
            </li>
          </ul>
        </Section>
        {institution !== undefined && (
          <Section id={facts.id} heading={facts.heading}>
            <SummaryList
              rows={[
                { term: facts.kind, value: words.institutionKind[institution.kind] },
                { term: facts.themes, value: institution.themes.length === 0 ? facts.none : institution.themes.map((theme) => words.theme[theme]).join(', ') },
                { term: facts.people, value: people.map((one) => one.name).join(', ') },
              ]}
            />
            <p>
              <a href={institutionAddress('institutionData', lang)}>{facts.change}</a>
            </p>
          </Section>
        )}
      </>
    ),
  };
}
