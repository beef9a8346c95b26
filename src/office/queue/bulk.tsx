import { Tag } from '#ui/marks.tsx';
import { Table } from '#ui/table.tsx';
import type { Reader } from '#db/handles.ts';
import type { Why } from '#publishing/actor.ts';
import { examine } from '#publishing/publish.ts';
import { revisionById } from '#publishing/store.ts';
import { actorOf, requireRole, requireSecondFactor, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { approve } from './decide.ts';
import { showList } from './list-page.tsx';
import { titleOf } from './title.ts';
import { readWhy, type Fault } from './reason.ts';
import { readWaiting, whySubmitted } from './store.ts';
import { kindWord, textsFor } from './texts.ts';

const most = 60;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Publishes what was ticked, each on its own, in the order in which kinds may refer to each other. */
export async function bulkForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'publisher');
  requireSecondFactor(asked);
  const { lang, desk, now, city, person } = asked;
  const typed = await typedIn(asked, ['revision']);
  if (!typed.ok) return typed.answer;
  const texts = textsFor(lang);
  const chosen = [...new Set(typed.form.get('revision') ?? [])].filter((id) => uuid.test(id));
  const lacking = typed.of('whyPl').trim() === '' && typed.of('whyEn').trim() === '' ? await withoutReason(asked, chosen) : null;
  const why = lacking === 0 ? null : readWhy(typed.of, lacking === null ? texts.why : { ...texts.why, missing: texts.bulk.noReason(lacking) });
  const wrongChoice: Fault[] =
    chosen.length === 0 ? [{ field: 'revision', text: texts.bulk.none }] : chosen.length > most ? [{ field: 'revision', text: texts.bulk.tooMany(most) }] : [];
  const faults = [...wrongChoice, ...(why === null || why.ok ? [] : (why.faults ?? []))];
  if (faults.length > 0) return showList(asked, { of: typed.of, faults }, chosen);
  for (const revisionId of await inOrder(asked, chosen)) {
    const given = why?.ok === true ? why.value : await desk.db.read((reader) => reasonOf(reader, revisionId));
    if (given !== undefined) await approve(desk.db, desk.kinds, { revisionId, actor: actorOf(person), now, city, why: given, when: { kind: 'now' }, baseUrl: desk.baseUrl });
  }
  return seeOther(`/office/queue/results?${new URLSearchParams(chosen.map((id) => ['revision', id])).toString()}`);
}

/** What the author said, where they said something. */
async function reasonOf(reader: Reader, revisionId: string): Promise<Why | undefined> {
  const why = (await whySubmitted(reader, revisionId))?.why;
  return why ? { pl: why.pl, en: why.en ?? undefined } : undefined;
}

/** How many of them nobody has given a reason for. */
const withoutReason = ({ desk }: Asked, ids: readonly string[]): Promise<number> =>
  desk.db.read(async (reader) => {
    let lacking = 0;
    for (const id of ids) if ((await reasonOf(reader, id)) === undefined) lacking += 1;
    return lacking;
  });

async function inOrder({ desk }: Asked, ids: readonly string[]): Promise<string[]> {
  const order = new Map(desk.kinds.all.map((kind, place) => [kind.name, place]));
  const found = await desk.db.read(async (reader) => {
    const rows: { id: string; place: number }[] = [];
    for (const id of ids) {
      const revision = await revisionById(reader, id);
      if (revision) rows.push({ id, place: order.get(revision.kind) ?? 0 });
    }
    return rows;
  });
  return found.toSorted((one, other) => one.place - other.place).map(({ id }) => id);
}

type Result = { id: string; title: string; kind: string; published: boolean; why: string | null };

/** What became of each, read from the store: the page may be opened again and again. */
export async function resultsPage(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'publisher');
  const { lang, desk, person } = asked;
  const texts = textsFor(lang);
  const ids = asked.query.getAll('revision').filter((id) => uuid.test(id));
  const results = await desk.db.read(async (reader) => {
    const rows: Result[] = [];
    for (const id of ids.slice(0, most)) {
      const waiting = await readWaiting(reader, id);
      const revision = await revisionById(reader, id);
      if (!waiting || !revision) continue;
      const read = desk.kinds.named(waiting.kind).read(waiting.body, waiting.schemaVersion);
      const published = !['submitted', 'scheduled', 'returned'].includes(waiting.state);
      const examined = published ? null : await examine(reader, desk.kinds, revision, { actor: actorOf(person) });
      rows.push({
        id,
        title: (await titleOf(reader, read.ok ? read.value : null, waiting.slug))[lang],
        kind: kindWord(waiting.kind, lang),
        published,
        why: examined === null || examined.ok ? null : texts.refusals[examined.refusal],
      });
    }
    return rows;
  });
  return {
    title: texts.bulk.resultTitle,
    rail: 'queue',
    crumbs: [
      { text: texts.title, href: '/office/queue' },
      { text: texts.bulk.resultTitle, href: '/office/queue/results' },
    ],
    content: (
      <>
        <h1>{texts.bulk.resultTitle}</h1>
        <output>{texts.bulk.count(results.filter((one) => one.published).length, results.length)}</output>
        <div class="kg-panel">
          <Table
            lang={lang}
            id="results"
            caption={texts.bulk.resultTable}
            columns={[
              { head: texts.columns.record, cell: (row) => <a href={`/office/queue/${row.id}`}>{row.title}</a> },
              { head: texts.review.facts.kind, cell: (row) => row.kind },
              {
                head: texts.bulk.result,
                cell: (row) => (
                  <>
                    <Tag tone={row.published ? 'good' : 'bad'}>{row.published ? texts.bulk.published : texts.bulk.notPublished}</Tag> {row.why}
                  </>
                ),
              },
            ]}
            rows={results}
          />
        </div>
        <p>
          <a href="/office/queue">{texts.bulk.back}</a>
        </p>
      </>
    ),
  };
}
