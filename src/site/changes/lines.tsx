import { dayAt, wallAt, type Day } from '#basics/day.ts';
import { changes as en } from '#lang/en/changes.ts';
import { dayInWords, instantInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { changes as pl } from '#lang/pl/changes.ts';
import { wordsFor } from '#lang/words.ts';
import type { Change, Signatory } from '#publishing/history.ts';
import type { Kinds } from '#publishing/kind.ts';
import { EffectList } from '#ui/dated-lists.tsx';
import { Hidden, Tag } from '#ui/marks.tsx';
import { momentInWords } from '#ui/moments.tsx';
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
        {moments.map((moment) => (
          <div class="kg-moment">
            <Heading moment={moment} time={wallAt(moment.at, timeZone).time} lang={lang} />
            <p class="kg-quiet">{textsFor(lang).by(signed(moment.by, lang))}</p>
            <EffectList lang={lang} items={moment.changes.map((change) => lineOf(change, { lang, kinds, timeZone }))} />
          </div>
        ))}
      </Section>
    ))}
  </>
);

/** The changes of one record, on its own pages: no title, no list. */
export const ChangesOfRecord = ({ changes, lang, timeZone }: { changes: readonly Change[]; lang: Lang; timeZone: string }) => {
  const texts = textsFor(lang);
  const words = wordsFor(lang).change;
  return (
    <>
      {changes.map((change) => (
        <div class="kg-moment">
          <Heading moment={change} time={instantInWords(change.at.toISOString(), lang, timeZone)} lang={lang} />
          <p class="kg-quiet">
            {sentence(words[change.change])}, {texts.version(change.revision)}. {texts.by(signed(change.by, lang))}
            {change.scheduledAt !== null && ` ${texts.scheduled(momentInWords(change.scheduledAt.toISOString(), lang, timeZone))}`}
          </p>
          {change.override && (
            <p>
              <Tag tone="warn">{texts.override}</Tag> {texts.overrideMeans}
            </p>
          )}
        </div>
      ))}
    </>
  );
};

const Heading = ({ moment, time, lang }: { moment: Pick<Moment, 'at' | 'why'>; time: string; lang: Lang }) => (
  <h3>
    <time datetime={moment.at.toISOString()}>{time}</time>
    {' · '}
    {moment.why === null ? textsFor(lang).noReason : <InLang text={{ pl: moment.why.pl, en: moment.why.en ?? undefined }} lang={lang} />}
  </h3>
);

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);

function lineOf(change: Change, { lang, kinds, timeZone }: { lang: Lang; kinds: Kinds; timeZone: string }) {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const kind = kinds.find(change.kind);
  const revision = revisionAddress(kinds, change, lang);
  const title = change.title[lang];
  // The page of a withdrawn record is gone; its history stays.
  const href = change.change === 'withdrawn' && kind ? addressOf('history', lang, { kind: kind.plural, slug: change.slug }) : change.path[lang];
  const text = (
    <>
      <a href={href}>{title}</a>
      <small class="kg-quiet">
        {words.change[change.change]}
        {revision !== undefined && (
          <>
            {' · '}
            <a href={revision}>
              {texts.version(change.revision)}
              <Hidden> {texts.versionOf(title)}</Hidden>
            </a>
          </>
        )}
        {change.scheduledAt !== null && ` · ${texts.scheduled(momentInWords(change.scheduledAt.toISOString(), lang, timeZone))}`}
        {change.override && (
          <>
            {' · '}
            <Tag tone="warn">{texts.override}</Tag> {texts.overrideMeans}
          </>
        )}
      </small>
    </>
  );
  return { when: new Map<string, string>(Object.entries(words.kinds)).get(change.kind) ?? change.kind, text };
}
