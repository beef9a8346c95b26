import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { Fold } from '#ui/figures/figure.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { textsFor } from '../texts.ts';
import type { CycleFigures } from './figures.ts';

/** The weights at which two memberships would swap: how much hangs on what somebody found important. */
export const Sensitive = ({ figures: { swaps }, lang }: { figures: CycleFigures; lang: Lang }) => {
  const { sensitive } = textsFor(lang);
  const weight = (value: number): string => numberInWords(Math.round(value * 1000) / 10, lang);
  return (
    <Section id={sensitive.id} heading={tidy(sensitive.heading, lang)} intro={tidy(sensitive.intro, lang)}>
      {swaps.length === 0 ? (
        <p>{tidy(sensitive.none, lang)}</p>
      ) : (
        <Fold summary={sensitive.caption}>
          <Table
            lang={lang}
            id="swaps-table"
            caption={sensitive.caption}
            rows={swaps}
            columns={[
              {
                head: sensitive.columns.pair,
                cell: ({ one, other }) => (
                  <>
                    <InLang text={one.name} lang={lang} note={false} /> – <InLang text={other.name} lang={lang} note={false} />
                  </>
                ),
              },
              { head: sensitive.columns.criterion, cell: ({ criterion }) => <InLang text={criterion.name} lang={lang} note={false} /> },
              { head: sensitive.columns.now, numeric: true, cell: ({ now }) => weight(now) },
              { head: sensitive.columns.at, numeric: true, cell: ({ at }) => weight(at) },
            ]}
          />
        </Fold>
      )}
    </Section>
  );
};
