import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { listInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { inLang, type BelongedTo } from '#register/index.ts';
import { AzimuthalMap, DotsSign, SeatSign } from '#ui/figures/azimuthal-map.tsx';
import { Figure } from '#ui/figures/figure.tsx';
import { figureWords } from '#ui/figures/words.ts';
import { addressOf } from '#web/paths.ts';
import { kmOfAngle, worldLaw } from './azimuthal.ts';
import { drawMap, type Dot } from './drawing.ts';
import { mostCities, type FellowCity } from './shared-places.ts';
import { OrganisationLinks, WorldTables } from './city-in-world-tables.tsx';
import { cityName, cityOf, coverageInWords } from './texts.ts';
import type { CityInWorldView } from './world.ts';

type Props = { view: CityInWorldView; city: City; lang: Lang; csvHref?: string };

/** More pins than this could not be told apart; the list says how many seats there are beyond. */
const mostPins = 28;
/** On a phone more dots than this would hide the land; then only those with two shared networks or more are shown. */
const mostDotsOnPhone = 200;
const rings = [500, 1000, 2500, 5000, 9000];
/** The rim, rounded down to what can be said of the cities beyond it. */
const rimKm = Math.floor(kmOfAngle(88) / 100) * 100;
const [wide, narrow] = [worldLaw(280), worldLaw(170)];

/** The city in the world: a map with the seats of its organisations and its fellow cities, and beside it the seats in their order. */
export const CityInWorld = ({ view, city, lang, csvHref }: Props) => {
  const words = figureWords(lang);
  const { world } = words;
  const { large, small, thinned } = drawings(view, city, lang);
  const title = world.title(cityName(city, lang));
  return (
    <div class="kg-map">
      <Figure
        lang={lang}
        csvHref={csvHref}
        signs={[
          { sign: <SeatSign confirmed />, text: world.keySeat },
          { sign: <SeatSign confirmed={false} />, text: world.keyOpen },
          { sign: <DotsSign />, text: world.keyDots },
        ]}
        caption={
          <>
            <p>
              {tidy(world.reading(cityOf(city, lang)), lang)} <span class={thinned ? 'kg-only-l' : undefined}>{tidy(shownInWords(view, large.shown, lang), lang)}</span>
              {thinned && <span class="kg-only-s">{tidy(world.smallMap(small.shown), lang)}</span>}
            </p>
            <p>
              {tidy(coverageInWords(view.coverage, lang), lang)} {view.unplaced > 0 && tidy(world.unplaced(view.unplaced), lang)}
            </p>
          </>
        }
        table={<WorldTables view={view} lang={lang} />}
      >
        <div class="kg-only-l">
          <AzimuthalMap id="world" title={title} finding={worldFinding(view, { city, lang, shown: large.shown })} drawing={large} />
        </div>
        <div class="kg-only-s">
          <AzimuthalMap id="world-small" title={title} finding={worldFinding(view, { city, lang, shown: small.shown, thinned })} drawing={small} />
        </div>
      </Figure>
      <SeatsList view={view} lang={lang} />
    </div>
  );
};

type Drawings = { large: WorldDrawing; small: WorldDrawing; thinned: boolean };
type WorldDrawing = ReturnType<typeof drawMap>;

/** Finding room for the pins takes a while, so each view is drawn once for each language and city. */
const drawn = new WeakMap<CityInWorldView, Map<string, Drawings>>();

function drawings(view: CityInWorldView, city: City, lang: Lang): Drawings {
  const ofView = drawn.get(view) ?? new Map<string, Drawings>();
  drawn.set(view, ofView);
  const key = `${lang} ${city.slug}`;
  const known = ofView.get(key);
  if (known) return known;
  const words = figureWords(lang);
  const seats = view.seats.slice(0, mostPins).map((seat) => ({ position: seat.position, confirmed: seat.confirmed.length > 0 }));
  const common = { centre: city.position, name: cityName(city, lang), seats };
  const large = drawMap({
    ...common,
    law: wide,
    dots: view.cities.map(dotOf),
    rings: rings.map((km) => ({ km, text: tidy(words.km(km), lang) })),
    compass: true,
    pinRadius: 9,
    land: { id: 'world-land' },
  });
  const thinned = view.cities.length > mostDotsOnPhone;
  const small = drawMap({
    ...common,
    law: narrow,
    dots: (thinned ? view.cities.filter((one) => one.shared > 1) : view.cities).map(dotOf),
    rings: rings.map((km) => ({ km, text: km < 2500 ? null : tidy(words.km(km), lang) })),
    compass: false,
    pinRadius: 9,
    land: { of: 'world-land', scale: Math.round((narrow.radius / wide.radius) * 100_000) / 100_000 },
  });
  const both = { large, small, thinned };
  ofView.set(key, both);
  return both;
}

/** What the map shows, in one sentence. */
export function worldFinding(view: CityInWorldView, { city, lang, shown, thinned = false }: { city: City; lang: Lang; shown: number; thinned?: boolean }): string {
  const { world } = figureWords(lang);
  const farthest = view.seats.at(-1);
  const dots = view.total === 0 ? world.noDots : thinned ? world.dotsFrequent(shown) : world.dots(shown, view.total, rimKm);
  if (!farthest) return `${world.noSeats}${dots}.`;
  const place = inLang(farthest.city, lang);
  if (view.seats.length === 1) return `${world.oneSeat(place, Math.round(farthest.km), cityOf(city, lang))}${dots}.`;
  const ring = rings.find((km) => view.seats.filter((seat) => seat.km <= km).length * 3 >= view.seats.length * 2) ?? Math.ceil(farthest.km / 1000) * 1000;
  const within = view.seats.filter((seat) => seat.km <= ring).length;
  return `${world.seats(within, view.seats.length, ring, cityOf(city, lang), place, Math.round(farthest.km))}${dots}.`;
}

function shownInWords(view: CityInWorldView, shown: number, lang: Lang): string {
  const { world } = figureWords(lang);
  if (shown === view.total) return '';
  return view.total > mostCities ? world.mostShown(shown, view.total) : world.beyond(shown, view.total);
}

const sizes = [0, 1, 2, 3] as const;
const dotOf = ({ lat, lon, shared }: FellowCity): Dot => ({ lat, lon, size: sizes[Math.min(shared, 4) - 1] ?? 0 });

/** The seats from the nearest, numbered as on the map, and those that nobody knows. */
const SeatsList = ({ view, lang }: { view: CityInWorldView; lang: Lang }) => {
  const { world, km } = figureWords(lang);
  const contested = [...view.seats.flatMap((seat) => [...seat.confirmed, ...seat.unconfirmed]), ...view.cityUnknown].filter((organisation) => organisation.seat.length > 1);
  return (
    <div class="kg-seats">
      <h2>{world.list}</h2>
      <ol>
        {view.seats.slice(0, mostPins).map((seat, index) => (
          <li>
            <span class={seat.confirmed.length > 0 ? 'n' : 'n n--open'} aria-hidden="true">
              {index + 1}
            </span>
            <b>{inLang(seat.city, lang)}</b>
            <span class="km">{tidy(km(Math.round(seat.km)), lang)}</span>
            {seat.confirmed.length > 0 && (
              <span class="o">
                <OrganisationLinks organisations={seat.confirmed} lang={lang} />
              </span>
            )}
            {seat.unconfirmed.length > 0 && (
              <span class="o o--open">
                <span class="q">{world.unconfirmed}</span> <OrganisationLinks organisations={seat.unconfirmed} lang={lang} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {view.seats.length > mostPins && <p>{tidy(world.more(view.seats.length - mostPins), lang)}</p>}
      <Rest
        head={world.also}
        organisations={contested}
        lang={lang}
        said={(organisation) => world.alsoOther(inLang(organisation.shortName, lang), otherSeats(organisation, lang))}
      />
      <Rest
        head={world.cityUnknown}
        organisations={view.cityUnknown}
        lang={lang}
        said={(organisation) =>
          [inLang(organisation.shortName, lang), organisation.seat[0] && `(${countryName(organisation.seat[0].value.country, lang)})`].filter(Boolean).join(' ')
        }
      />
      <Rest head={world.seatUnknown} organisations={view.seatUnknown} lang={lang} said={(organisation) => inLang(organisation.shortName, lang)} />
    </div>
  );
};

const Rest = ({ head, organisations, lang, said }: { head: string; organisations: readonly BelongedTo[]; lang: Lang; said: (organisation: BelongedTo) => string }) =>
  organisations.length === 0 ? null : (
    <p>
      {head}{' '}
      {organisations.map((organisation, index) => (
        <>
          {index > 0 && ', '}
          <a href={addressOf('organisation', lang, { slug: organisation.slug })}>{tidy(said(organisation), lang)}</a>
        </>
      ))}
      .
    </p>
  );

const otherSeats = (organisation: BelongedTo, lang: Lang): string =>
  listInWords(
    organisation.seat.slice(1).map(({ value }) => (value.city === null ? countryName(value.country, lang) : inLang(value.city, lang))),
    lang,
  );
