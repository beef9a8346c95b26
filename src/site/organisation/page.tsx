import { tidy } from '#lang/typography.ts';
import { FellowCities, FellowCoverage } from '#insight/index.ts';
import { inLang } from '#register/index.ts';
import { Paragraphs } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Asked } from '../page.ts';
import { textsFor as feedTexts } from '../machine/feed.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { CostsSection } from './costs.tsx';
import { HappeningsSection, RoleSection } from './doings.tsx';
import { OrganisationHead } from './head.tsx';
import { organisationJson, organisationJsonLd, organisationCsv } from './machine.ts';
import { MembershipSection } from './membership.tsx';
import { OffersSection } from './offers.tsx';
import { readOrganisation, type View } from './read.ts';
import { Remarks } from './remarks.tsx';
import { ProceedingsSection } from './representing.tsx';
import { ResultsSection } from './results.tsx';
import { textsFor } from './texts.ts';

/** One organisation with everything that is known of it and of the city in it. */
export const organisationPage = publicPage<View>({
  name: 'organisation',
  section: 'organisations',
  read: readOrganisation,
  show: (view, asked) => {
    const { lang, today } = asked;
    const { slug, body } = view.record;
    return {
      title: inLang(body.name, lang),
      description: inLang(body.summary, lang),
      crumbs: [
        { text: siteTexts(lang).nav.organisations, href: addressOf('organisations', lang) },
        { text: inLang(body.shortName, lang), href: addressOf('organisation', lang, { slug }) },
      ],
      label: view.label && { facts: view.label, history: addressOf('history', lang, { kind: 'organisations', slug }) },
      feeds: [{ href: `${addressOf('organisation', lang, { slug })}.atom`, title: feedTexts(lang).organisation(inLang(body.shortName, lang)) }],
      jsonLd: organisationJsonLd(view, asked),
      canonicalQuery: view.on === today ? '' : `on=${view.on}`,
      until: view.until,
      content: <OrganisationContent view={view} asked={asked} />,
    };
  },
  json: organisationJson,
  csv: organisationCsv,
});

const OrganisationContent = ({ view, asked }: { view: View; asked: Asked }) => {
  const { lang, city, today } = asked;
  const { slug, body } = view.record;
  const texts = textsFor(lang);
  const notes = sourceNotes();
  const own = addressOf('organisation', lang, { slug });
  return (
    <>
      <OrganisationHead view={view} lang={lang} notes={notes} today={today} />
      {view.periods.map((period) => (
        <MembershipSection view={view} period={period} lang={lang} notes={notes} />
      ))}
      <CostsSection view={view} lang={lang} notes={notes} />
      <RoleSection view={view} lang={lang} notes={notes} />
      <ProceedingsSection view={view} lang={lang} notes={notes} />
      <HappeningsSection view={view} lang={lang} notes={notes} />
      <ResultsSection view={view} lang={lang} notes={notes} />
      <OffersSection view={view} asked={asked} />
      <Section id={texts.anchors.fellows} heading={tidy(texts.fellows, lang)} intro={<FellowCoverage view={view.fellows} lang={lang} />}>
        <FellowCities view={view.fellows} city={city} lang={lang} id="fellow-cities" organisation={body.shortName} csvHref={`${own}.csv?table=cities`} />
      </Section>
      <Section id={texts.anchors.about} heading={tidy(texts.about, lang)}>
        <div>
          <Paragraphs text={body.description} lang={lang} after={<SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />} />
        </div>
        <Remarks remarks={body.remarks} sources={body.sources} lang={lang} notes={notes} />
        <p class="kg-quiet">
          {texts.downloads}: <a href={`${own}.json`}>{siteTexts(lang).download.json}</a>, <a href={`${own}.csv`}>{siteTexts(lang).download.csv}</a>
        </p>
      </Section>
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
