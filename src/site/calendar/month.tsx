import type { Day } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Hidden } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { weeksOf, type CalendarView, type ShownEntry } from './read.ts';
import { entryInWords, monthInWords, textsFor } from './texts.ts';

/** On a phone the parts of the table are shown as blocks, which takes their roles from them: so they are written out. */
const role = (name: string): string => name;

/** A month as weeks; on a phone only the days on which something falls remain, one below the other. */
export const MonthGrid = ({ view, lang, today }: { view: CalendarView; lang: Lang; today: Day }) => {
  const { month } = textsFor(lang);
  const id = `${month.id}-dni`;
  // What scrolls must be reached from the keyboard (WCAG 2.1.1), and then needs a role and a name.
  const region = { role: 'region', tabindex: 0, 'aria-labelledby': id };
  const weeks = weeksOf(view.query.month, view.entries);
  const holdsNone = (week: (typeof weeks)[number]): boolean => week.every((cell) => cell === null || cell.shown.length === 0);
  return (
    <div class={weeks.every(holdsNone) ? 'kg-scroll kg-month-empty' : 'kg-scroll'} {...region}>
      <table class="kg-month" role={role('table')}>
        <caption id={id} class="kg-vh">
          {month.caption(monthInWords(view.query.month, lang))}
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {month.week.map((name, index) => (
              <th scope="col" role={role('columnheader')}>
                <abbr title={name}>{month.short[index]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {weeks.map((week) => (
            <tr role={role('row')} class={holdsNone(week) ? 'is-empty' : undefined}>
              {week.map((cell) => (
                <td role={role('cell')} class={classOf(cell, today)}>
                  {cell && <DayCell cell={cell} isToday={cell.day === today} lang={lang} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

type Cell = ReturnType<typeof weeksOf>[number][number];

const classOf = (cell: Cell, today: Day): string | undefined =>
  [cell === null || cell.shown.length === 0 ? 'is-empty' : '', cell?.day === today ? 'is-today' : ''].filter((one) => one !== '').join(' ') || undefined;

const DayCell = ({ cell, isToday, lang }: { cell: NonNullable<Cell>; isToday: boolean; lang: Lang }) => (
  <>
    <time datetime={cell.day}>
      <span aria-hidden="true">{Number(cell.day.slice(8))}</span>
      <Hidden>{dayInWords(cell.day, lang)}</Hidden>
    </time>
    {isToday && <small> {textsFor(lang).month.today}</small>}
    {cell.shown.length > 0 && (
      <ul>
        {cell.shown.map((one) => (
          <EntryLine shown={one} lang={lang} />
        ))}
      </ul>
    )}
  </>
);

const EntryLine = ({ shown: { entry, what }, lang }: { shown: ShownEntry; lang: Lang }) => (
  <li>
    <a href={addressOf('offer', lang, { slug: entry.offer.slug })}>
      <InLang text={entry.offer.body.title} lang={lang} note={false} />
    </a>{' '}
    <small>{tidy(entryInWords(what, entry, lang), lang)}</small>
  </li>
);
