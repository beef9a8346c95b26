import { dayAt, type Day } from '#basics/day.ts';
import { changes as en } from '#lang/en/changes.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { changes as pl } from '#lang/pl/changes.ts';
import { wordsFor } from '#lang/words.ts';
import type { Change, Signatory } from '#publishing/history.ts';
import type { Kinds } from '#publishing/kind.ts';
import { EffectList } from '#ui/dated-lists.tsx';
import { Hidden } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** What was published at one moment, by one hand and for one reason: a first load of hundreds of records is one such moment. */
export type Moment = { at: Date; why: Change['why']; by: Signatory; changes: Change[] };
export type DayOfChanges = { day: Day; moments: Moment[] };

export function byDay(changes: readonly Change[], timeZone: string): DayOfChanges[] {
  const days: DayOfChanges[] = [];
  for (const change of changes) {
    const day = dayAt(change.at, timeZone);
    const today = days.at(-1)?.day === day ? days.at(-1) : undefined;
    const last = today?.moments.at(-1);
    if (last && belongsTo(last, change)) last.changes.push(change);
    else if (today) today.moments.push(momentOf(change));
    else days.push({ day, moments: [momentOf(change)] });
  }
  return days;
}

const momentOf = (change: Change): Moment => ({ at: change.at, why: change.why, by: change.by, changes: [change] });

const belongsTo = (moment: Moment, change: Change): boolean =>
  moment.at.getTime() === change.at.getTime() && moment.why?.pl === change.why?.pl && moment.by.name === change.by.name && moment.by.role.pl === change.by.role.pl;

export const signed = (who: Signatory, lang: Lang): string => who.name ?? who.role[lang];

/** By the clock of the city, to the second. Digits are the same in both languages. */
const clock = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);

/** Where the archived revision of a change is read. A kind that is no longer known has no such page. */
export function revisionAddress(kinds: Kinds, change: Pick<Change, 'kind' | 'slug' | 'revision'>, lang: Lang): string | undefined {
  const kind = kinds.find(change.kind);
  return kind && addressOf('revision', lang, { kind: kind.plural, slug: change.slug, number: change.revision });
}

type DaysProps = { days: readonly DayOfChanges[]; lang: Lang; timeZone: string; kinds: Kinds };

/** One section a day, the day in its margin. */
export const Days = ({ days, lang, timeZone, kinds }: DaysProps) => (
  <>
    {days.map(({ day, moments }, index) => (
      <Section id={`d-${day}`} heading={<time datetime={day}>{dayInWords(day, lang)}</time>} first={index === 0}>
        <Moments moments={moments} lang={lang} timeZone={timeZone} kinds={kinds} />
      </Section>
    ))}
  </>
);

/** What happened at each moment. `withDay` where no heading above says the day. */
export const Moments = ({ moments, lang, timeZone, kinds, withDay = false }: { moments: readonly Moment[]; lang: Lang; timeZone: string; kinds: Kinds; withDay?: boolean }) => {
  const texts = textsFor(lang);
  return (
    <>
      {moments.map(({ at, why, by, changes }) => (
        <div class="kg-moment">
          <h3>
            <time datetime={at.toISOString()}>
              {withDay && `${dayInWords(dayAt(at, timeZone), lang)}, `}
              {clock(at, timeZone)}
            </time>
            {' · '}
            {why === null ? texts.noReason : <InLang text={{ pl: why.pl, en: why.en ?? undefined }} lang={lang} />}
          </h3>
          <p class="kg-quiet">
            {texts.by(signed(by, lang))} {changes.some((change) => change.override) && texts.overrideMeans}
          </p>
          <EffectList lang={lang} items={changes.map((change) => lineOf(change, lang, kinds))} />
        </div>
      ))}
    </>
  );
};

function lineOf(change: Change, lang: Lang, kinds: Kinds) {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const kind = kinds.find(change.kind);
  const revision = revisionAddress(kinds, change, lang);
  const title = change.title[lang];
  // The page of a withdrawn record is gone; its history stays.
  const href = change.change === 'withdrawn' && kind ? addressOf('history', lang, { kind: kind.plural, slug: change.slug }) : change.path[lang];
  return {
    when: words.change[change.change],
    heading: <a href={href}>{title}</a>,
    kind: (
      <>
        {new Map<string, string>(Object.entries(words.kinds)).get(change.kind) ?? change.kind}
        {revision !== undefined && (
          <>
            {' · '}
            <a href={revision}>
              {texts.version(change.revision)}
              <Hidden> {texts.versionOf(title)}</Hidden>
            </a>
          </>
        )}
      </>
    ),
    tag: change.override ? { text: texts.override, tone: 'warn' as const } : undefined,
  };
}
