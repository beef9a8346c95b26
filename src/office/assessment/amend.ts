import { amendCycle, cycleNamed, takesScores, type CycleDeclared, type DeclaredRefusal, type WorkingCycle } from '#assessment/index.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { readWide } from './read-form.ts';
import { missingCycle } from './missing.tsx';
import { isSame } from './same.ts';

type Of = (field: string) => string;
export type AmendRefusal = DeclaredRefusal | 'stale' | 'notOpen' | 'noSuchCriteria';
export type Back = (given: { cycle: WorkingCycle; of: Of; problems: { field: string; text: string }[]; refusal?: AmendRefusal; detail?: string | undefined }) => Promise<Sheet>;

type Form = {
  /** What is to stand, read from what was typed; or what is wrong with it. */
  read: (cycle: WorkingCycle, of: Of) => { ok: true; declared: CycleDeclared } | { ok: false; problems: { field: string; text: string }[] };
  /** The form again, with what was typed. */
  back: Back;
  /** Where a success leads. */
  leadsTo: (cycle: WorkingCycle) => string;
};

export const declaredOf = ({ settings, weights, reference, summary }: WorkingCycle): CycleDeclared => ({ settings, weights, reference, summary });

/** A form that changes what a cycle declares: settings, weights, reference profiles. */
export async function amend(asked: Asked, { read, back, leadsTo }: Form): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await readWide(asked);
  if (!form.ok) return form.answer;
  const { of } = form;
  const cycle = await asked.desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  if (cycle === undefined) return missingCycle(asked);
  if (!takesScores(cycle.state)) return back({ cycle, of, problems: [], refusal: 'notOpen' });
  const typed = read(cycle, of);
  if (!typed.ok) return back({ cycle, of, problems: typed.problems });
  if (isSame(typed.declared, declaredOf(cycle))) return seeOther(leadsTo(cycle));
  const amended = await amendCycle(asked.desk.db, { cycleId: cycle.id, version: Number(of('version')), declared: typed.declared, actor: actorOf(asked.person), now: asked.now });
  if (amended.ok) return seeOther(leadsTo(cycle));
  if (amended.refusal === 'noSuchCycle') return missingCycle(asked);
  return back({ cycle, of, problems: [], refusal: amended.refusal, detail: amended.detail });
}

/** 409 where the cycle itself has moved on, 422 where the form is wrong. */
export const statusOf = (refusal: AmendRefusal | undefined): number => (refusal === 'stale' || refusal === 'notOpen' ? 409 : 422);
