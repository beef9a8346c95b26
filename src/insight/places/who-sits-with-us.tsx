import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { inLang } from '#register/index.ts';
import { Figure } from '#ui/figures/figure.tsx';
import { Matrix } from '#ui/figures/matrix.tsx';
import { figureWords } from '#ui/figures/words.ts';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { OrganisationLinks } from './city-in-world-tables.tsx';
import { placeName } from './place-name.ts';
import type { SharedNetwork } from './shared-places.ts';
import { coverageInWords } from './texts.ts';
import type { WhoSitsWithUsView } from './world.ts';

type Props = {
  view: WhoSitsWithUsView;
  lang: Lang;
  /** Unique on the page. */
  id: string;
  csvHref?: string;
};

/** Who sits with us: cities by organisations, the most shared first, and how complete each list is. */
export const WhoSitsWithUs = ({ view, lang, id, csvHref }: Props) => {
  const { table, coverage } = figureWords(lang);
  if (view.rows.length === 0) return <p>{table.nobody}</p>;
  const short = (network: SharedNetwork): string => coverage.short[network.coverage?.completeness ?? 'partial'];
  return (
    <Figure lang={lang} csvHref={csvHref} caption={<Under view={view} lang={lang} />} table={<Lists view={view} lang={lang} />} tableSummary={coverage.heading}>
      <Matrix
        id={id}
        caption={tidy(table.caption, lang)}
        rowsHead={table.city}
        totalHead={table.total}
        columns={view.columns.map((network) => ({
          head: <a href={addressOf('organisation', lang, { slug: network.organisation.slug })}>{inLang(network.organisation.shortName, lang)}</a>,
          under: short(network),
        }))}
        rows={view.rows.map((row) => ({ head: placeName(row, lang), marks: view.columns.map((network) => row.networks.has(network.id)), total: row.shared }))}
        words={{ mark: table.mark, none: (column) => (view.columns[column]?.coverage?.completeness === 'complete' ? table.notListed : table.notKnown) }}
      />
    </Figure>
  );
};

/** For the heading beside the table: what is shown, what is left out. */
export function whoSitsWithUsInWords(view: WhoSitsWithUsView, lang: Lang): string {
  const { table } = figureWords(lang);
  const first = view.rows[0];
  if (!first) return '';
  const said = [table.finding(placeName(first, lang), first.shared, view.coverage.listed)];
  said.push(view.rows.length < view.total ? table.top(view.rows.length, view.total) : table.all(view.rows.length));
  return tidy(said.join(' '), lang);
}

const Under = ({ view, lang }: { view: WhoSitsWithUsView; lang: Lang }) => {
  const { table } = figureWords(lang);
  const last = view.rows.at(-1);
  return (
    <p>
      {last && view.tied > 0 && `${tidy(table.tied(view.tied, last.shared), lang)} `}
      {tidy(coverageInWords(view.coverage, lang), lang)}
      {view.without.length > 0 && (
        <>
          {' '}
          {table.without} <OrganisationLinks organisations={view.without.map((network) => network.organisation)} lang={lang} />.
        </>
      )}
    </p>
  );
};

/** How complete each list is, in its own words. */
const Lists = ({ view, lang }: { view: WhoSitsWithUsView; lang: Lang }) => (
  <dl class="kg-coverage">
    {[...view.columns, ...view.without].map((network) => (
      <div>
        <dt>{inLang(network.organisation.shortName, lang)}</dt>
        <dd>{network.coverage ? <InLang text={network.coverage.says} lang={lang} /> : figureWords(lang).coverage.none}</dd>
      </div>
    ))}
  </dl>
);
