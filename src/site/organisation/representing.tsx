import type { Day } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, listInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, oddOrders, openItems, tripState, type Mandate, type Procedure, type Trip } from '#register/index.ts';
import { EffectList, type EffectItem } from '#ui/dated-lists.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Claimed } from '../acts/claimed.tsx';
import type { View } from './read.ts';
import { textsFor } from './texts.ts';

type Given = { view: View; lang: Lang; notes: SourceNotes };

/** Mandates and trips, below the offices held. Nothing stands here where the register has none. */
export const Representing = ({ view, lang, notes }: Given) => {
  const texts = textsFor(lang).representing;
  return (
    <>
      {view.mandates.length > 0 && (
        <>
          <h3>{tidy(texts.mandates, lang)}</h3>
          <EffectList lang={lang} items={view.mandates.map(({ body }) => mandateItem(body, lang, notes))} />
        </>
      )}
      {view.trips.length > 0 && (
        <>
          <h3>{tidy(texts.trips, lang)}</h3>
          <EffectList lang={lang} items={view.trips.map(({ body }) => tripItem(body, view.on, lang, notes))} />
        </>
      )}
    </>
  );
};

function mandateItem(body: Mandate, lang: Lang, notes: SourceNotes): EffectItem {
  const texts = textsFor(lang);
  const office = inLang(body.office, lang);
  return {
    when: (
      <Claimed claims={body.term} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.role.termUnknown} sources={body.sources} notes={notes} lang={lang} short />
    ),
    heading: wordsFor(lang).mandateKind[body.kind],
    text: (
      <>
        {tidy(body.holder === undefined ? office : texts.representing.holder(office, body.holder), lang)}
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
        {body.occasion && (
          <span class="kg-nat">
            <InLang text={body.occasion} lang={lang} />
          </span>
        )}
        {body.instruction && (
          <span class="kg-nat">
            {texts.representing.instruction}: <InLang text={body.instruction} lang={lang} />
          </span>
        )}
      </>
    ),
  };
}

function tripItem(body: Trip, on: Day, lang: Lang, notes: SourceNotes): EffectItem {
  const texts = textsFor(lang).representing;
  const who = body.travellers.map(({ office, name }) => (name === undefined ? inLang(office, lang) : texts.holder(inLang(office, lang), name)));
  const cost = body.amount === null || body.currency === null ? texts.costUnknown : `${texts.cost} ${amountInWords(body.amount, body.currency, lang)}`;
  const place = body.place === undefined ? [] : [inLang(body.place, lang)];
  return {
    when: body.dates === null ? texts.datesUnknown : tidy(dateInWords(body.dates, lang), lang),
    heading: <InLang text={body.purpose} lang={lang} note={false} />,
    kind: wordsFor(lang).tripState[tripState(body, on)],
    text: (
      <>
        {tidy([...place, ...who, cost].join(' · '), lang)}
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
        {body.report && (
          <span class="kg-nat">
            {texts.report}: <InLang text={body.report} lang={lang} />
          </span>
        )}
        {body.followUp && (
          <span class="kg-nat">
            {texts.followUp}: <InLang text={body.followUp} lang={lang} />
          </span>
        )}
      </>
    ),
  };
}

/** The files of joining and leaving, with what is still missing and what came in an odd order. */
export const ProceedingsSection = ({ view, lang, notes }: Given) => {
  const texts = textsFor(lang);
  if (view.procedures.length === 0) return null;
  return (
    <Section id={texts.anchors.proceedings} heading={tidy(texts.representing.proceedings, lang)}>
      <EffectList lang={lang} items={view.procedures.map(({ body }) => procedureItem(body, lang, notes))} />
    </Section>
  );
};

function procedureItem(body: Procedure, lang: Lang, notes: SourceNotes): EffectItem {
  const texts = textsFor(lang).representing;
  const words = wordsFor(lang);
  const missing = openItems(body).map((item) => words.procedureItem[item]);
  const course = [
    body.opened === undefined ? '' : texts.openedOn(dateInWords(body.opened, lang)),
    body.closed === undefined ? '' : texts.closedOn(dateInWords(body.closed, lang)),
  ].filter((part) => part !== '');
  return {
    when: body.opened === undefined ? texts.datesUnknown : tidy(dateInWords(body.opened, lang), lang),
    heading: words.procedureKind[body.kind],
    kind: body.outcome === undefined ? texts.open : words.procedureOutcome[body.outcome],
    text: (
      <>
        {tidy(course.join(' · '), lang)}
        <ul>
          {body.items
            .filter(({ state }) => state !== 'to-do')
            .map((item) => (
              <li>
                {words.procedureItem[item.item]}: {tidy(item.date === undefined ? words.procedureState[item.state] : dateInWords(item.date, lang), lang)}
                {item.reason && (
                  <>
                    {' – '}
                    <InLang text={item.reason} lang={lang} />
                  </>
                )}
              </li>
            ))}
        </ul>
        {body.closed === undefined && <span class="kg-nat">{missing.length === 0 ? texts.complete : `${texts.stillOpen}: ${listInWords(missing, lang)}`}</span>}
        {oddOrders(body).map(({ earlier, later }) => (
          <span class="kg-nat">{texts.odd(words.procedureItem[earlier], words.procedureItem[later])}</span>
        ))}
      </>
    ),
    refs: notes.refs(body.sources, body.sourceIds),
  };
}
