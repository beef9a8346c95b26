import {
  assessmentShape,
  cycleNamed,
  listAssessments,
  listCycles,
  readWorkingCycle,
  scorersOf,
  takesScores,
  type Assessment,
  type CycleView,
  type WorkingCycle,
} from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import type { Reader } from '#db/handles.ts';
import { readLocalUse } from '#insight/index.ts';
import { unitsBySlug } from '#register/index.ts';
import { NotAllowed, type Asked } from '../page.ts';
import { namesOf, unitsOfMemberships } from './store.ts';

export type Scorer = { actorId: string; unit: string | null };

/** A cycle with everything that its pages show. `units`: the slug of the unit in charge, by membership. */
export type Loaded = CycleView & {
  scorers: Scorer[];
  units: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  publicSlug: string | null;
  frozen: Assessment | null;
};

export async function loadCycle(reader: Reader, asked: Asked): Promise<Loaded | undefined> {
  const cycle = await cycleNamed(reader, asked.given['cycle'] ?? '');
  if (cycle === undefined) return undefined;
  const view = await readWorkingCycle(reader, cycle.id, asked.today, await readLocalUse(reader, asked.today));
  const frozen = frozenOf(cycle);
  if (view === undefined) return undefined;
  const scorers = await scorersOf(reader, cycle.id);
  const published = await listAssessments(reader);
  return {
    ...view,
    assessed: frozen?.memberships ?? view.assessed,
    frozen,
    scorers,
    units: await unitsOfMemberships(reader),
    names: await namesOf(reader, [...scorers.map((one) => one.actorId), ...view.saved.map((one) => one.byId)]),
    publicSlug: published.find((one) => one.slug === cycle.slug)?.slug ?? null,
  };
}

/** What the closing has kept; null while a cycle is worked on. */
export const frozenOf = ({ body }: Pick<WorkingCycle, 'body'>): Assessment | null => assessmentShape.safeParse(body).data ?? null;

export async function unitName(reader: Reader, slug: string, lang: Asked['lang']): Promise<string> {
  const unit = (await unitsBySlug(reader)).get(slug);
  return unit === undefined ? slug : lang === 'en' ? (unit.body.name.en ?? unit.body.name.pl) : unit.body.name.pl;
}

const looksAtAll = ['assessor', 'editor', 'publisher', 'administrator'] as const;

const seesAll = (asked: Asked): boolean => looksAtAll.some((role) => holds(asked.person, role));

/** Those who work with assessments see every page; whoever was asked to score sees the cycle and scores the memberships of the unit. */
export function mayLook(asked: Asked, scorers: readonly Scorer[]): void {
  if (seesAll(asked)) return;
  if (!scorers.some((one) => one.actorId === asked.person.actorId)) throw new NotAllowed('assessor');
}

/** The cycles that somebody may look at; refused to whoever has no part in any. */
export async function cyclesFor(reader: Reader, asked: Asked): Promise<WorkingCycle[]> {
  const cycles = await listCycles(reader);
  if (seesAll(asked)) return cycles;
  const own: WorkingCycle[] = [];
  for (const cycle of cycles) if ((await scorersOf(reader, cycle.id)).some((one) => one.actorId === asked.person.actorId)) own.push(cycle);
  if (own.length === 0) throw new NotAllowed('assessor');
  return own;
}

export function mayScoreIt(asked: Asked, { scorers, units }: Pick<Loaded, 'scorers' | 'units'>, membership: string): boolean {
  if (holds(asked.person, 'assessor')) return true;
  const unit = units.get(membership);
  return scorers.some((one) => one.actorId === asked.person.actorId && (one.unit === null || one.unit === unit));
}

export const canChange = (asked: Asked, cycle: WorkingCycle): boolean => holds(asked.person, 'assessor') && takesScores(cycle.state);
