import { amendCycle, cycleNamed, latestCriteria, ofIndex, type CriteriaSet, type CycleDeclared, type Index, type WorkingCycle } from '#assessment/index.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { declaredOf } from './amend.ts';
import { cycleOverview } from './cycle-page.tsx';
import { placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { textsFor } from './texts.ts';

const codes = (set: CriteriaSet, index: Index): string =>
  ofIndex(set, index)
    .map((one) => one.code)
    .join();

/** What a cycle declares under another set: weights and profiles stay where the criteria of their side are the same, and begin anew where they are not. */
export function declaredUnder(cycle: WorkingCycle, newest: CriteriaSet): CycleDeclared {
  const keeps = (index: Index): boolean => codes(cycle.criteria, index) === codes(newest, index);
  const weights = cycle.weights.map(({ name, benefits, asks }) => ({
    name,
    benefits: keeps('benefits') ? benefits : { by: 'open' as const },
    asks: keeps('asks') ? asks : { by: 'open' as const },
  }));
  const before = ofIndex(cycle.criteria, 'benefits').map((one) => one.code);
  const moved = (values: readonly number[]): number[] => ofIndex(newest, 'benefits').map((one) => values[before.indexOf(one.code)] ?? 0);
  const profile = ({ justWorthwhile, clearlyWorthwhile }: WorkingCycle['reference']['low']) => ({
    justWorthwhile: moved(justWorthwhile),
    clearlyWorthwhile: moved(clearlyWorthwhile),
  });
  const { limits, low, middle, high } = cycle.reference;
  return { ...declaredOf(cycle), weights, reference: { limits, low: profile(low), middle: profile(middle), high: profile(high) } };
}

export async function takeCriteria(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const { desk, lang, now } = asked;
  const found = await desk.db.read(async (reader) => ({ cycle: await cycleNamed(reader, asked.given['cycle'] ?? ''), newest: await latestCriteria(reader) }));
  const { cycle, newest } = found;
  if (cycle === undefined || newest === undefined) return missingCycle(asked);
  const done = `${placeOf(cycle)}?done=saved`;
  if (newest.version === cycle.criteria.version) return seeOther(done);
  const { problems } = textsFor(lang).cycle;
  const taken = await amendCycle(desk.db, {
    cycleId: cycle.id,
    version: Number(form.of('version')),
    declared: declaredUnder(cycle, newest),
    criteriaVersion: newest.version,
    actor: actorOf(asked.person),
    now,
  });
  return taken.ok ? seeOther(done) : cycleOverview(asked, { status: 409, problem: taken.refusal === 'notOpen' ? problems.notOpen : problems.stale });
}
