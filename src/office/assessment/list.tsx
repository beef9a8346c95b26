import { holds } from '#accounts/index.ts';
import { listAssessments, openCycle, readWorkingCycle, type CycleInList, type WorkingCycle } from '#assessment/index.ts';
import { readLocalUse } from '#insight/index.ts';
import { ErrorSummary, Button, TextInput } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { placeOf, StateTag } from './frame.tsx';
import { knownIn } from './known.ts';
import { cyclesFor, frozenOf } from './load.ts';
import { textsFor } from './texts.ts';

type Came = { year: string; problem: 'badYear' | 'yearTaken' };
type Row = { cycle: WorkingCycle; known: number; of: number };

export async function cyclesSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  const { lang, desk, today } = asked;
  const texts = textsFor(lang);
  const { rows, published } = await desk.db.read(async (reader) => {
    const cycles = await cyclesFor(reader, asked);
    const localUse = await readLocalUse(reader, today);
    const found: Row[] = [];
    for (const cycle of cycles) {
      const assessed = frozenOf(cycle)?.memberships ?? (await readWorkingCycle(reader, cycle.id, today, localUse))?.assessed;
      found.push({ cycle, ...knownIn(assessed ?? []) });
    }
    return { rows: found, published: await listAssessments(reader) };
  });
  return {
    title: texts.title,
    rail: 'assessment',
    ...(came === null ? {} : { status: 422, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary lang={lang} errors={came === null ? [] : [{ field: 'year', text: `${texts.open.year}: ${texts.open.problems[came.problem]}` }]} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <p class="kg-links">
            <a href="/office/assessment/criteria">{texts.list.criteria}</a> {holds(asked.person, 'assessor') && <a href="/office/assessment/counting">{texts.counting.link}</a>}{' '}
            <a href="/office/records/decision">{texts.list.decisions}</a>
          </p>
        </div>
        <p>{texts.lead}</p>
        <section class="kg-panel" aria-labelledby="cycles-heading">
          <div class="kg-panel__head">
            <h2 id="cycles-heading">{texts.list.cycles}</h2>
          </div>
          {rows.length === 0 ? (
            <p class="kg-panel__body">{texts.list.empty}</p>
          ) : (
            <Table
              lang={lang}
              id="cycles"
              caption={texts.list.caption}
              rows={rows}
              columns={[
                { head: texts.list.heads.year, cell: ({ cycle }) => <a href={placeOf(cycle)}>{cycle.year}</a> },
                { head: texts.list.heads.state, cell: ({ cycle }) => <StateTag state={cycle.state} lang={lang} /> },
                { head: texts.list.heads.progress, cell: ({ known, of }) => texts.progressOf(known, of) },
                { head: texts.list.heads.next, cell: ({ cycle }) => texts.next[cycle.state] },
              ]}
            />
          )}
        </section>
        {holds(asked.person, 'assessor') && <OpenForm asked={asked} came={came} suggested={nextYear(rows, published, asked)} />}
        {published.length > 0 && (
          <section class="kg-panel" aria-labelledby="published-heading">
            <div class="kg-panel__head">
              <h2 id="published-heading">{texts.list.public}</h2>
            </div>
            <ul class="kg-panel__body">
              {published.map((one) => (
                <li>
                  <a href={addressOf('assessmentCycle', lang, { slug: one.slug })}>{texts.list.publicLink(one.year)}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  };
}

const nextYear = (rows: readonly Row[], published: readonly CycleInList[], asked: Asked): number => {
  const taken = [...rows.map(({ cycle }) => cycle.year), ...published.map(({ year }) => year)];
  const now = Number(asked.today.slice(0, 4));
  return taken.includes(now) ? Math.max(...taken) + 1 : now;
};

const OpenForm = ({ asked, came, suggested }: { asked: Asked; came: Came | null; suggested: number }) => {
  const texts = textsFor(asked.lang).open;
  return (
    <section class="kg-panel" aria-labelledby="open-heading">
      <div class="kg-panel__head">
        <h2 id="open-heading">{texts.heading}</h2>
      </div>
      <form method="post" action="/office/assessment" novalidate>
        <div class="kg-form">
          <TextInput
            name="year"
            label={texts.year}
            hint={texts.hint}
            lang={asked.lang}
            value={came?.year ?? String(suggested)}
            inputmode="numeric"
            maxlength={4}
            error={came === null ? undefined : texts.problems[came.problem]}
          />
        </div>
        <div class="kg-form__foot">
          <Button>{texts.button}</Button>
        </div>
      </form>
    </section>
  );
};

export async function open(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const typed = form.of('year').trim();
  const year = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
  const opened = await openCycle(asked.desk.db, { year, actor: actorOf(asked.person), now: asked.now });
  return opened.ok ? seeOther(`/office/assessment/${opened.value.slug}?done=saved`) : cyclesSheet(asked, { year: typed, problem: opened.refusal });
}
