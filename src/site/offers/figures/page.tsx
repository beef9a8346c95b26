import type { Child } from '#markup/markup.ts';
import { offerFigures as en } from '#lang/en/offer-figures.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, listInWords, numberInWords } from '#lang/numbers.ts';
import { compareTexts, currencyName } from '#lang/names.ts';
import { offerFigures as pl } from '#lang/pl/offer-figures.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { Steps } from '#offers/index.ts';
import { SummaryList } from '#ui/facts.tsx';
import { InLang } from '#ui/prose.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage } from '../../page.ts';
import { offersAddress } from '../query.ts';
import { textsFor as offerTexts } from '../texts.ts';
import { figuresCsv, figuresJson } from './machine.ts';
import { readFigures, type FiguresView } from './read.ts';

const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** How many offers there are and how far those came who wanted one: counts, never who. */
export const offerFiguresPage = publicPage<FiguresView>({
  name: 'offerFigures',
  section: 'offers',
  read: readFigures,
  show(view, { lang }) {
    const texts = textsFor(lang);
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [
        { text: offerTexts(lang).nav, href: addressOf('offers', lang) },
        { text: texts.nav, href: addressOf('offerFigures', lang) },
      ],
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      until: view.until,
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead(view.known.total, view.use.total.applied, view.use.total.won), lang)} />
          <Use view={view} lang={lang} />
          <Known view={view} lang={lang} />
          <Money view={view} lang={lang} />
          <p class="kg-fig__tools">
            {texts.files}: <a href={`${addressOf('offerFigures', lang)}.csv`}>CSV</a> <a href={`${addressOf('offerFigures', lang)}.json`}>JSON</a>
          </p>
        </>
      ),
    };
  },
  json: figuresJson,
  csv: figuresCsv,
});

type Props = { view: FiguresView; lang: Lang };

const stepColumns = <Row extends Steps>(lang: Lang): Column<Row>[] => {
  const { heads } = textsFor(lang);
  const column = (head: string, of: (row: Row) => number): Column<Row> => ({ head, numeric: true, cell: (row) => numberInWords(of(row), lang) });
  return [
    column(heads.applied, (row) => row.applied),
    column(heads.chosen, (row) => row.chosen),
    column(heads.passedOn, (row) => row.passedOn),
    column(heads.won, (row) => row.won),
  ];
};

const among = (catalogue: object, key: string): string => new Map<string, string>(Object.entries(catalogue)).get(key) ?? key;

const Use = ({ view: { use, notices }, lang }: Props) => {
  const { use: texts, heads, byKind, byTheme, byYear, counted } = textsFor(lang);
  const words = wordsFor(lang);
  const compare = compareTexts(lang);
  const isUsed = use.total.applied > 0;
  const rows: { term: string; value: Child }[] = [
    { term: tidy(texts.calls, lang), value: numberInWords(use.calls, lang) },
    ...(use.interests > 0 ? [{ term: texts.interests, value: numberInWords(use.interests, lang) }] : []),
    ...(isUsed
      ? [
          {
            term: texts.institutions,
            value: (
              <>
                {numberInWords(use.institutions, lang)} <span class="kg-quiet">({texts.institutionsNote})</span>
              </>
            ),
          },
          { term: heads.applied, value: numberInWords(use.total.applied, lang) },
          { term: heads.chosen, value: numberInWords(use.total.chosen, lang) },
          { term: heads.passedOn, value: numberInWords(use.total.passedOn, lang) },
          { term: heads.won, value: numberInWords(use.total.won, lang) },
        ]
      : []),
    { term: tidy(texts.direct, lang), value: use.direct.used === 0 ? '0' : tidy(texts.directCounts(use.direct.used, use.direct.checked), lang) },
    {
      term: tidy(texts.reached, lang),
      value: (
        <>
          {numberInWords(notices.total, lang)} <span class="kg-quiet">({tidy(texts.reachedNote, lang)})</span>
        </>
      ),
    },
  ];
  return (
    <>
      <Section id={texts.id} heading={tidy(texts.heading, lang)} intro={tidy(isUsed ? `${texts.intro} ${counted}` : texts.nothing, lang)} first>
        <SummaryList rows={rows} />
      </Section>
      {use.byKind !== null && (
        <Section id={byKind.id} heading={tidy(byKind.heading, lang)} intro={tidy(byKind.note, lang)} wide>
          <div class="kg-counts">
            <Table
              lang={lang}
              id="by-kind"
              caption={byKind.caption}
              rows={use.byKind}
              columns={[
                {
                  head: heads.kind,
                  cell: ({ kinds }) =>
                    listInWords(
                      kinds.map((kind) => among(words.institutionKind, kind)),
                      lang,
                    ),
                },
                ...stepColumns<(typeof use.byKind)[number]>(lang),
              ]}
            />
          </div>
        </Section>
      )}
      {use.byTheme.length > 0 && (
        <Section id={byTheme.id} heading={tidy(byTheme.heading, lang)} intro={tidy(byTheme.note, lang)} wide>
          <div class="kg-counts">
            <Table
              lang={lang}
              id="applications-by-theme"
              caption={byTheme.caption}
              rows={use.byTheme.toSorted((a, b) => b.calls - a.calls || compare(among(words.theme, a.theme), among(words.theme, b.theme)))}
              columns={[
                { head: heads.theme, cell: ({ theme }) => among(words.theme, theme) },
                { head: heads.calls, numeric: true, cell: ({ calls }) => numberInWords(calls, lang) },
                ...stepColumns<(typeof use.byTheme)[number]>(lang),
              ]}
            />
          </div>
        </Section>
      )}
      {use.byYear.length > 0 && (
        <Section id={byYear.id} heading={tidy(byYear.heading, lang)} wide>
          <div class="kg-counts">
            <Table
              lang={lang}
              id="applications-by-year"
              caption={byYear.caption}
              rows={use.byYear}
              columns={[{ head: heads.year, cell: ({ year }) => String(year) }, ...stepColumns<(typeof use.byYear)[number]>(lang)]}
            />
          </div>
        </Section>
      )}
    </>
  );
};

type Count = { name: Child; offers: number };

const Known = ({ view: { known, organisations }, lang }: Props) => {
  const { offers: texts, heads } = textsFor(lang);
  const words = wordsFor(lang);
  const compare = compareTexts(lang);
  if (known.total === 0)
    return (
      <Section id={texts.id} heading={tidy(texts.heading, lang)}>
        <p>{texts.none}</p>
      </Section>
    );
  const table = (id: string, caption: string, head: string, rows: Count[]): Child => (
    <Table
      lang={lang}
      id={id}
      caption={caption}
      captionShown
      cards={false}
      rows={rows}
      columns={[
        { head, cell: ({ name }) => name },
        { head: heads.offers, numeric: true, cell: ({ offers }) => numberInWords(offers, lang) },
      ]}
    />
  );
  const linked = (text: Child, filter: Parameters<typeof offersAddress>[1]): Child => <a href={offersAddress(lang, { ...filter, state: 'all' })}>{text}</a>;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)} intro={tidy(texts.intro, lang)} wide>
      <div class="kg-tallies">
        {table(
          'by-year',
          texts.byYear,
          heads.year,
          known.byYear.map(({ year, offers }) => ({ name: year === null ? texts.undated : String(year), offers })),
        )}
        {table(
          'by-type',
          texts.byType,
          heads.type,
          known.byType.map(({ type, offers }) => ({ name: linked(words.offerType[type], { type }), offers })),
        )}
        {table(
          'by-way',
          texts.byWay,
          heads.way,
          known.byWay.map(({ way, offers }) => ({ name: linked(words.way[way], { apply: way }), offers })),
        )}
        {table(
          'by-theme',
          texts.byTheme,
          heads.theme,
          known.byTheme
            .toSorted((a, b) => b.offers - a.offers || compare(words.theme[a.theme], words.theme[b.theme]))
            .map(({ theme, offers }) => ({ name: linked(words.theme[theme], { theme }), offers })),
        )}
        {table(
          'by-organisation',
          texts.byOrganisation,
          heads.organisation,
          known.byOrganisation.map(({ organisation, offers }) => {
            const by = organisation === null ? undefined : organisations.get(organisation);
            return { name: by === undefined ? texts.outside : linked(<InLang text={by.shortName} lang={lang} note={false} />, { organisation: by.slug }), offers };
          }),
        )}
      </div>
      <p class="kg-quiet">{tidy(texts.byThemeNote, lang)}</p>
    </Section>
  );
};

const Money = ({ view: { known }, lang }: Props) => {
  const { money: texts, heads } = textsFor(lang);
  const { money, total } = known;
  if (total === 0) return null;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)} intro={tidy(money.named === 0 ? texts.none : texts.known(money.named, total), lang)} wide>
      {money.named > 0 && (
        <div class="kg-counts">
          <Table
            lang={lang}
            id="amounts"
            caption={texts.caption}
            rows={money.byCurrency}
            columns={[
              { head: heads.currency, cell: ({ currency }) => currencyName(currency, lang) },
              { head: heads.offers, numeric: true, cell: ({ offers }) => numberInWords(offers, lang) },
              { head: heads.least, numeric: true, cell: ({ least, currency }) => tidy(amountInWords(least, currency, lang), lang) },
              { head: heads.most, numeric: true, cell: ({ most, currency }) => tidy(amountInWords(most, currency, lang), lang) },
            ]}
          />
        </div>
      )}
    </Section>
  );
};
