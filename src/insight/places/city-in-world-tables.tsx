import type { Lang } from '#lang/lang.ts';
import { compareTexts, countryName } from '#lang/names.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { inLang, type BelongedTo } from '#register/index.ts';
import { figureWords } from '#ui/figures/words.ts';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { placeName } from './place-name.ts';
import type { CityInWorldView } from './world.ts';

/** Names of organisations in the order of the reader's alphabet, each leading to its page. */
export const OrganisationLinks = ({ organisations, lang }: { organisations: readonly BelongedTo[]; lang: Lang }) => {
  const byName = organisations.toSorted((a, b) => compareTexts(lang)(inLang(a.shortName, lang), inLang(b.shortName, lang)));
  return (
    <>
      {byName.map((organisation, index) => (
        <>
          {index > 0 && ', '}
          <a href={addressOf('organisation', lang, { slug: organisation.slug })}>{tidy(inLang(organisation.shortName, lang), lang)}</a>
        </>
      ))}
    </>
  );
};

/** How many names a group of the table shows. */
const examples = 6;

/** The map as tables: its seats, and its cities by the number of shared networks. */
export const WorldTables = ({ view, lang }: { view: CityInWorldView; lang: Lang }) => {
  const { world, km } = figureWords(lang);
  const { table } = world;
  const nearest = (shared: number): string =>
    view.cities
      .filter((one) => one.shared === shared)
      .slice(0, examples)
      .map((one) => placeName(one, lang))
      .join(', ');
  return (
    <>
      {view.seats.length > 0 && (
        <Table
          lang={lang}
          id="world-seats"
          caption={table.seats}
          captionShown
          rows={view.seats.map((seat, index) => ({ ...seat, number: index + 1 }))}
          columns={[
            { head: table.seat, cell: (seat) => `${seat.number}. ${inLang(seat.city, lang)}` },
            { head: table.country, cell: (seat) => countryName(seat.country, lang) },
            { head: table.source, cell: (seat) => (seat.confirmed.length === 0 ? table.open : seat.unconfirmed.length === 0 ? table.confirmed : table.some) },
            { head: table.organisations, cell: (seat) => [...seat.confirmed, ...seat.unconfirmed].map((organisation) => inLang(organisation.shortName, lang)).join(', ') },
            { head: table.distance, numeric: true, cell: (seat) => tidy(km(Math.round(seat.km)), lang) },
          ]}
        />
      )}
      {view.groups.length > 0 && (
        <Table
          lang={lang}
          id="world-cities"
          caption={table.groups}
          captionShown
          rows={view.groups}
          columns={[
            { head: table.shared, cell: (group) => numberInWords(group.shared, lang) },
            { head: table.nearest, cell: (group) => nearest(group.shared) },
            { head: table.cities, numeric: true, cell: (group) => numberInWords(group.places, lang) },
          ]}
        />
      )}
    </>
  );
};
