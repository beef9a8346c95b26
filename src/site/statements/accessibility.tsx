import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import { accessibility as en } from '#lang/en/accessibility.ts';
import type { Lang } from '#lang/lang.ts';
import { accessibility as pl } from '#lang/pl/accessibility.ts';
import { tidy } from '#lang/typography.ts';
import { SummaryList } from '#ui/facts.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Shown } from '../page.ts';
import { statementDates, updatedFor } from './dates.ts';
import { statementLabel } from './statement-label.ts';

type View = { label: Shown['label'] };

const ombudsman = { pl: 'https://bip.brpo.gov.pl/pl', en: 'https://bip.brpo.gov.pl/en' };

/**
 * The ids that begin with `a11y-` are read by the ministry's programs and stand once each. They were read off statements
 * published in 2026, not off the text of the technical conditions, and are to be confirmed with it.
 */
export const accessibilityPage = publicPage<View>({
  name: 'accessibility',
  section: 'about',

  read: async ({ reader, city }) => ({ label: await statementLabel(reader, updatedFor(city)) }),

  show({ label }, { lang, city, baseUrl }) {
    const texts = lang === 'pl' ? pl : en;
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: addressOf('accessibility', lang) }],
      label,
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
          <Scope label={label} lang={lang} city={city} baseUrl={baseUrl} />
          <Conformity lang={lang} />
          <WhomToAsk lang={lang} city={city} />
          <Surroundings lang={lang} city={city} />
        </>
      ),
    };
  },
});

const OnDay = ({ id, day, lang }: { id: string; day: Day; lang: Lang }) => (
  <time id={id} datetime={day}>
    {dayInWords(day, lang)}
  </time>
);

const Scope = ({ label, lang, city, baseUrl }: View & { lang: Lang; city: City; baseUrl: string }) => {
  const { scope } = lang === 'pl' ? pl : en;
  const body = label?.facts.body[lang] ?? city.title[lang];
  const address = baseUrl + addressOf('home', lang);
  return (
    <Section id={scope.id} heading={tidy(scope.heading, lang)} first>
      <p id="a11y-wstep">{tidy(city.demonstration === null ? scope.own(body) : scope.demonstration, lang)}</p>
      <SummaryList
        rows={[
          { term: scope.body, value: <span id="a11y-podmiot">{body}</span> },
          { term: scope.what, value: <span id="a11y-zakres">{tidy(scope.website(city.title[lang]), lang)}</span> },
          {
            term: scope.address,
            value: (
              <a id="a11y-url" href={address}>
                {address}
              </a>
            ),
          },
          { term: scope.published, value: <OnDay id="a11y-data-publikacja" day={statementDates.published} lang={lang} /> },
          { term: scope.updated, value: <OnDay id="a11y-data-aktualizacja" day={updatedFor(city)} lang={lang} /> },
        ]}
      />
    </Section>
  );
};

const Conformity = ({ lang }: { lang: Lang }) => {
  const { status, made } = lang === 'pl' ? pl : en;
  return (
    <>
      <Section id={status.id} heading={tidy(status.heading, lang)}>
        <div class="kg-prose">
          <p id="a11y-status">{tidy(status.text, lang)}</p>
          <ul>
            {status.missing.map((text) => (
              <li>{tidy(text, lang)}</li>
            ))}
          </ul>
          <p>{tidy(status.keyboard, lang)}</p>
        </div>
      </Section>
      <Section id={made.id} heading={tidy(made.heading, lang)}>
        <SummaryList
          rows={[
            { term: made.drawnUp, value: <OnDay id="a11y-data-sporzadzenie" day={statementDates.drawnUp} lang={lang} /> },
            { term: made.how, value: <span id="a11y-ocena">{tidy(made.assessment, lang)}</span> },
          ]}
        />
        <p>{tidy(made.limits, lang)}</p>
      </Section>
    </>
  );
};

const WhomToAsk = ({ lang, city }: { lang: Lang; city: City }) => {
  const { contact, procedure, none } = lang === 'pl' ? pl : en;
  const demonstration = city.demonstration !== null;
  const office = city.contact;
  return (
    <>
      <Section id="a11y-kontakt" heading={tidy(contact.heading, lang)}>
        <p>{tidy(office !== null ? contact.unit(office.unit[lang]) : demonstration ? contact.demonstration : contact.own, lang)}</p>
        <p>
          <a href={addressOf('feedback', lang)}>{contact.form}</a>
          {demonstration && <>. {tidy(contact.formNote, lang)}</>}
        </p>
        <SummaryList
          rows={[
            { term: contact.email, value: <span id="a11y-email">{office === null ? none : <a href={`mailto:${office.email}`}>{office.email}</a>}</span> },
            { term: contact.phone, value: <span id="a11y-telefon">{office?.phone ?? none}</span> },
          ]}
        />
      </Section>
      <Section id="a11y-procedura" heading={tidy(procedure.heading, lang)}>
        <div class="kg-prose">
          <p>{tidy(demonstration ? procedure.demonstration : procedure.own, lang)}</p>
          <ol>
            {procedure.steps.map((text) => (
              <li>{tidy(text, lang)}</li>
            ))}
          </ol>
          <p>
            <a href={ombudsman[lang]}>{procedure.ombudsman}</a>
          </p>
        </div>
      </Section>
    </>
  );
};

const Surroundings = ({ lang, city }: { lang: Lang; city: City }) => {
  const demonstration = city.demonstration !== null;
  const { apps, building, talking } = lang === 'pl' ? pl : en;
  return (
    <>
      <Section id="a11y-aplikacje" heading={tidy(apps.heading, lang)}>
        <p>{tidy(apps.text, lang)}</p>
      </Section>
      <Section id="a11y-architektura" heading={tidy(building.heading, lang)}>
        <p>{tidy(city.contact?.building[lang] ?? (demonstration ? building.demonstration : building.own), lang)}</p>
      </Section>
      <Section id="a11y-komunikacja" heading={tidy(talking.heading, lang)}>
        <div class="kg-prose">
          <p>{tidy(city.contact?.talking[lang] ?? (demonstration ? talking.demonstration : talking.own), lang)}</p>
          <h3 id={talking.easyId}>{tidy(talking.easy, lang)}</h3>
          <p>{tidy(talking.easyText, lang)}</p>
          <h3 id={talking.signId}>{tidy(talking.sign, lang)}</h3>
          <p>{tidy(talking.signText, lang)}</p>
        </div>
      </Section>
    </>
  );
};
