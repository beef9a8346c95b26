import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import { tidy } from '#lang/typography.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import {
  askTypes,
  costGroups,
  feesKnown,
  inLang,
  listAsks,
  organisationsBelongedTo,
  withKnownFee,
  type AskWithOrganisation,
  type Kept,
  type Organisation,
} from '#register/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { InLang } from '#ui/prose.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type CsvTable } from '../page.ts';
import { askAsData, askCells, askColumns } from './machine.ts';
import { CostTables } from './cost-tables.tsx';
import { textsFor } from './texts.ts';

type View = { asks: AskWithOrganisation[]; organisations: Kept<Organisation>[]; fees: { known: number; of: number }; label: LabelFacts | undefined };

/** "Ile kosztują członkostwa?": what is known, and for how many it is not. */
export const costsPage = publicPage<View>({
  name: 'costs',
  section: 'costs',

  async read({ reader, lang }) {
    const compare = compareTexts(lang);
    const organisations = await organisationsBelongedTo(reader);
    return {
      asks: await listAsks(reader),
      organisations: organisations.toSorted((a, b) => compare(inLang(a.body.shortName, lang), inLang(b.body.shortName, lang))),
      fees: await feesKnown(reader),
      label: await labelOfLatest(reader, ['ask', 'membership', 'organisation']),
    };
  },

  show(view, { lang }) {
    const texts = textsFor(lang);
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.nav, href: addressOf('costs', lang) }],
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      content: <Content view={view} lang={lang} />,
    };
  },

  json(view, { lang }) {
    const known = withKnownFee(view.asks);
    return {
      feesKnown: view.fees,
      sums: askTypes.flatMap((type) =>
        costGroups(view.asks, type).flatMap(({ currency, sum, organisations, years, yearsUnknown }) =>
          currency === null ? [] : [{ type, currency, sumOfKnown: sum, organisations, years, yearsUnknown }],
        ),
      ),
      feeNotKnown: view.organisations
        .filter(({ slug }) => !known.has(slug))
        .map(({ slug, body }) => ({ slug, name: body.name, address: addressOf('organisation', lang, { slug }) })),
      feeRules: view.organisations.flatMap(({ slug, body }) => (body.feeRule === undefined ? [] : [{ organisation: slug, ...body.feeRule }])),
      items: view.asks.map((ask) => askAsData(ask, lang)),
      total: view.asks.length,
      page: 1,
      pageSize: view.asks.length,
      label: view.label ?? null,
    };
  },

  csv: (view, { lang }): CsvTable => ({ name: 'costs', columns: askColumns, rows: view.asks.map((ask) => askCells.map(([, cell]) => cell(ask, lang))) }),
});

const Content = ({ view, lang }: { view: View; lang: Lang }) => {
  const texts = textsFor(lang);
  const notes = sourceNotes();
  const { known, of } = view.fees;
  const fees = costGroups(view.asks, 'fee');
  const knownFees = withKnownFee(view.asks);
  const unknown = view.organisations.filter((organisation) => !knownFees.has(organisation.slug));
  const address = addressOf('costs', lang);
  const others = (['programme-spending', 'travel', 'hosting', 'own-contribution', 'staff-hours'] as const).map((type) => ({ type, groups: costGroups(view.asks, type) }));
  return (
    <>
      <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead(known, of), lang)} />
      <Section id={texts.feesId} heading={tidy(texts.fees, lang)} intro={tidy(texts.feesIntro, lang)} wide first>
        {fees.length === 0 ? <p>{tidy(texts.noFees, lang)}</p> : <CostTables type="fee" groups={fees} of={of} notes={notes} lang={lang} />}
        <p class="kg-fig__tools">
          <a href={`${address}.csv`}>CSV</a>
          <a href={`${address}.json`}>JSON</a>
        </p>
      </Section>
      {unknown.length > 0 && (
        <Section id={texts.noFeesForId} heading={tidy(texts.noFeesFor, lang)} intro={tidy(texts.noFeesForIntro(unknown.length), lang)}>
          <ul class="kg-names">
            {unknown.map(({ slug, body }) => (
              <li>
                <a href={addressOf('organisation', lang, { slug })}>
                  <InLang text={body.shortName} lang={lang} note={false} />
                </a>
                {body.feeRule && (
                  <small>
                    {' · '}
                    <a href={`#${ruleId(slug)}`}>{texts.ruleKnown}</a>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FeeRules organisations={view.organisations} notes={notes} lang={lang} />
      {others.map(
        ({ type, groups }) =>
          groups.length > 0 && (
            <Section id={texts.others[type].id} heading={tidy(texts.others[type].heading, lang)} intro={tidy(texts.othersIntro, lang)} wide>
              <CostTables type={type} groups={groups} of={of} notes={notes} lang={lang} />
            </Section>
          ),
      )}
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};

const ruleId = (slug: string): string => `rule-${slug}`;

const FeeRules = ({ organisations, notes, lang }: { organisations: readonly Kept<Organisation>[]; notes: ReturnType<typeof sourceNotes>; lang: Lang }) => {
  const texts = textsFor(lang);
  const rows = organisations.flatMap(({ slug, body }) => {
    if (body.feeRule === undefined) return [];
    const term = (
      <a id={ruleId(slug)} href={addressOf('organisation', lang, { slug })}>
        <InLang text={body.shortName} lang={lang} note={false} />
      </a>
    );
    const value = (
      <>
        <InLang text={body.feeRule.text} lang={lang} />
        <SourceRefs numbers={notes.refs(body.sources, body.feeRule.sourceIds)} lang={lang} />
      </>
    );
    return [{ term, value }];
  });
  if (rows.length === 0) return null;
  return (
    <Section id={texts.rulesId} heading={tidy(texts.rules, lang)} intro={tidy(texts.rulesIntro, lang)}>
      <SummaryList rows={rows} />
    </Section>
  );
};
