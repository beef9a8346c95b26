import type { Child } from '#markup/markup.ts';
import { holds } from '#accounts/index.ts';
import { Button, ErrorSummary } from '#ui/fields.tsx';
import { Tag } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines, type Column } from '#ui/table.tsx';
import { actorOf, requireRole, type Asked, type Sheet } from '../page.ts';
import { readQueue, views, type Queue, type Row, type View } from './list.ts';
import { errorOf, untouched, WhyFields, type Typed } from './parts.tsx';
import { kindWord, reasonIn, textsFor } from './texts.ts';

const isView = (text: string | null): text is View => views.some((view) => view === text);

export async function listPage(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'publisher', 'editor', 'administrator');
  return showList(asked, untouched, []);
}

/** The list as fresh or, when the form of many came back, with what was ticked. */
export async function showList(asked: Asked, typed: Typed, ticked: readonly string[]): Promise<Sheet> {
  const { lang, person, desk } = asked;
  const texts = textsFor(lang);
  const wanted = asked.query.get('view');
  const view = isView(wanted) ? wanted : holds(person, 'publisher') ? 'approve' : 'mine';
  const queue = await desk.db.read((reader) => readQueue(reader, desk.kinds, { view, actorId: actorOf(person).id }));
  const table = <Rows queue={queue} asked={asked} ticked={ticked} />;
  return {
    title: `${texts.title}: ${texts.views[view]}`,
    rail: 'queue',
    ...(typed.faults.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={[...typed.faults]} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <nav aria-label={texts.viewsLabel}>
          <ul class="kg-chips">
            {views.map((one) => (
              <li>
                <a class="kg-chip" href={`/office/queue?view=${one}`} aria-current={one === view ? 'page' : undefined}>
                  {texts.views[one]} <span>{queue.counts[one]}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {queue.rows.length === 0 ? (
          <Empty title={texts.empty[view]}>
            <a href="/office/records/membership">{texts.toRecords}</a>
          </Empty>
        ) : view === 'approve' && maySelect(asked) ? (
          <form method="post" action="/office/queue/bulk" novalidate>
            <div class="kg-panel" id="revision" tabindex={-1}>
              {table}
            </div>
            <Bulk typed={typed} asked={asked} />
          </form>
        ) : (
          <div class="kg-panel">{table}</div>
        )}
      </>
    ),
  };
}

const maySelect = ({ person }: Asked): boolean => holds(person, 'publisher') && person.hasSecondFactor;

const Bulk = ({ typed, asked: { lang } }: { typed: Typed; asked: Asked }) => {
  const texts = textsFor(lang).bulk;
  const none = errorOf(typed, 'revision');
  return (
    <section class="kg-panel kg-queue__bulk" aria-labelledby="bulk">
      <div class="kg-panel__head">
        <h2 id="bulk">{texts.heading}</h2>
      </div>
      <div class="kg-form kg-queue__form">
        <p>{texts.hint}</p>
        {none !== undefined && <p class="govuk-error-message">{none}</p>}
        <WhyFields typed={typed} lang={lang} />
      </div>
      <div class="kg-form__foot">
        <Button>{texts.submit}</Button>
      </div>
    </section>
  );
};

const Rows = ({ queue, asked, ticked }: { queue: Queue; asked: Asked; ticked: readonly string[] }) => {
  const { lang, city } = asked;
  const texts = textsFor(lang);
  const { view } = queue;
  const moment = (at: Date): Child => <Moment at={at.toISOString()} lang={lang} timeZone={city.timeZone} />;
  const why = (row: Row): Child => reasonIn(row.why, lang) ?? <span class="kg-unknown">{texts.noReason}</span>;
  const author: Column<Row> = { head: texts.columns.author, cell: (row) => row.author ?? row.authorRole[lang] };
  const columns: Record<View, Column<Row>[]> = {
    approve: [author, { head: texts.columns.since, cell: (row) => moment(row.at) }, { head: texts.columns.why, cell: why }],
    scheduled: [
      { head: texts.columns.goesPublic, cell: (row) => <Due job={row.job} moment={moment} lang={lang} /> },
      author,
      { head: texts.columns.approver, cell: (row) => row.by ?? '' },
      { head: texts.columns.why, cell: why },
    ],
    mine: [
      {
        head: texts.columns.state,
        cell: (row) => (row.state === 'scheduled' ? <Due job={row.job} moment={moment} lang={lang} /> : <Tag tone="brand">{texts.state.submitted}</Tag>),
      },
      { head: texts.columns.since, cell: (row) => moment(row.at) },
      { head: texts.columns.why, cell: why },
    ],
    returned: [
      { head: texts.columns.returnedAt, cell: (row) => moment(row.at) },
      { head: texts.columns.returnedBy, cell: (row) => row.by ?? '' },
      { head: texts.columns.returnedWhy, cell: why },
      { head: texts.edit, cell: (row) => <a href={`/office/records/${row.kind}/${row.slug}`}>{texts.edit}</a> },
    ],
  };
  return (
    <Table
      lang={lang}
      id="queue"
      caption={texts.table[view]}
      columns={[{ head: texts.columns.record, cell: (row) => <Named row={row} asked={asked} view={view} ticked={ticked} /> }, ...columns[view]]}
      rows={queue.rows}
    />
  );
};

/** When it goes public. A store that was restored from an export knows no times: they have to be set anew. */
const Due = ({ job, moment, lang }: { job: Row['job']; moment: (at: Date) => Child; lang: Asked['lang'] }) => {
  const texts = textsFor(lang);
  if (job === undefined) return <Tag tone="warn">{texts.noTime}</Tag>;
  return job.givenUp ? <Tag tone="bad">{texts.givenUp(job.lastError ?? '')}</Tag> : moment(job.runAt);
};

/** The record, what kind it is, and where it may be chosen with others a box for that. */
const Named = ({ row, asked, view, ticked }: { row: Row; asked: Asked; view: View; ticked: readonly string[] }) => {
  const { lang, person } = asked;
  const texts = textsFor(lang);
  const title = row.title[lang];
  const isOwn = row.authorId === person.actorId;
  return (
    <span class="kg-queue__named">
      {view === 'approve' && maySelect(asked) && !isOwn && (
        <label class="kg-queue__tick">
          <input type="checkbox" name="revision" value={row.id} checked={ticked.includes(row.id)} />
          <span class="kg-vh">{texts.select(title)}</span>
        </label>
      )}
      <span>
        <TwoLines
          first={<a href={`/office/queue/${row.id}`}>{title}</a>}
          second={[kindWord(row.kind, lang), row.basedOn === null ? texts.newRecord : texts.version(row.number), ...(isOwn && view === 'approve' ? [texts.ownWork] : [])].join(
            ' · ',
          )}
        />
      </span>
    </span>
  );
};
