import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { Ask, AskWithOrganisation } from '#register/index.ts';
import { SummaryList, type Fact } from '#ui/facts.tsx';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import type { View } from './read.ts';
import { sentenceCase, textsFor } from './texts.ts';

type CostsProps = { view: View; lang: Lang; notes: SourceNotes };

/** What the membership asks of the city, as far as it is known: zero is a fact, a missing year is said. */
export const CostsSection = ({ view, lang, notes }: CostsProps) => {
  const texts = textsFor(lang);
  const { feeRule, sources } = view.record.body;
  const hasFee = view.asks.some((ask) => ask.body.type === 'fee');
  const unknown = notTold(view.asks);
  const rows: Fact[] = [
    ...(hasFee ? [] : [{ term: texts.costs.fee, value: <Unknown lang={lang}>{texts.costs.none}</Unknown> }]),
    ...view.asks.map((ask) => ({ term: sentenceCase(wordsFor(lang).askType[ask.body.type]), value: <AskInWords ask={ask} lang={lang} notes={notes} /> })),
    ...(feeRule
      ? [
          {
            term: texts.costs.rule,
            value: (
              <>
                <InLang text={feeRule.text} lang={lang} />
                <SourceRefs numbers={notes.refs(sources, feeRule.sourceIds)} lang={lang} />
              </>
            ),
          },
        ]
      : []),
    ...(unknown.length === 0
      ? []
      : [{ term: sentenceCase(unknown.map((type) => wordsFor(lang).askType[type]).join(', ')), value: <Unknown lang={lang}>{texts.costs.restUnknown}</Unknown> }]),
  ];
  return (
    <Section id={texts.anchors.costs} heading={tidy(texts.costs.heading, lang)}>
      <SummaryList rows={rows} />
    </Section>
  );
};

/** What a membership asks beside the fee, and no source tells; said once for all of it. */
export function notTold(asks: readonly { body: Pick<Ask, 'type'> }[]): Ask['type'][] {
  const told = new Set(asks.map((ask) => ask.body.type));
  return (['travel', 'hosting', 'staff-hours'] as const).filter((type) => !told.has(type));
}

const AskInWords = ({ ask, lang, notes }: { ask: AskWithOrganisation; lang: Lang; notes: SourceNotes }) => {
  const texts = textsFor(lang).costs;
  const { body } = ask;
  const hours = body.hours === undefined ? undefined : texts.hours(Number(body.hours));
  const amount = body.amount === null || body.currency === null ? hours : amountInWords(body.amount, body.currency, lang);
  return (
    <>
      {amount ?? <Unknown lang={lang} />}
      {body.every && ` ${wordsFor(lang).every[body.every]}`}, {body.year ?? <Unknown lang={lang}>{texts.yearUnknown}</Unknown>}
      {body.dueOn && `, ${tidy(texts.due(dateInWords(body.dueOn, lang)), lang)}`}
      {body.paidOn && `, ${tidy(texts.paid(dateInWords(body.paidOn, lang)), lang)}`}
      <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
      {body.note && (
        <span class="kg-nat">
          <InLang text={body.note} lang={lang} />
        </span>
      )}
    </>
  );
};
