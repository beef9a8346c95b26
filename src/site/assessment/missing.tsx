import type { MembershipSummary, Summary } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Fold } from '#ui/figures/figure.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { byName, ofStanding } from './summary-groups.ts';
import { textsFor } from './texts.ts';

/** What nobody has documented: what to collect, never a reproach. */
export const Missing = ({ summary, lang }: { summary: Summary; lang: Lang }) => {
  const { missing } = textsFor(lang);
  const lasting = byName(ofStanding(summary).lasting, lang);
  if (lasting.length === 0) return null;
  const without = lasting.filter(({ effects }) => effects.count === 0);
  const feeUnknown = lasting.filter(({ collect }) => collect.isFeeUnknown).length;
  return (
    <Section id={missing.id} heading={tidy(missing.heading, lang)} intro={tidy(missing.intro, lang)}>
      {without.length === 0 ? <p>{tidy(missing.effectsAll, lang)}</p> : <p>{tidy(missing.effectsUnknown(without.length, lasting.length), lang)}</p>}
      {without.length > 0 && (
        <ul class="kg-names">
          {without.map((one) => (
            <li>
              <a href={addressOf('organisation', lang, { slug: one.organisation })}>
                <InLang text={one.name} lang={lang} note={false} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {feeUnknown > 0 && (
        <p>
          <a href={addressOf('costs', lang)}>{tidy(missing.feeUnknown(feeUnknown, lasting.length), lang)}</a>
        </p>
      )}
      <Fold summary={missing.summary(lasting.length)}>
        <Table
          lang={lang}
          id="missing-table"
          caption={missing.caption}
          rows={lasting}
          columns={[
            { head: missing.columns.membership, cell: (one) => <InLang text={one.name} lang={lang} note={false} /> },
            { head: missing.columns.collect, cell: (one) => tidy(toCollect(one, lang).join(', '), lang) },
          ]}
        />
      </Fold>
    </Section>
  );
};

function toCollect({ collect }: MembershipSummary, lang: Lang): string[] {
  const { missing } = textsFor(lang);
  return [
    ...(collect.isFeeUnknown ? [missing.fee] : []),
    ...(collect.effectsWithoutDate === 0 ? [] : [missing.withoutDate(collect.effectsWithoutDate)]),
    ...(collect.effectsWithoutSource === 0 ? [] : [missing.withoutSource(collect.effectsWithoutSource)]),
    ...collect.indicators.filter((one) => one !== 'cash').map((one) => missing.indicators[one]),
  ];
}
