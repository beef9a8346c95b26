import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { textsFor } from './figures.ts';
import type { HomeView } from './read.ts';

/** What the city says of its own belonging, beside what can be counted. */
export const Claim = ({ view, city, lang }: { view: HomeView; city: City; lang: Lang }) => {
  const { claim } = textsFor(lang);
  const sum = (name: 'networks' | 'inRegister' | 'active'): number => view.directory.reduce((total, row) => total + row[name], 0);
  return (
    <Section id={claim.id} heading={tidy(claim.heading, lang)} intro={tidy([city.ownClaim?.[lang] ?? '', claim.intro].join(' ').trim(), lang)}>
      <p>{tidy(claim.finding(sum('networks'), sum('active')), lang)}</p>
      <Table
        lang={lang}
        id={`${claim.id}-1`}
        caption={claim.caption}
        cards={false}
        rows={view.directory}
        columns={[
          { head: claim.columns.scope, cell: (row) => claim.scopes[row.scope] },
          { head: claim.columns.networks, cell: (row) => numberInWords(row.networks, lang), numeric: true },
          { head: claim.columns.inRegister, cell: (row) => numberInWords(row.inRegister, lang), numeric: true },
          { head: claim.columns.active, cell: (row) => numberInWords(row.active, lang), numeric: true },
        ]}
      />
      <p class="kg-quiet">{tidy(claim.limits, lang)}</p>
    </Section>
  );
};
