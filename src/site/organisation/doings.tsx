import type { Child } from '#markup/markup.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { amountInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, type Activity, type FunctionHeld, type Project } from '#register/index.ts';
import { EffectList, type EffectItem } from '#ui/dated-lists.tsx';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Claimed } from '../acts/claimed.tsx';
import type { View } from './read.ts';
import { Representing } from './representing.tsx';
import { textsFor } from './texts.ts';

type SectionProps = { view: View; lang: Lang; notes: SourceNotes };

/** Offices held in the organisation, each with its term; where a term ended early, why. */
export const RoleSection = ({ view, lang, notes }: SectionProps) => {
  const texts = textsFor(lang);
  const { organs } = view.record.body;
  return (
    <Section id={texts.anchors.role} heading={tidy(texts.role.heading, lang)}>
      {view.functions.length === 0 ? (
        <p class="kg-quiet">{texts.role.none}</p>
      ) : (
        <EffectList lang={lang} items={view.functions.map(({ body }) => functionItem(body, lang, notes))} />
      )}
      <Representing view={view} lang={lang} notes={notes} />
      {organs && (
        <p class="kg-quiet">
          {texts.role.organs}: <InLang text={organs} lang={lang} />
        </p>
      )}
    </Section>
  );
};

function functionItem(body: FunctionHeld, lang: Lang, notes: SourceNotes): EffectItem {
  const texts = textsFor(lang).role;
  const asides: Child[] = [
    body.electedUntil && tidy(texts.electedUntil(dateInWords(body.electedUntil, lang)), lang),
    body.endedBecause && <InLang text={body.endedBecause} lang={lang} />,
    body.note && <InLang text={body.note} lang={lang} />,
  ].filter((aside) => aside !== undefined);
  return {
    when: <Claimed claims={body.term} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.termUnknown} sources={body.sources} notes={notes} lang={lang} short />,
    heading: <InLang text={body.role} lang={lang} note={false} />,
    text: (
      <>
        <InLang text={body.holder.name} lang={lang} note={false} />
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
        {asides.map((aside) => (
          <span class="kg-nat">{aside}</span>
        ))}
      </>
    ),
  };
}

/** Events, projects and awards that came with the membership. */
export const HappeningsSection = ({ view, lang, notes }: SectionProps) => {
  const texts = textsFor(lang);
  return (
    <Section id={texts.anchors.happenings} heading={tidy(texts.happenings.heading, lang)}>
      {view.activities.length === 0 ? (
        <p class="kg-quiet">{texts.happenings.none}</p>
      ) : (
        <EffectList lang={lang} items={view.activities.map((activity) => activityItem(activity, lang, notes))} />
      )}
    </Section>
  );
};

function activityItem(activity: Activity, lang: Lang, notes: SourceNotes): EffectItem {
  const { body } = activity;
  const dates = activity.type === 'project' ? activity.body.years : activity.body.date;
  return {
    when: (
      <Claimed claims={dates} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={textsFor(lang).unknown.date} sources={body.sources} notes={notes} lang={lang} short />
    ),
    heading: <InLang text={body.name} lang={lang} note={false} />,
    kind: (
      <>
        {activity.type === 'event' ? wordsFor(lang).part[activity.body.part] : wordsFor(lang).activityType[activity.type]}
        <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
      </>
    ),
    text: <ActivityText activity={activity} lang={lang} notes={notes} />,
  };
}

const ActivityText = ({ activity, lang, notes }: { activity: Activity; lang: Lang; notes: SourceNotes }) => {
  const texts = textsFor(lang).happenings;
  if (activity.type === 'project') return <ProjectText body={activity.body} lang={lang} />;
  if (activity.type === 'award')
    return (
      <>
        <InLang text={activity.body.to} lang={lang} note={false} />
        {activity.body.note && <Aside>{<InLang text={activity.body.note} lang={lang} />}</Aside>}
      </>
    );
  const { place, attendance, note, sources } = activity.body;
  return (
    <>
      {place && `${inLang(place.name, lang)}, ${countryName(place.country, lang)}`}
      {attendance.length > 0 && (
        <Aside>
          {texts.attendance}:{' '}
          <Claimed claims={attendance} show={(text) => <InLang text={text} lang={lang} note={false} />} unknown="" sources={sources} notes={notes} lang={lang} short />
        </Aside>
      )}
      {note && <Aside>{<InLang text={note} lang={lang} />}</Aside>}
    </>
  );
};

/** A project of five cities is not the city's money: the whole and the share are two facts. */
const ProjectText = ({ body, lang }: { body: Project; lang: Lang }) => {
  const texts = textsFor(lang).happenings;
  const whole = body.funding && amountInWords(body.funding.amount, body.funding.currency, lang);
  return (
    <>
      <InLang text={body.summary} lang={lang} />
      {whole !== undefined && (
        <Aside>
          {body.funding?.whole === 'city' ? texts.share(whole) : texts.whole(whole)}
          {body.funding?.whole === 'whole-consortium' && (
            <>
              {'; '}
              {body.cityShare ? texts.share(amountInWords(body.cityShare.amount, body.cityShare.currency, lang)) : <Unknown lang={lang}>{texts.shareUnknown}</Unknown>}
            </>
          )}
        </Aside>
      )}
      {(body.partners !== undefined || body.lead) && (
        <Aside>
          {body.partners && (
            <>
              {texts.partners}: <InLang text={body.partners} lang={lang} note={false} />
            </>
          )}
          {body.lead && `${body.partners ? '; ' : ''}${texts.lead}`}
        </Aside>
      )}
    </>
  );
};

const Aside = ({ children }: { children: Child }) => <span class="kg-nat">{children}</span>;
