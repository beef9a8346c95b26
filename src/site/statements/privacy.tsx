import { privacy as en } from '#lang/en/privacy.ts';
import { privacy as pl } from '#lang/pl/privacy.ts';
import { tidy } from '#lang/typography.ts';
import { PageTitle, Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Shown } from '../page.ts';
import { statementLabel } from './statement-label.ts';

type View = { label: Shown['label'] };

export const privacyPage = publicPage<View>({
  name: 'privacy',
  section: 'about',

  read: async ({ reader }) => ({ label: await statementLabel(reader) }),

  show({ label }, { lang, city }) {
    const texts = lang === 'pl' ? pl : en;
    const { applications, rights } = texts;
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: addressOf('privacy', lang) }],
      label,
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
          {texts.sections.map(({ id, heading, text }, index) => (
            <Section id={id} heading={tidy(heading, lang)} first={index === 0}>
              <div class="kg-prose">
                {text.map((paragraph) => (
                  <p>{tidy(paragraph, lang)}</p>
                ))}
              </div>
            </Section>
          ))}
          <Section id={applications.id} heading={tidy(applications.heading, lang)}>
            <div class="kg-prose">
              <p>{tidy(applications.who, lang)}</p>
              <p>{tidy(applications.kept(city.applicantsRetentionMonths), lang)}</p>
            </div>
          </Section>
          <Section id={rights.id} heading={tidy(rights.heading, lang)}>
            <div class="kg-prose">
              <p>{tidy(city.contact !== null ? rights.officer(city.contact.privacyEmail) : city.demonstration === null ? rights.own : rights.demonstration, lang)}</p>
              <p>{tidy(rights.text, lang)}</p>
            </div>
          </Section>
        </>
      ),
    };
  },
});
