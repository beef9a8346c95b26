import { ofIndex, referenceWeights, type Assessment, type Criterion, type Index } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords, rateInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Fold } from '#ui/figures/figure.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { SourceLink } from '#ui/sources.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { textsFor } from '../texts.ts';
import type { CycleFigures, MembershipFigures } from './figures.ts';
import { of100 } from './sentences.ts';

/** Criteria with their scales and weights, and where everything can be taken to count again. */
export const Method = ({ slug, body, figures, all, lang }: { slug: string; body: Assessment; figures: CycleFigures; all: readonly MembershipFigures[]; lang: Lang }) => {
  const { method, files } = textsFor(lang);
  const address = addressOf('assessmentCycle', lang, { slug });
  const words = wordsFor(lang);
  return (
    <Section id={method.id} heading={tidy(method.heading, lang)}>
      <p>{tidy(method.text(ofIndex(body.criteria, 'benefits').length, ofIndex(body.criteria, 'asks').length, numberInWords(body.settings.draws, lang)), lang)}</p>
      <p>
        {tidy(method.threshold(of100(body.settings.completeness)), lang)} {tidy(method.reference, lang)}
      </p>
      {body.settings.exchangeRates.length > 0 && (
        <ul class="kg-rates">
          {body.settings.exchangeRates.map(({ currency, pln, on, source }) => (
            <li>
              {tidy(`${rateInWords(currency, pln, lang)}, ${dateInWords(on, lang)}: `, lang)}
              <SourceLink url={source.url} title={source.title} titleLang={source.lang} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {(['benefits', 'asks'] as const).map((index) => (
        <Fold summary={method.caption(words.index[index])}>
          <Criteria body={body} index={index} weights={figures.weights[index]} lang={lang} />
        </Fold>
      ))}
      {body.weights.length > 1 && (
        <Fold summary={method.profiles}>
          <Table
            lang={lang}
            id="profiles-table"
            caption={method.profilesCaption}
            rows={[...all]}
            columns={[
              { head: textsFor(lang).classes.columns.membership, cell: ({ one }) => <InLang text={one.name} lang={lang} note={false} /> },
              ...body.weights.map((profile, place) => ({
                head: inLang(profile.name, lang),
                cell: ({ result }: MembershipFigures) => words.indication[place === 0 ? result.indication : (result.others[place - 1]?.indication ?? 'tooLittleData')],
              })),
            ]}
          />
        </Fold>
      )}
      <p class="kg-fig__tools">
        <a href={`${address}.json`}>{tidy(files.json, lang)}</a>
        <a href={`${address}.csv`}>{tidy(files.csv, lang)}</a>
      </p>
    </Section>
  );
};

const Criteria = ({ body, index, weights, lang }: { body: Assessment; index: Index; weights: readonly number[]; lang: Lang }) => {
  const { method } = textsFor(lang);
  const others = body.weights.slice(1).map((profile) => ({ name: profile.name, weights: referenceWeights(profile[index], weights.length) }));
  const weight = (value: number): string => numberInWords(Math.round(value * 1000) / 10, lang);
  return (
    <Table
      lang={lang}
      id={`criteria-${index}`}
      caption={method.caption(wordsFor(lang).index[index])}
      rows={ofIndex(body.criteria, index).map((criterion, place) => ({ criterion, place }))}
      columns={[
        {
          head: method.columns.criterion,
          cell: ({ criterion }) => (
            <TwoLines
              first={
                <>
                  {criterion.code}. <InLang text={criterion.name} lang={lang} note={false} />
                </>
              }
              second={<InLang text={criterion.question} lang={lang} note={false} />}
            />
          ),
        },
        { head: method.columns.unit, cell: ({ criterion }) => <InLang text={criterion.unit} lang={lang} note={false} /> },
        { head: method.columns.scale, cell: ({ criterion }) => <span class="kg-nb">{scaleInWords(criterion, lang)}</span> },
        { head: method.weightBy(inLang(body.weights[0]?.name ?? { pl: '' }, lang)), numeric: true, cell: ({ place }) => weight(weights[place] ?? 0) },
        ...others.map(({ name, weights: found }) => ({
          head: method.weightBy(inLang(name, lang)),
          numeric: true,
          cell: ({ place }: { place: number }) => (found.ok ? weight(found.value[place] ?? 0) : '–'),
        })),
      ]}
    />
  );
};

/** The corners of the value function: `0 → 0, 200 000 → 50, 2 000 000 → 100`. */
const scaleInWords = ({ corners }: Criterion, lang: Lang): string => corners.map(({ at, value }) => `${numberInWords(at, lang)} → ${of100(value)}`).join('; ');
