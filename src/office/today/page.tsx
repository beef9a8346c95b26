import type { Child } from '#markup/markup.ts';
import type { Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import type { Gathered } from './gather.ts';
import { kindInWords, taskInWords, type TaskInWords } from './in-words.ts';
import { belongsTo, isPersonal, isPressing, views, type View } from './order.ts';
import { textsFor } from './texts.ts';

type Given = { gathered: Gathered; view: View; lang: Lang; today: Day; mayPutOff: boolean; /** Every matter of each list, however many. */ whole: boolean };

/** So many matters of each list stand on the page, the most pressing first; the rest is one link away. */
const shownAtMost = 100;

export const TodayPage = (given: Given) => {
  const { lang, today, view, gathered } = given;
  const texts = textsFor(lang);
  return (
    <>
      <div class="kg-desk__top">
        <h1>{texts.title}</h1>
        <p>
          <time datetime={today}>{dayInWords(today, lang)}</time> · <a href="/office/today/calendar">{texts.subscribe.link}</a>
        </p>
      </div>
      <div class="kg-panel">
        <div class="kg-panel__head">
          <h2 class="kg-vh">{texts.tableCaption}</h2>
          <ChoiceChips
            label={texts.chipsLabel}
            choices={views.map((one) => ({
              text: texts.chips[one],
              href: one === 'all' ? '/office' : `/office?show=${one}`,
              count: countOf(gathered, one),
              current: one === view,
            }))}
          />
        </div>
        {view === 'put-off' ? <PutOff {...given} /> : <Open {...given} view={view} />}
      </div>
    </>
  );
};

const countOf = (gathered: Gathered, view: View): number => (view === 'put-off' ? gathered.putOff.length : gathered.open.filter((task) => belongsTo(view, task)).length);

type Row = { task: Task; words: TaskInWords };

const Open = ({ gathered, view, lang, today, mayPutOff, whole }: Given & { view: Exclude<View, 'put-off'> }) => {
  const texts = textsFor(lang);
  const tasks = gathered.open.filter((task) => belongsTo(view, task));
  if (tasks.length === 0) return <Nothing view={view} lang={lang} />;
  const pressing = tasks.filter(isPressing);
  const standing = Map.groupBy(
    tasks.filter((task) => !isPressing(task)),
    (task) => kindInWords(task, lang),
  );
  const shown = (its: readonly Task[]): Row[] => (whole ? its : its.slice(0, shownAtMost)).map((task) => ({ task, words: taskInWords(task, lang, today) }));
  const more = (its: readonly Task[]): Child =>
    !whole && its.length > shownAtMost ? (
      <p class="kg-panel__body">
        <a href={`/office?show=${view}&whole=1`}>{texts.whole(its.length)}</a>
      </p>
    ) : null;
  const about = { head: texts.heads.about, cell: ({ task, words }: Row) => <a href={task.href}>{tidy(words.about, lang)}</a> };
  const matter = { head: texts.heads.matter, cell: ({ words }: Row) => tidy(words.matter, lang) };
  const when = { head: texts.heads.when, cell: ({ words }: Row) => <When words={words} lang={lang} /> };
  const act = mayPutOff
    ? [{ head: <span class="kg-vh">{texts.heads.act}</span>, short: texts.heads.act, cell: ({ task, words }: Row) => <PutOffLink task={task} words={words} lang={lang} /> }]
    : [];
  return (
    <div class="kg-tasks">
      {pressing.length > 0 && (
        <Table
          lang={lang}
          id="tasks"
          caption={texts.tableCaption}
          rows={shown(pressing)}
          columns={[
            about,
            matter,
            { head: texts.heads.next, cell: ({ words }) => tidy(words.next, lang) },
            { head: texts.heads.kind, cell: ({ task, words }) => <Tag task={task}>{words.kind}</Tag> },
            when,
            ...act,
          ]}
        />
      )}
      {more(pressing)}
      {[...standing].map(([kind, its], index) => (
        <div class="kg-tasks__group">
          <h3>
            {capitalised(kind, lang)} <span>{its.length}</span>
            {its[0] !== undefined && <small>{tidy(taskInWords(its[0], lang, today).next, lang)}</small>}
          </h3>
          <Table
            lang={lang}
            id={`tasks-${index}`}
            caption={capitalised(kind, lang)}
            rows={shown(its)}
            columns={[about, { ...matter, cell: ({ words }) => <MatterAndWhen words={words} lang={lang} /> }, ...act]}
          />
          {more(its)}
        </div>
      ))}
    </div>
  );
};

const capitalised = (word: string, lang: Lang): string => word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);

const PutOffLink = ({ task, words, lang }: Row & { lang: Lang }) => {
  const texts = textsFor(lang).putOff;
  if (isPersonal(task)) return null;
  return (
    <a href={`/office/today/put-off?key=${encodeURIComponent(task.key)}`} aria-label={texts.linkFor(`${words.about}, ${words.matter}`)}>
      {texts.link}
    </a>
  );
};

const MatterAndWhen = ({ words, lang }: { words: TaskInWords; lang: Lang }) => (
  <>
    {tidy(words.matter, lang)}
    {words.when !== '' && <span class="kg-quiet"> · {tidy(words.when, lang)}</span>}
  </>
);

const When = ({ words, lang }: { words: { when: string; days: string }; lang: Lang }) =>
  words.when === '' ? (
    <span class="kg-quiet">
      <span aria-hidden="true">–</span>
      <span class="kg-vh">{textsFor(lang).noDate}</span>
    </span>
  ) : (
    <TwoLines first={tidy(words.when, lang)} second={words.days === '' ? undefined : tidy(words.days, lang)} />
  );

const Tag = ({ task, children }: { task: Task; children: Child }) => {
  const colour = task.urgency === 'overdue' || task.rule === 'conflict' ? 'red' : task.urgency === 'soon' || task.rule.startsWith('consent') ? 'orange' : 'blue';
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
};

const PutOff = ({ gathered, lang, today, mayPutOff }: Given) => {
  const texts = textsFor(lang);
  if (gathered.putOff.length === 0) return <Nothing view="put-off" lang={lang} />;
  const rows = gathered.putOff.map(({ task, note }) => ({ task, note, words: taskInWords(task, lang, today) }));
  return (
    <Table
      lang={lang}
      id="put-off"
      caption={texts.putOff.head}
      rows={rows}
      columns={[
        { head: texts.heads.about, cell: ({ task, words }) => <a href={task.href}>{tidy(words.about, lang)}</a> },
        { head: texts.heads.matter, cell: ({ words }) => tidy(words.matter, lang) },
        {
          head: texts.putOff.head,
          cell: ({ note }) => <TwoLines first={note.until === null ? texts.putOff.notOursShort : texts.putOff.untilDay(dayInWords(note.until, lang))} second={note.by} />,
        },
        { head: texts.putOff.reason, cell: ({ note }) => note.reason },
        ...(mayPutOff
          ? [
              {
                head: <span class="kg-vh">{texts.heads.act}</span>,
                short: texts.heads.act,
                cell: ({ task, words }: (typeof rows)[number]) => (
                  <form method="post" action="/office/today/take-back">
                    <input type="hidden" name="key" value={task.key} />
                    <button class="kg-linklike" type="submit" aria-label={texts.putOff.takeBackFor(`${words.about}, ${words.matter}`)}>
                      {texts.putOff.takeBack}
                    </button>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const Nothing = ({ view, lang }: { view: View; lang: Lang }) => {
  const texts = textsFor(lang).empty;
  if (view !== 'all')
    return (
      <div class="kg-panel__body">
        <Empty title={texts.some}>
          <p>
            <a href="/office">{texts.someNext}</a>
          </p>
        </Empty>
      </div>
    );
  return (
    <div class="kg-panel__body">
      <Empty title={texts.all}>
        <p>{texts.allNext}</p>
        <p>
          <a href="/office/records">{texts.records}</a> · <a href="/office/queue">{texts.queue}</a>
        </p>
      </Empty>
    </div>
  );
};
