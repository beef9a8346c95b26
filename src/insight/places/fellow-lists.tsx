import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { compareTexts, countryName } from '#lang/names.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { Fold } from '#ui/figures/figure.tsx';
import { figureWords } from '#ui/figures/words.ts';
import type { Fellow, FellowCitiesView } from './fellows.ts';
import { placeName } from './place-name.ts';

/** Cities that also share other networks, named first. */
const mostSharing = 14;
/** Countries with their own heading; the others follow in one group, and are folded where they are many. */
const mostCountries = 6;
const leastForHeading = 3;
/** Names on the page; the file has them all. */
const mostNames = 1200;

/** The cities of one list: first those that sit with us elsewhere too, then all by country. */
export const CityLists = ({ view, city, lang }: { view: FellowCitiesView; city: City; lang: Lang }) => {
  const { fellow } = figureWords(lang);
  const compare = compareTexts(lang);
  const shown = view.fellows.slice(0, mostNames);
  const names = (fellows: readonly Fellow[]): string =>
    fellows
      .map((one) => placeName(one, lang))
      .toSorted(compare)
      .join(', ');
  const sharing = view.fellows.filter((one) => one.others > 0).toSorted((a, b) => b.others - a.others || a.km - b.km);
  const groups = [...Map.groupBy(shown, (one) => one.country)]
    .map(([country, fellows]) => ({ country, name: countryName(country, lang), fellows }))
    .toSorted((a, b) => Number(b.country === city.country) - Number(a.country === city.country) || b.fellows.length - a.fellows.length || compare(a.name, b.name));
  const headed = groups.filter((group) => group.country === city.country || group.fellows.length >= leastForHeading).slice(0, mostCountries);
  const others = groups.filter((group) => !headed.includes(group)).toSorted((a, b) => compare(a.name, b.name));
  const inOthers = others.reduce((sum, group) => sum + group.fellows.length, 0);
  const rest = others.map((group) => (
    <div>
      <dt>{tidy(fellow.group(group.name, group.fellows.length), lang)}</dt>
      <dd>{names(group.fellows)}</dd>
    </div>
  ));
  return (
    <div>
      <dl class="kg-cities">
        {sharing.length > 0 && (
          <div>
            <dt>{fellow.sharing}</dt>
            <dd>
              {sharing.slice(0, mostSharing).map((one, index) => (
                <>
                  {index > 0 && ', '}
                  {placeName(one, lang)}
                  {'\u00a0'}
                  <span class="kg-quiet">{numberInWords(one.others, lang)}</span>
                </>
              ))}
              {sharing.length > mostSharing && `, ${tidy(fellow.sharingMore(sharing.length - mostSharing), lang)}`}
            </dd>
          </div>
        )}
        {headed.map((group) => (
          <div>
            <dt>{tidy(fellow.group(group.name, group.fellows.length), lang)}</dt>
            <dd>{names(group.fellows)}</dd>
          </div>
        ))}
        {view.unplaced.length > 0 && (
          <div>
            <dt>{tidy(fellow.unplaced(view.unplaced.length), lang)}</dt>
            <dd>
              {view.unplaced
                .slice(0, mostNames)
                .map((entry) => `${entry.name} (${countryName(entry.country, lang)})`)
                .join(', ')}
            </dd>
          </div>
        )}
      </dl>
      {others.length > 0 && (
        <Fold summary={tidy(fellow.rest(others.length, inOthers), lang)}>
          <dl class="kg-cities kg-cities--small">{rest}</dl>
        </Fold>
      )}
      {view.fellows.length > shown.length && <p>{tidy(fellow.leftOut(view.fellows.length - shown.length), lang)}</p>}
    </div>
  );
};
