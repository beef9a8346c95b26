import { dayAt } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { ListWithDates, type DatedItem } from '#ui/dated-lists.tsx';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from './figures.ts';
import type { HomeView } from './read.ts';

type Moment = HomeView['moments'][number];

/** The latest changes: a few are told one by one, a load of many is one line that counts them. */
export const LatestChanges = ({ view, lang, timeZone }: { view: HomeView; lang: Lang; timeZone: string }) => {
  const { changes } = textsFor(lang);
  const items = view.moments.flatMap((moment) => (moment.changes.length > 0 ? eachOf(moment, lang, timeZone) : [countedIn(moment, lang, timeZone)]));
  return (
    <ListWithDates
      id={lang === 'pl' ? 'zmiany' : 'changes'}
      heading={tidy(changes.heading, lang)}
      items={items}
      empty={changes.none}
      narrow
      more={[{ text: changes.all, href: addressOf('changes', lang) }]}
    />
  );
};

const dayOf = (at: Date, lang: Lang, timeZone: string) => {
  const day = dayAt(at, timeZone);
  return <time datetime={day}>{tidy(dayInWords(day, lang), lang)}</time>;
};

const because = (why: Moment['why']) => why && { pl: why.pl, en: why.en ?? undefined };

const eachOf = (moment: Moment, lang: Lang, timeZone: string): DatedItem[] =>
  moment.changes.map((change) => {
    const why = because(change.why);
    return {
      when: dayOf(change.at, lang, timeZone),
      // The page of what was withdrawn is gone.
      title: change.change === 'withdrawn' ? change.title[lang] : <a href={change.path[lang]}>{change.title[lang]}</a>,
      text: (
        <>
          {wordsFor(lang).change[change.change]}
          {why && (
            <>
              : <InLang text={why} lang={lang} />
            </>
          )}
        </>
      ),
    };
  });

function countedIn(moment: Moment, lang: Lang, timeZone: string): DatedItem {
  const { changes } = textsFor(lang);
  const why = because(moment.why);
  const groups = (['new', 'changed', 'withdrawn', 'restored'] as const).flatMap((change) => {
    const counts = moment.counts.filter((one) => one.change === change);
    return counts.length === 0 ? [] : [`${changes.groups[change]}: ${kindsInWords(counts, lang)}.`];
  });
  return { when: dayOf(moment.at, lang, timeZone), title: why ? <InLang text={why} lang={lang} /> : changes.many, text: tidy(groups.join(' '), lang) };
}

function kindsInWords(counts: Moment['counts'], lang: Lang): string {
  const { kinds, others } = textsFor(lang).changes;
  const said = Object.entries(kinds).flatMap(([kind, inWords]) => counts.filter((one) => one.kind === kind).map((one) => inWords(one.count)));
  const rest = counts.filter((one) => !Object.hasOwn(kinds, one.kind)).reduce((sum, one) => sum + one.count, 0);
  return [...said, ...(rest === 0 ? [] : [others(rest)])].join(', ');
}
