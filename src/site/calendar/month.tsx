import type { Day } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Hidden } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { weeksOf, type CalendarView, type ShownEntry } from './read.ts';
import { entryInWords, monthInWords, textsFor } from './texts.ts';

/** A month as weeks; on a phone only the days on which something falls remain, one below the other. */
export const MonthGrid = ({ view, lang, today }: { view: CalendarView; lang: Lang; today: Day }) => {
  const { month } = textsFor(lang);
  const weeks = weeksOf(view.query.month, view.entries);
  const holdsNone = (week: (typeof weeks)[number]): boolean => week.every((cell) => cell === null || cell.shown.length === 0);
  const id = `${month.id}-dni`;
  return (
    <div class={weeks.every(holdsNone) ? 'kg-scroll kg-month-empty' : 'kg-scroll'} role="region" tabindex={0} aria-labelledby={id}>
      <table class="kg-month" role="table">
        <caption id={id} class="kg-vh">
          {month.caption(monthInWords(view.query.month, lang))}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {month.week.map((name, index) => (
              <th scope="col" role="columnheader">
                <abbr title={name}>{month.short[index]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map((week) => (
            <tr role="row" class={holdsNone(week) ? 'is-empty' : undefined}>
              {week.map((cell) =>
                cell === null ? (
                  <td role="cell" class="is-empty"></td>
                ) : (
                  <td role="cell" class={[cell.shown.length === 0 ? 'is-empty' : '', cell.day === today ? 'is-today' : ''].filter((one) => one !== '').join(' ') || undefined}>
                    <time datetime={cell.day}>
                      <span aria-hidden="true">{Number(cell.day.slice(8))}</span>
                      <Hidden>{dayInWords(cell.day, lang)}</Hidden>
                    </time>
                    {cell.day === today && <small> {month.today}</small>}
                    {cell.shown.length > 0 && (
                      <ul>
                        {cell.shown.map((one) => (
                          <EntryLine shown={one} lang={lang} />
                        ))}
                      </ul>
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const EntryLine = ({ shown: { entry, what }, lang }: { shown: ShownEntry; lang: Lang }) => (
  <li>
    <a href={addressOf('offer', lang, { slug: entry.offer.slug })}>
      <InLang text={entry.offer.body.title} lang={lang} note={false} />
    </a>{' '}
    <small>{tidy(entryInWords(what, entry, lang), lang)}</small>
  </li>
);
