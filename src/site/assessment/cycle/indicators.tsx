import { addedInWords, type Criterion, type Evidence, type ScoreSheet } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { Fold } from '#ui/figures/figure.tsx';
import { Unknown } from '#ui/marks.tsx';
import { InLang, textIn } from '#ui/prose.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { revisionOf } from '../addresses.ts';
import { textsFor } from '../texts.ts';
import type { MembershipFigures, Part } from './figures.ts';
import { readingInWords, stepInWords } from './reading.ts';

/** Every reading of one membership, and exactly the rows that it sums, as they stood; beside them what does not count and why. */
export const Indicators = ({ figures: { one, parts }, lang }: { figures: MembershipFigures; lang: Lang }) => {
  const { answers } = textsFor(lang);
  const words = wordsFor(lang);
  return (
    <Fold summary={answers.indicators}>
      <Table
        lang={lang}
        id={`indicators-${one.membership}`}
        caption={answers.indicatorsCaption(inLang(one.name, lang))}
        rows={[...parts.benefits, ...parts.asks]}
        columns={[
          {
            head: answers.columns.criterion,
            cell: ({ criterion }: Part) => (
              <>
                {criterion.code}. <InLang text={criterion.name} lang={lang} note={false} />
              </>
            ),
          },
          {
            head: answers.columns.reading,
            cell: ({ criterion, sheet }: Part) =>
              sheet === undefined || sheet.state === 'unknown' ? (
                <Unknown lang={lang}>{readingInWords(sheet, criterion, lang)}</Unknown>
              ) : (
                <Reading sheet={sheet} criterion={criterion} lang={lang} />
              ),
          },
          {
            head: answers.columns.grade,
            cell: ({ sheet }: Part) =>
              sheet === undefined || sheet.state === 'unknown' ? (
                '–'
              ) : (
                <TwoLines
                  first={[words.scoreState[sheet.state], ...(sheet.grade === null ? [] : [words.grade[sheet.grade]])].join(', ')}
                  second={
                    <>
                      {sheet.seenOn !== null && tidy(dateInWords(sheet.seenOn, lang), lang)}
                      {sheet.reason && (
                        <>
                          {sheet.seenOn !== null && ': '}
                          <InLang text={sheet.reason} lang={lang} />
                        </>
                      )}
                    </>
                  }
                />
              ),
          },
          { head: answers.columns.rows, cell: ({ sheet }: Part) => <Rows evidence={sheet?.evidence ?? []} beside={sheet?.beside ?? []} lang={lang} /> },
        ]}
      />
    </Fold>
  );
};

const Reading = ({ sheet, criterion, lang }: { sheet: ScoreSheet; criterion: Criterion; lang: Lang }) => {
  const step = stepInWords(sheet, criterion);
  return <TwoLines first={tidy(readingInWords(sheet, criterion, lang), lang)} second={step && <InLang text={step} lang={lang} note={false} />} />;
};

const Rows = ({ evidence, beside, lang }: { evidence: readonly Evidence[]; beside: readonly Evidence[]; lang: Lang }) => {
  const { answers } = textsFor(lang);
  return (
    <>
      {evidence.length === 0 && <span class="kg-quiet">{answers.noRows}</span>}
      {evidence.length > 0 && (
        <ul>
          {evidence.map((row) => (
            <Row row={row} lang={lang} />
          ))}
        </ul>
      )}
      {beside.length > 0 && (
        <details class="kg-more">
          <summary>{`${answers.beside}: ${beside.length}`}</summary>
          <ul>
            {beside.map((row) => (
              <Row row={row} lang={lang} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Row = ({ row, lang }: { row: Evidence; lang: Lang }) => {
  const words = wordsFor(lang);
  const title = textIn(row.title, lang);
  const said = [
    ...(row.amount === undefined ? [] : [addedInWords(row.amount, lang)]),
    ...(row.date === undefined ? [] : [dateInWords(row.date, lang)]),
    ...(row.because === undefined ? [] : [words.aside[row.because]]),
  ];
  return (
    <li>
      <a href={revisionOf(row, lang)} lang={title.lang === lang ? undefined : title.lang}>
        {tidy(title.text, title.lang)}
      </a>
      {said.length > 0 && <small> · {tidy(said.join(', '), lang)}</small>}
    </li>
  );
};
