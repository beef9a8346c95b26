import { CityInWorld, WhoSitsWithUs, whoSitsWithUsInWords, whoSitsWithUsTable } from '#insight/index.ts';
import { tidy } from '#lang/typography.ts';
import { KeyFigures } from '#ui/facts.tsx';
import { cityName } from '#ui/frame.tsx';
import { Empty, Section, TwoColumns } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Asked, type Shown } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { ActiveMemberships } from './active.tsx';
import { LatestChanges } from './changes.tsx';
import { Claim } from './claim.tsx';
import { listAddress } from '../organisations/query.ts';
import { captionOf, figuresOf, keyFigure, textsFor } from './figures.ts';
import { OpenOffers } from './offers.tsx';
import { Offices } from './offices.tsx';
import { periodsIn, readHome, type HomeView } from './read.ts';
import { WhyBelong } from './why.tsx';

/** The city in the world: what it belongs to, counted the way the captions say. */
export const homePage = publicPage<HomeView>({ name: 'home', read: readHome, show, json, csv: (view, { lang }) => whoSitsWithUsTable(view.company, lang) });

/** So many figures are as high as the map beside them; the others stand below both in one row. */
const besideMap = 4;

function show(view: HomeView, asked: Asked): Shown {
  const { lang, city, today } = asked;
  const texts = textsFor(lang);
  const title = texts.title(cityName(city, lang));
  const all = periodsIn(view, {});
  const [headline, ...others] = figuresOf(view, lang).map((figure) => keyFigure(figure, lang));
  const notes = sourceNotes();
  return {
    title,
    description: texts.description(cityName(city, lang)),
    label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
    until: view.offers.until,
    content:
      all === 0 ? (
        <>
          <div class="kg-hero">
            <h1 class="kg-hero__text">{tidy(title, lang)}</h1>
          </div>
          <Empty title={siteTexts(lang).notYet.title}>
            <p>{siteTexts(lang).notYet.lead}</p>
          </Empty>
        </>
      ) : (
        <>
          <div class="kg-hero">
            <div class="kg-hero__text">
              <h1>{tidy(title, lang)}</h1>
              <p class="kg-lead">
                {tidy(texts.lead(all, view.organisations, periodsIn(view, { status: 'active' }), periodsIn(view, { status: 'active', scope: 'international' })), lang)}
              </p>
              {headline && (
                <div class="kg-headline">
                  <KeyFigures figures={[headline]} />
                </div>
              )}
              <h2 class="kg-vh">{tidy(texts.figures.heading, lang)}</h2>
              <KeyFigures figures={others.slice(0, besideMap)} />
            </div>
            <div class="kg-hero__map">
              <CityInWorld view={view.world} city={city} lang={lang} csvHref={listAddress(lang, { view: 'map' }, '.csv')} />
            </div>
            <div class="kg-hero__rest">
              <h2 class="kg-vh">{tidy(texts.figures.more, lang)}</h2>
              <KeyFigures figures={others.slice(besideMap)} />
              <p class="kg-quiet">{tidy(texts.figures.intro, lang)}</p>
            </div>
          </div>
          <section class="kg-sec" aria-labelledby={lang === 'pl' ? 'nalezy' : 'belongs'}>
            <div class="kg-sec__all">
              <ActiveMemberships view={view} lang={lang} today={today} />
            </div>
          </section>
          <OpenOffers view={view} asked={asked} />
          <TwoColumns label={texts.news}>
            <Offices view={view} lang={lang} notes={notes} />
            <LatestChanges view={view} lang={lang} timeZone={city.timeZone} />
          </TwoColumns>
          <WhyBelong view={view} lang={lang} />
          <Section id={lang === 'pl' ? 'kto-z-nami' : 'company'} heading={tidy(texts.company, lang)} intro={whoSitsWithUsInWords(view.company, lang)} wide>
            <WhoSitsWithUs view={view.company} lang={lang} id="who-sits-with-us" csvHref={`${addressOf('home', lang)}.csv`} />
          </Section>
          <Claim view={view} city={city} lang={lang} />
          <SourceSection notes={notes} lang={lang} />
        </>
      ),
  };
}

function json(view: HomeView, { lang, city, today, baseUrl }: Asked): Record<string, unknown> {
  return {
    city: { slug: city.slug, name: city.name, country: city.country, position: city.position },
    on: today,
    organisations: view.organisations,
    figures: figuresOf(view, lang).map((figure) => ({
      name: figure.name,
      value: figure.value,
      of: figure.of ?? null,
      caption: captionOf(figure, lang),
      filter: figure.filter ?? null,
      address: baseUrl + figure.address,
    })),
    effectsByArea: view.effects.byArea,
    label: view.label ?? null,
  };
}
