import { resolve } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '#basics/uuid.ts';
import { publish, submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, revisionById } from '#publishing/store.ts';
import { verify } from '#publishing/verify.ts';
import { withdraw } from '#publishing/withdraw.ts';
import { day } from '#basics/day.ts';
import { loadExample } from '../../example.ts';
import { kinds } from '../../kinds.ts';
import { office, person, storeFor } from '../../../test/world.ts';
import { checkCycle, closeCycle, publishCycle, readWorkingCycle, reopenCycle } from './close-cycle.ts';
import { amendCycle, saveCriteria } from './declare.ts';
import { computeInWorker } from './in-worker.ts';
import { openCycle } from './open-cycle.ts';
import { computeResults } from './results.ts';
import { saveScore, setScorers } from './score.ts';
import { assessmentNamed, listAssessments } from './store.ts';
import { verifyAssessment } from './verify.ts';
import { findCycle, latestCriteria } from './working-store.ts';

const now = new Date('2026-11-22T10:00:00Z');
const reason = { pl: 'Komórka policzyła udział w naradach.', en: 'The unit counted its part in meetings.' };
const judged = (from: number, to = from) => ({ state: 'judged' as const, from, to, seenOn: '2026-11-20', reason });
const expectDone = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: string; detail?: string }): T => {
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ''}`);
  return outcome.value;
};

const place = storeFor('empty');
beforeAll(async () => {
  expectDone(await loadExample(place().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', now));
});
const db = () => place().db;
const cycleOf = async (id: string) => {
  const cycle = await db().read((reader) => findCycle(reader, id));
  if (cycle === undefined) throw new Error('no cycle');
  return cycle;
};
const currentOf = (kind: string, slug: string) =>
  db().read(async (reader) => {
    const record = await findRecord(reader, kind, slug);
    const revision = record && (await currentRevisionId(reader, record.id));
    return revision === undefined ? undefined : revisionById(reader, revision);
  });

describe('the office assesses a year', () => {
  it('from opening to a published, reproducible whole that nobody can change', async () => {
    const [anna, piotr, ewa] = [await person(db(), 'Anna Oceniająca'), await person(db(), 'Piotr Publikujący'), await person(db(), 'Ewa z Transportu')];
    expect(await openCycle(db(), { year: 2026, actor: anna, now })).toMatchObject({ refusal: 'yearTaken' });
    expect(await openCycle(db(), { year: 1, actor: anna, now })).toMatchObject({ refusal: 'badYear' });
    const { id, slug } = expectDone(await openCycle(db(), { year: 2027, actor: anna, now }));
    expect(slug).toBe('ocena-2027');
    const opened = await cycleOf(id);
    // It goes on from what the cycle before declared, with a seed of its own.
    expect(opened).toMatchObject({
      state: 'open',
      version: 1,
      settings: { seed: 'koga-2027', silentMonths: 24 },
      weights: [{ name: { pl: 'Urząd' } }, { name: { pl: 'Mieszkańcy' } }],
    });

    expectDone(
      await setScorers(db(), {
        cycleId: id,
        scorers: [
          { actorId: anna.id, unit: null },
          { actorId: ewa.id, unit: 'zarzad-transportu' },
        ],
        actor: anna,
        now,
      }),
    );
    const score = { cycleId: id, membership: 'forum-transportu-wodnego', criterion: 'V5', basedOn: null, judgement: judged(2), actor: ewa, now };
    expect(expectDone(await saveScore(db(), score))).toEqual({ version: 1 });
    expect(await saveScore(db(), score)).toMatchObject({ refusal: 'stale' });
    expect(expectDone(await saveScore(db(), { ...score, basedOn: 1, judgement: judged(1, 2) }))).toEqual({ version: 2 });
    expect(await saveScore(db(), { ...score, membership: 'liga-starych-mostow' })).toMatchObject({ refusal: 'notYours' });
    expect(await saveScore(db(), { ...score, basedOn: 2, judgement: judged(3, 1) })).toMatchObject({ refusal: 'turnedAround' });
    expect(await saveScore(db(), { ...score, basedOn: 2, judgement: judged(0, 99) })).toMatchObject({ refusal: 'outsideScale' });
    expect(await saveScore(db(), { ...score, criterion: 'V77' })).toMatchObject({ refusal: 'noSuchCriterion' });
    expect(await saveScore(db(), { ...score, membership: 'nie-ma' })).toMatchObject({ refusal: 'noSuchMembership' });
    const none = { state: 'confirmed-none' as const, from: null, to: null, seenOn: '2026-11-20', reason };
    expectDone(await saveScore(db(), { ...score, criterion: 'V8', judgement: none }));
    expectDone(await saveScore(db(), { ...score, criterion: 'V7', judgement: none }));
    expect(expectDone(await saveScore(db(), { ...score, criterion: 'V7', basedOn: 1, judgement: null }))).toEqual({ version: null });

    const view = await db().read((reader) => readWorkingCycle(reader, id, day('2026-11-20')));
    const sheets = view?.assessed.find((one) => one.membership === 'forum-transportu-wodnego')?.scores;
    expect(sheets?.find((one) => one.criterion === 'V5')).toMatchObject({ state: 'judged', from: 1, to: 2, beside: [{ slug: 'wtf-2021-ferry', because: 'earlier' }] });
    expect(sheets?.find((one) => one.criterion === 'V7')).toMatchObject({ state: 'unknown' });
    expect(sheets?.find((one) => one.criterion === 'V8')).toMatchObject({ state: 'confirmed-none' });

    const step = { cycleId: id, version: 1, actor: anna, now };
    expect(await closeCycle(db(), { ...step, closedOn: '2026-11-20' })).toMatchObject({ refusal: 'notNow', detail: 'open' });
    expect(await publishCycle(db(), kinds, step)).toMatchObject({ refusal: 'notNow' });
    expectDone(await checkCycle(db(), step));
    expect(await checkCycle(db(), step)).toMatchObject({ refusal: 'stale' });
    expectDone(await closeCycle(db(), { ...step, version: 2, closedOn: '2026-11-20', compute: (input) => computeInWorker(input) }));
    expect(await saveScore(db(), { ...score, basedOn: 2 })).toMatchObject({ refusal: 'notOpen', detail: 'closed' });

    const handed = expectDone(await publishCycle(db(), kinds, { ...step, version: 3 }));
    expect((await cycleOf(id)).state).toBe('submitted');
    expect(await reopenCycle(db(), { ...step, version: 4 })).toMatchObject({ refusal: 'notNow', detail: 'submitted' });
    expect(await publish(db(), kinds, { revisionId: handed.revisionId, actor: anna, now, publishingBody: office })).toMatchObject({ refusal: 'ownWork' });
    expectDone(await publish(db(), kinds, { revisionId: handed.revisionId, actor: piotr, now, publishingBody: office }));
    expect((await cycleOf(id)).state).toBe('published');

    const published = await db().read((reader) => assessmentNamed(reader, slug));
    if (published === undefined) throw new Error('it stands in public');
    expect(published.body.previous).toBe('ocena-2026');
    expect(verifyAssessment(published.body)).toEqual({ ok: true, value: { memberships: published.body.memberships.length } });
    expect((await db().read(listAssessments)).map((one) => one.year)).toEqual([2027, 2026, 2025]);
    expect(await verify(db(), kinds)).toEqual([]);
  });

  it('leaves a row in the log for each step', async () => {
    const { rows } = await db().read((reader) =>
      sql<{ action: string; count: number }>`select action, count(*)::int as count from audit where about like 'ocena-2027%' group by action order by action`.execute(reader),
    );
    expect(rows.map((row) => `${row.action} ${row.count}`)).toEqual([
      'check assessment 1',
      'close assessment 1',
      'hand in assessment 1',
      'open assessment 1',
      'save score 4',
      'set scorers 1',
      'take score back 1',
    ]);
  });

  it('keeps versions of its criteria, and refuses those that cannot be weighed', async () => {
    const anna = await person(db(), 'Anna Kryteria');
    const latest = await db().read(latestCriteria);
    if (latest === undefined) throw new Error('there are criteria since the first cycle was opened');
    const given = { basedOn: latest.version, actor: anna, now };
    const renamed = latest.criteria.map((one) => (one.code === 'V1' ? { ...one, name: { pl: 'Strategia', en: 'Strategy' } } : one));
    expect(expectDone(await saveCriteria(db(), { ...given, criteria: renamed })).version).toBe(latest.version + 1);
    expect(await saveCriteria(db(), { ...given, criteria: renamed })).toMatchObject({ refusal: 'stale' });
    const next = { ...given, basedOn: latest.version + 1 };
    expect(await saveCriteria(db(), { ...next, criteria: [...renamed, ...renamed] })).toMatchObject({ refusal: 'sameCriterionTwice' });
    expect(await saveCriteria(db(), { ...next, criteria: renamed.filter((one) => one.index === 'benefits') })).toMatchObject({ refusal: 'indexEmpty' });
    const flat = renamed.map((one) =>
      one.code === 'V2'
        ? {
            ...one,
            corners: [
              { at: 0, value: 0 },
              { at: 4, value: 0 },
            ],
          }
        : one,
    );
    expect(await saveCriteria(db(), { ...next, criteria: flat })).toMatchObject({ refusal: 'flat', detail: 'V2' });
    expect(await saveCriteria(db(), { ...next, criteria: 'x' })).toMatchObject({ refusal: 'badCriteria' });
    const owner = db().write((tx) => sql`update criteria_sets set body = '{}'`.execute(tx));
    await expect(owner).rejects.toThrow(/permission denied|never changed/);

    const { id } = expectDone(await openCycle(db(), { year: 2028, actor: anna, now }));
    const cycle = await cycleOf(id);
    const { settings, weights, reference, summary } = cycle;
    const amendment = { cycleId: id, version: 1, actor: anna, now, declared: { settings, weights, reference, summary } };
    const nothing = [{ name: { pl: 'Nikt' }, benefits: { by: 'swing' as const, ratios: Array.from({ length: 11 }, () => 0) }, asks: { by: 'equal' as const } }];
    expect(await amendCycle(db(), { ...amendment, declared: { ...amendment.declared, weights: nothing } })).toMatchObject({ refusal: 'weighNothing', detail: 'Nikt' });
    const crossed = { ...reference, low: { justWorthwhile: reference.low.clearlyWorthwhile, clearlyWorthwhile: reference.low.justWorthwhile } };
    expect(await amendCycle(db(), { ...amendment, declared: { ...amendment.declared, reference: crossed } })).toMatchObject({ refusal: 'profilesCross' });
    expect(expectDone(await amendCycle(db(), { ...amendment, declared: { ...amendment.declared, settings: { ...settings, seed: 'inne' } } }))).toEqual({ version: 2 });
    expect(await amendCycle(db(), amendment)).toMatchObject({ refusal: 'stale' });
  });
});

describe('a published cycle', () => {
  it('takes no second revision, neither while it stands nor after it was withdrawn', async () => {
    const [anna, piotr] = [await person(db(), 'Anna Zmiana'), await person(db(), 'Piotr Zmiana')];
    const current = await currentOf('assessment', 'ocena-2025');
    if (current === undefined) throw new Error('it stands in public');
    const again = { kind: 'assessment', slug: 'ocena-2025', body: current.body, actor: anna, now };
    expect(await submit(db(), kinds, again)).toMatchObject({ refusal: 'frozen' });
    expect(await withdraw(db(), kinds, { revisionId: current.id, actor: piotr, now, why: { pl: 'Próba' }, publishingBody: office })).toMatchObject({ refusal: 'stillReferred' });
    const cycle = await currentOf('assessment', 'ocena-2027');
    if (cycle === undefined) throw new Error('it stands in public');
    expectDone(await withdraw(db(), kinds, { revisionId: cycle.id, actor: piotr, now, why: { pl: 'Próba' }, publishingBody: office }));
    expect(await submit(db(), kinds, { ...again, slug: 'ocena-2027', body: cycle.body })).toMatchObject({ refusal: 'frozen' });
  });

  it('is defended by the database: no second publication of it can be written, and its revision cannot be touched', async () => {
    const current = await currentOf('assessment', 'ocena-2026');
    if (current === undefined) throw new Error('it stands in public');
    const { recordId, authorId } = current;
    const revision = uuidv7();
    await db().write((tx) =>
      sql`insert into revisions (id, record_id, number, schema_version, body, author_id, created_at) values (${revision}, ${recordId}, 2, 1, '{}', ${authorId}, ${now})`.execute(
        tx,
      ),
    );
    const published = db().write((tx) =>
      sql`insert into publications (id, revision_id, record_id, action, at, actor_id) values (${uuidv7()}, ${revision}, ${recordId}, 'published', ${now}, ${authorId})`.execute(tx),
    );
    await expect(published).rejects.toThrow(/published assessment is never changed/);
    await expect(db().write((tx) => sql`update revisions set body = '{}' where id = ${current.id}`.execute(tx))).rejects.toThrow(/permission denied|never changed/);
  });

  it('stays as it is when the register changes', async () => {
    const [anna, piotr] = [await person(db(), 'Anna Rejestr'), await person(db(), 'Piotr Rejestr')];
    const before = await db().read((reader) => assessmentNamed(reader, 'ocena-2026'));
    const fee = await currentOf('ask', 'siec-miast-rzecznych-fee-2026');
    if (fee === undefined || typeof fee.body !== 'object') throw new Error('the fee stands in public');
    const changed = expectDone(await submit(db(), kinds, { kind: 'ask', slug: fee.slug, body: { ...fee.body, amount: '9000' }, actor: anna, now, basedOn: fee.id }));
    expectDone(await publish(db(), kinds, { revisionId: changed.revisionId, actor: piotr, now, publishingBody: office }));
    expect(await db().read((reader) => assessmentNamed(reader, 'ocena-2026'))).toEqual(before);
  });
});

describe('the thread that computes', () => {
  it('gives the same results as this one, tells how far it is, and ends when asked to', async () => {
    const found = await db().read((reader) => assessmentNamed(reader, 'ocena-2026'));
    if (found === undefined) throw new Error('it stands in public');
    const heard: number[] = [];
    expect(await computeInWorker(found.body, { report: ({ done, of }) => heard.push(done / of) })).toEqual(computeResults(found.body));
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.at(-1)).toBe(1);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    const stop = new AbortController();
    const long = computeInWorker({ ...found.body, settings: { ...found.body.settings, draws: 10_000_000 } }, { signal: stop.signal, report: () => stop.abort() });
    expect(await long).toEqual({ ok: false, refusal: 'cancelled' });
  });

  it('passes a refusal on', async () => {
    const found = await db().read((reader) => assessmentNamed(reader, 'ocena-2026'));
    if (found === undefined) throw new Error('it stands in public');
    const weights = found.body.weights.map((one) => ({ ...one, asks: { by: 'swing' as const, ratios: [0, 0, 0, 0, 0, 0] } }));
    expect(await computeInWorker({ ...found.body, weights })).toMatchObject({ ok: false, refusal: 'weighNothing', detail: 'Urząd' });
  });
});
