import type { Child } from '#markup/markup.ts';
import { waitingJobs } from '#jobs/index.ts';
import type { Reader } from '#db/handles.ts';
import { numberInWords } from '#lang/numbers.ts';
import { ErrorSummary } from '#ui/fields.tsx';
import { Tag } from '#ui/marks.tsx';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { pluralName } from '../../records/drafts/title.ts';
import { titlesOfBodies } from '../../records/lists/parts.tsx';
import { stateTone } from '../page.tsx';
import { textsOf } from '../texts.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { DecisionPanel, ErrorsPanel, FoundPanel } from './found-panels.tsx';
import { Drop } from './drop.tsx';
import { listFound, type Listed } from './found-store.ts';
import { checkJob, readJob, writeJob } from './jobs.ts';
import type { Mapping } from './mapping.ts';
import { faultsAtOnce, foundAtOnce, type Shown } from './shown.ts';
import { faultsOf, findImport, rowsFrom, type Import, type KeptRow } from './store.ts';

type Returned = { errors?: { field: string; text: string }[]; asDrafts?: boolean; mapping?: Mapping };

const pageIn = (text: string | null): number => (text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1);
const actions = ['new', 'changed', 'unchanged', 'wrong'] as const;

/** One import: how far it is, which columns it has, what it would do, what is wrong, and the button that does it. */
export async function importSheet(asked: Asked, returned: Returned = {}): Promise<Sheet> {
  requireRole(asked, 'editor');
  const { desk, lang, query } = asked;
  const id = asked.given['id'] ?? '';
  const page = pageIn(query.get('page'));
  const faultsPage = pageIn(query.get('errors'));
  const action = actions.find((one) => one === query.get('show')) ?? null;
  const shown = await desk.db.read(async (reader): Promise<Shown | undefined> => {
    const one = isId(id) ? await findImport(reader, id) : undefined;
    if (one === undefined) return undefined;
    const isChecked = one.state === 'checked';
    const examples = new Map<number, KeptRow[]>();
    for (const sheet of one.mapping?.sheets ?? []) examples.set(sheet.index, await rowsFrom(reader, id, { sheet: sheet.index, from: sheet.first, limit: 1 }));
    return {
      one,
      action,
      page,
      faultsPage,
      examples,
      faults: isChecked ? await faultsOf(reader, id, { limit: faultsAtOnce, offset: (faultsPage - 1) * faultsAtOnce }) : [],
      found: isChecked ? await withTitles(reader, asked, one, await listFound(reader, id, { action, limit: foundAtOnce, offset: (page - 1) * foundAtOnce })) : [],
      stuck: await whyStuck(reader, one),
    };
  });
  if (shown === undefined) return missingSheet(asked);
  const { one } = shown;
  const texts = textsOf(lang);
  const isWorking = one.state === 'reading' || one.state === 'checking' || one.state === 'writing';
  const errors = returned.errors ?? [];
  return {
    title: one.fileName,
    rail: 'spreadsheets',
    crumbs: [
      { text: texts.title, href: '/office/spreadsheets' },
      { text: one.fileName, href: `/office/spreadsheets/imports/${one.id}` },
    ],
    ...(errors.length > 0 ? { status: 422, errorPrefix: true } : {}),
    // A page without scripts shows progress by asking again; it stops as soon as there is something to decide.
    ...(isWorking && shown.stuck === null && errors.length === 0 ? { headers: [['refresh', '2']] } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{one.fileName}</h1>
          <p>
            {one.kind !== null && `${pluralName(one.kind, lang)} · `}
            <Tag tone={stateTone[one.state]}>{texts.states[one.state]}</Tag>
          </p>
        </div>
        <Progress shown={shown} asked={asked} />
        {one.state === 'checked' && <DecisionPanel shown={shown} asked={asked} asDrafts={returned.asDrafts ?? false} errors={errors} />}
        {one.state === 'checked' && one.counts.faults > 0 && <ErrorsPanel shown={shown} asked={asked} />}
        {one.state === 'checked' && <FoundPanel shown={shown} asked={asked} />}
        {(one.state === 'mapping' || one.state === 'checked') && (
          <ColumnsPanel one={returned.mapping === undefined ? one : { ...one, mapping: returned.mapping }} examples={shown.examples} asked={asked} errors={errors} />
        )}
      </>
    ),
  };
}

async function withTitles(reader: Reader, { desk, lang }: Asked, one: Import, found: readonly Listed[]): Promise<Shown['found']> {
  const kind = one.kind ?? '';
  const titles = await titlesOfBodies(
    reader,
    desk.kinds,
    found.map(({ slug, body }) => ({ kind, slug, body })),
    lang,
  );
  return found.map((row, index) => ({ ...row, title: titles[index] ?? row.slug }));
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Why a step was given up, where it was: the page then no longer promises that it goes on. */
async function whyStuck(reader: Reader, one: Import): Promise<string | null> {
  const name = { reading: readJob, checking: checkJob, writing: writeJob }[one.state === 'reading' || one.state === 'checking' || one.state === 'writing' ? one.state : 'reading'];
  const waiting = await waitingJobs(reader, name);
  return waiting.find((job) => job.givenUp && job.onceKey?.includes(` ${one.id} ${one.round} `) === true)?.lastError ?? null;
}

export const missingSheet = ({ lang }: Asked): Sheet => {
  const texts = textsOf(lang).missing;
  return {
    title: texts.title,
    rail: 'spreadsheets',
    status: 404,
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p>
          <a href="/office/spreadsheets">{textsOf(lang).title}</a>
        </p>
      </>
    ),
  };
};

const Progress = ({ shown: { one, stuck }, asked }: { shown: Shown; asked: Asked }) => {
  const { lang } = asked;
  const texts = textsOf(lang);
  if (stuck !== null)
    return (
      <Panel title={texts.stuck.title}>
        <p>{texts.stuck.text}</p>
        <Drop id={one.id} lang={lang} />
      </Panel>
    );
  if (one.state === 'refused')
    return (
      <Panel title={texts.refusedTitle}>
        <p>{texts.refused[one.refusal ?? 'notASpreadsheet'](one.detail)}</p>
        <p>
          <a href="/office/spreadsheets#upload">{texts.again}</a>
        </p>
      </Panel>
    );
  if (one.state === 'done')
    return (
      <Panel title={texts.doneTitle}>
        <output>{texts.done(one.counts.new + one.counts.changed, numberInWords(one.counts.new + one.counts.changed, lang), one.asDrafts)}</output>
        <p>
          <a href={one.asDrafts ? `/office/records/${one.kind ?? ''}` : '/office/queue?view=mine'}>{one.asDrafts ? texts.toDrafts : texts.toQueue}</a>
        </p>
      </Panel>
    );
  if (one.state === 'dropped')
    return (
      <Panel title={texts.states.dropped}>
        <p>{texts.dropped}</p>
      </Panel>
    );
  if (one.state !== 'reading' && one.state !== 'checking' && one.state !== 'writing') return null;
  const [done, all] = [numberInWords(one.doneLines, lang), numberInWords(one.allLines, lang)];
  return (
    <Panel title={texts.working[one.state]}>
      <output>{one.state === 'checking' ? texts.progress(done, all) : texts.wait}</output>
      <progress class="kg-progress" max={Math.max(1, one.allLines)} value={one.state === 'checking' ? one.doneLines : undefined} aria-label={texts.working[one.state]} />
      <p class="kg-quiet">{texts.mayLeave}</p>
    </Panel>
  );
};

const Panel = ({ title, children }: { title: string; children: Child }) => (
  <section class="kg-panel" aria-labelledby="state">
    <div class="kg-panel__head">
      <h2 id="state">{title}</h2>
    </div>
    <div class="kg-panel__body kg-sheets__state">{children}</div>
  </section>
);
