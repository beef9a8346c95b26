import { z } from 'zod';
import type { Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { open, openObject } from '#publishing/fields.ts';
import { currency, decimal, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

/** A journey on the city's behalf: asked for, approved, made, reported, and what came of it. */
export const tripShape = z
  .object({
    organisation: open(slug),
    purpose: open(text),
    place: open(text.optional()),
    dates: open(edtfText.nullable()),
    /** Only holders of public office are named; of everybody else the public sees the office held. */
    travellers: open(
      z
        .array(openObject({ office: text, name: line().optional() }))
        .max(30)
        .default([]),
    ),
    staffTravellers: z.array(line()).max(30).default([]),
    requestedOn: open(edtfText.optional()),
    approvedOn: open(edtfText.optional()),
    approvedBy: open(text.optional()),
    refusedOn: open(edtfText.optional()),
    plannedCost: decimal.optional(),
    amount: open(decimal.nullable()),
    currency: open(currency.nullable()),
    reportedOn: open(edtfText.optional()),
    report: open(text.optional()),
    followUp: open(text.optional()),
    /** Documented effects that came of it. */
    effects: open(z.array(slug).max(20).default([])),
    sourceIds,
    sources,
    caseNumber: line(60).optional(),
    officeNotes: z.string().max(5000).optional(),
  })
  .refine((trip) => (trip.amount === null) === (trip.currency === null), { path: ['currency'], error: 'an amount needs its currency, and the other way round' });
export type Trip = z.infer<typeof tripShape>;

export const tripStates = ['planned', 'requested', 'refused', 'approved', 'under-way', 'report-missing', 'reported', 'not-established'] as const;
export type TripState = (typeof tripStates)[number];

/** Where a trip stands on a day. A report ends it; without dates only the papers tell. */
export function tripState(trip: Pick<Trip, 'dates' | 'requestedOn' | 'approvedOn' | 'refusedOn' | 'reportedOn'>, today: Day): TripState {
  if (trip.reportedOn !== undefined) return 'reported';
  if (trip.refusedOn !== undefined) return 'refused';
  const { from, to } = trip.dates === null ? { from: null, to: null } : boundsOf(edtf(trip.dates));
  if (to !== null && to < today) return 'report-missing';
  if (from !== null && from <= today) return 'under-way';
  if (trip.approvedOn !== undefined) return 'approved';
  if (trip.requestedOn !== undefined) return 'requested';
  return trip.dates === null ? 'not-established' : 'planned';
}
