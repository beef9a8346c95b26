import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import { wordsFor } from '#lang/words.ts';
import type { Actor } from '#publishing/actor.ts';
import { findRecord, insertAudit } from '#publishing/store.ts';
import { shippedCriteria } from '../criteria/shipped.ts';
import type { CriteriaSet } from '../criteria/criterion.ts';
import { usualWidening } from '../decision/scores.ts';
import { usualRule } from '../decision/indication.ts';
import { leastDraws } from '../decision/smaa.ts';
import { countingSettings } from '../indicators/store.ts';
import type { Assessment } from './cycle.ts';
import { assessmentNamed, listAssessments } from './store.ts';
import { insertCriteria, insertCycle, latestCriteria, listCycles, replaceScorers, type CycleDeclared } from './working-store.ts';

type Opening = { year: number; actor: Actor; now: Date };
type OpenRefusal = 'badYear' | 'yearTaken';

/** Opens the cycle of a year, with what the cycle before declared, or with what Koga ships. Whoever opens it may score everything. */
export const openCycle = (db: Db, opening: Opening): Promise<Outcome<{ id: string; slug: string }, OpenRefusal>> => db.write((tx) => openIn(tx, opening));

async function openIn(tx: Tx, { year, actor, now }: Opening): Promise<Outcome<{ id: string; slug: string }, OpenRefusal>> {
  if (!Number.isInteger(year) || year < 2000 || year > 2200) return refused('badYear');
  const slug = `ocena-${year}`;
  const cycles = await listCycles(tx);
  if (cycles.some((one) => one.year === year) || (await findRecord(tx, 'assessment', slug)) !== undefined) return refused('yearTaken');
  const criteria = (await latestCriteria(tx)) ?? (await firstCriteria(tx, actor, now));
  const declared = await startingPoint(tx, year, criteria);
  const id = await insertCycle(tx, { year, slug, criteriaVersion: criteria.version, declared, openedBy: actor.id, openedAt: now });
  await replaceScorers(tx, id, [{ actorId: actor.id, unitId: null }]);
  await insertAudit(tx, { at: now, actorId: actor.id, action: 'open assessment', about: slug });
  return done({ id, slug });
}

async function firstCriteria(tx: Tx, actor: Actor, now: Date): Promise<CriteriaSet> {
  await insertCriteria(tx, shippedCriteria, actor.id, now);
  return shippedCriteria;
}

/** What the latest published cycle declared, where its weights and profiles fit the criteria; a start that says nothing about weights otherwise. */
async function startingPoint(reader: Reader, year: number, criteria: CriteriaSet): Promise<CycleDeclared> {
  const { rates, peers } = await countingSettings(reader);
  const [latest] = await listAssessments(reader);
  const before = latest === undefined ? undefined : (await assessmentNamed(reader, latest.slug))?.body;
  const counts = { benefits: criteria.criteria.filter((one) => one.index === 'benefits').length, all: criteria.criteria.length };
  const fits = before !== undefined && before.criteria.criteria.map((one) => one.code).join() === criteria.criteria.map((one) => one.code).join();
  return {
    settings: { draws: leastDraws, widening: usualWidening, ...usualRule, ...before?.settings, seed: `koga-${year}`, exchangeRates: rates, peers },
    weights: fits ? before.weights : [{ name: { pl: wordsFor('pl').firstWeights, en: wordsFor('en').firstWeights }, benefits: { by: 'open' }, asks: { by: 'open' } }],
    reference: fits ? before.reference : flatReference(counts.benefits),
    summary: null,
  };
}

/** Profiles are the office's to declare. Until it does, the same small value stands for every criterion, the higher the more a membership asks. */
const flatReference = (criteria: number): Assessment['reference'] => {
  const profile = (just: number, clearly: number): Assessment['reference']['low'] => ({
    justWorthwhile: Array.from({ length: criteria }, () => just),
    clearlyWorthwhile: Array.from({ length: criteria }, () => clearly),
  });
  return { limits: [0.2, 0.4], low: profile(0.1, 0.3), middle: profile(0.15, 0.4), high: profile(0.25, 0.5) };
};
