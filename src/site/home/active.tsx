import type { Day } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { deciders, type BriefPeriod, type PeriodFilter } from '#register/index.ts';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { endsOf } from '../organisations/belonging.ts';
import { listAddress } from '../organisations/query.ts';
import { textsFor } from './figures.ts';
import { periodsIn, type HomeView } from './read.ts';

/** More of a group are left to the list. */
const shownInGroup = 12;

type Group = { heading: string; filter: PeriodFilter; periods: BriefPeriod[] };

const isNational = (period: BriefPeriod): boolean => period.organisation.body.scope === 'national';

function groupsOf({ active }: HomeView, lang: Lang): Group[] {
  const { belongs } = textsFor(lang);
  const international = deciders.map((decided): Group => ({
    heading: belongs.international(wordsFor(lang).decidedByLong[decided]),
    filter: { status: 'active', decided, scope: 'international' },
    periods: active.filter((period) => !isNational(period) && period.body.decidedBy === decided),
  }));
  const national: Group = { heading: belongs.national, filter: { status: 'active', scope: 'national' }, periods: active.filter(isNational) };
  return [...international, national].filter((group) => group.periods.length > 0);
}

/** What the city belongs to today, in the groups that it is counted by. */
export const ActiveMemberships = ({ view, lang, today }: { view: HomeView; lang: Lang; today: Day }) => {
  const { belongs } = textsFor(lang);
  const groups = groupsOf(view, lang);
  return (
    <div class="kg-belongs">
      <h2 id={lang === 'pl' ? 'nalezy' : 'belongs'}>{tidy(belongs.heading, lang)}</h2>
      <p class="kg-quiet">{tidy(groups.length === 0 ? belongs.none : belongs.intro(dayInWords(today, lang)), lang)}</p>
      <div class="kg-belongs__groups">
        {groups.map((group) => (
          <ActiveGroup group={group} count={periodsIn(view, group.filter)} lang={lang} />
        ))}
      </div>
      <p>
        <a href={listAddress(lang)}>{belongs.all}</a>
      </p>
    </div>
  );
};

const ActiveGroup = ({ group, count, lang }: { group: Group; count: number; lang: Lang }) => {
  const { belongs } = textsFor(lang);
  const shown = group.periods.slice(0, shownInGroup);
  const href = listAddress(lang, group.filter);
  return (
    <section class="kg-belongs__group">
      <h3>
        <a href={href}>
          {tidy(group.heading, lang)} <b>{numberInWords(count, lang)}</b>
        </a>
      </h3>
      <ul>
        {shown.map((period) => (
          <li>
            <span>
              <a href={addressOf('organisation', lang, { slug: period.organisation.slug })}>
                <InLang text={period.organisation.body.name} lang={lang} note={false} />
              </a>
              {period.body.holder.kind !== 'city' && (
                <small>
                  {' '}
                  <InLang text={period.body.holder.name} lang={lang} note={false} />
                </small>
              )}
            </span>
            <span class="year">
              <JoinedIn period={period} lang={lang} />
            </span>
          </li>
        ))}
        {count > shown.length && (
          <li>
            <a href={href}>{belongs.more(count - shown.length)}</a>
          </li>
        )}
      </ul>
    </section>
  );
};

/** The year of joining; both where sources differ. */
const JoinedIn = ({ period, lang }: { period: BriefPeriod; lang: Lang }) => {
  const years = endsOf(period.body.belonging).starts.flatMap(({ end }) => (end.kind === 'date' ? [String(Number(end.date.text.slice(0, 4)))] : []));
  return years.length === 0 ? <Unknown lang={lang} form="masculine" /> : <>{[...new Set(years)].join(` ${textsFor(lang).belongs.or} `)}</>;
};
