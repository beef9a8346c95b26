import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import type { Text } from '#publishing/facts.ts';
import { inLang } from '#register/index.ts';
import { AzimuthalMap, DotsSign } from '#ui/figures/azimuthal-map.tsx';
import { Figure } from '#ui/figures/figure.tsx';
import { figureWords } from '#ui/figures/words.ts';
import { InLang } from '#ui/prose.tsx';
import { Table } from '#ui/table.tsx';
import { continentLaw, kmOfAngle, worldLaw, type Law } from './azimuthal.ts';
import { drawMap, type Dot } from './drawing.ts';
import { CityLists } from './fellow-lists.tsx';
import type { Fellow, FellowCitiesView } from './fellows.ts';
import { placeName } from './place-name.ts';
import { cityName, cityOf } from './texts.ts';

type Props = {
  view: FellowCitiesView;
  city: City;
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** The organisation's short name. */
  organisation: Text;
  csvHref?: string;
};

const radius = 200;
const regional = continentLaw(radius);
const worldwide = worldLaw(radius);
/** Fellow cities of one organisation: a small map, and the list by country. */
export const FellowCities = ({ view, city, lang, id, organisation, csvHref }: Props) => {
  const { fellow } = figureWords(lang);
  if (!view.list || view.list.listedMembers === 0) return <p>{fellow.none}</p>;
  if (view.fellows.length === 0 && view.unplaced.length === 0) return <p>{fellow.noneListed}</p>;
  return (
    <div class="kg-cities__grid">
      {view.fellows.length > 0 ? <FellowMap view={view} city={city} lang={lang} id={id} organisation={organisation} csvHref={csvHref} /> : <div></div>}
      <CityLists view={view} city={city} lang={lang} />
    </div>
  );
};

/** How much of the list is known, for the heading beside it; nothing where there is no list. */
export const FellowCoverage = ({ view, lang }: { view: FellowCitiesView; lang: Lang }) => {
  return view.list?.coverage && view.list.listedMembers > 0 ? <InLang text={view.list.coverage.says} lang={lang} /> : null;
};

const FellowMap = ({ view, city, lang, id, organisation, csvHref }: Props & { csvHref: string | undefined }) => {
  const { fellow, km } = figureWords(lang);
  const law = lawFor(view);
  const seat = view.seat;
  const position = seat && seat.value.lat !== undefined && seat.value.lon !== undefined ? { lat: seat.value.lat, lon: seat.value.lon } : null;
  const seatCity = seat?.value.city ? inLang(seat.value.city, lang) : undefined;
  const confirmed = seat?.confirmed !== false;
  const drawing = drawMap({
    centre: city.position,
    name: cityName(city, lang),
    law,
    dots: view.fellows.map(dotOf).toSorted((a, b) => a.size - b.size),
    seats: position ? [{ position, confirmed }] : [],
    rings: (law === regional ? [500, 1000, 2000] : [500, 1000, 2500, 5000, 9000]).map((far) => ({ km: far, text: law === worldwide && far === 500 ? null : tidy(km(far), lang) })),
    compass: false,
    pinRadius: 5.5,
    land: { id: `${id}-land` },
    ...(seatCity === undefined ? {} : { seatName: seatCity }),
  });
  const shown = drawing.seats.length > 0 && seatCity !== undefined;
  return (
    <Figure
      lang={lang}
      csvHref={csvHref}
      signs={[{ sign: <DotsSign from={1} />, text: fellow.keyDots }]}
      table={<FellowTable view={view} lang={lang} id={id} />}
      caption={
        <p>
          {tidy(fellow.caption(drawing.shown, view.fellows.length, cityName(city, lang)), lang)}
          {shown && ` ${confirmed ? fellow.seat(seatCity) : fellow.seatOpen(seatCity)}`}
        </p>
      }
    >
      <AzimuthalMap id={id} title={fellow.mapTitle(inLang(organisation, lang), cityName(city, lang))} finding={fellowFinding(view, city, lang)} drawing={drawing} />
    </Figure>
  );
};

/** Rows of the folded table; the file has them all. */
const mostRows = 60;

const FellowTable = ({ view, lang, id }: { view: FellowCitiesView; lang: Lang; id: string }) => {
  const { fellow, km } = figureWords(lang);
  const { table } = fellow;
  return (
    <Table
      lang={lang}
      id={`${id}-table`}
      caption={table.caption(Math.min(mostRows, view.fellows.length), view.fellows.length)}
      captionShown
      rows={view.fellows.slice(0, mostRows)}
      columns={[
        { head: table.city, cell: (one) => placeName(one, lang) },
        { head: table.country, cell: (one) => countryName(one.country, lang) },
        { head: table.distance, numeric: true, cell: (one) => tidy(km(Math.round(one.km)), lang) },
        { head: table.others, numeric: true, cell: (one) => numberInWords(one.others, lang) },
      ]}
    />
  );
};

/** What the map shows, in one sentence. */
function fellowFinding(view: FellowCitiesView, city: City, lang: Lang): string {
  const all = view.fellows.length;
  const within = (km: number): number => view.fellows.filter((one) => one.km <= km).length;
  const ring = [500, 1000, 1500, 2500, 5000, 9000].find((km) => within(km) * 2 >= all) ?? 20_000;
  const countries = new Set(view.fellows.map((one) => one.country)).size;
  return figureWords(lang).fellow.finding(all, countries, within(ring), ring, cityOf(city, lang));
}

/** Europe alone where nearly all members are there; otherwise the world. */
function lawFor(view: FellowCitiesView): Law {
  const inside = view.fellows.filter((one) => one.km <= kmOfAngle(regional.widest)).length;
  return inside >= view.fellows.length * 0.9 ? regional : worldwide;
}

/** Even a city with no other shared network must be seen on a map this small. */
const sizes = [1, 2, 3] as const;
const dotOf = ({ lat, lon, others }: Fellow): Dot => ({ lat, lon, size: sizes[Math.min(others, 2)] ?? 1 });
