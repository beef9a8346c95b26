/**
 * Writes the published assessments of the invented city into src/db/example/nadrzecze/assessments.json: counted from its own files, with the judgements of
 * nadrzecze-judgements.ts. The same files give the same bytes; a test makes them again. Usage: node scripts/make-nadrzecze-assessments.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { shippedCriteria } from '../src/assessment/criteria/shipped.ts';
import { exchangeRateShape, type Assessment } from '../src/assessment/cycles/cycle.ts';
import { bodyFrom, inputOf, type Closing } from '../src/assessment/cycles/freeze.ts';
import { computeResults } from '../src/assessment/cycles/results.ts';
import { day } from '../src/basics/day.ts';
import type { Text } from '../src/publishing/facts.ts';
import { foundNothing, judgements2025, judgements2026 } from './nadrzecze-judgements.ts';
import { expectDone, folder, nadrzeczeRows } from './nadrzecze-rows.ts';

const settingsShape = z.object({ exchangeRates: z.array(exchangeRateShape), peers: z.array(z.string()) });

/** Swings: how much the step from the lower to the upper end of each scale matters, the largest being 100. */
const weights: Assessment['weights'] = [
  {
    name: { pl: 'Urząd', en: 'Office' },
    benefits: { by: 'swing', ratios: [60, 50, 100, 90, 50, 60, 40, 30, 30, 20, 40] },
    asks: { by: 'swing', ratios: [100, 60, 70, 30, 40, 50] },
  },
  {
    name: { pl: 'Mieszkańcy', en: 'Residents' },
    benefits: { by: 'swing', ratios: [40, 40, 80, 100, 60, 30, 70, 50, 10, 10, 90] },
    asks: { by: 'swing', ratios: [100, 80, 40, 20, 30, 60] },
  },
];

/** What the office declared for memberships that ask little, a middling amount, or much: values from 0 to 1 for V1–V11. */
const reference: Assessment['reference'] = {
  limits: [0.2, 0.45],
  low: {
    justWorthwhile: [0.25, 0, 0, 0, 0.25, 0, 0, 0.25, 0, 0.2, 0.1],
    clearlyWorthwhile: [0.5, 0.5, 0.2, 0.3, 0.25, 0.25, 0.25, 0.25, 0.2, 0.3, 0.25],
  },
  middle: {
    justWorthwhile: [0.25, 0, 0.2, 0, 0.25, 0.1, 0.1, 0.25, 0, 0.3, 0.2],
    clearlyWorthwhile: [0.5, 0.5, 0.4, 0.4, 0.4, 0.25, 0.25, 0.25, 0.3, 0.4, 0.3],
  },
  high: {
    justWorthwhile: [0.5, 0.25, 0.3, 0.3, 0.25, 0.25, 0.25, 0.25, 0.1, 0.4, 0.25],
    clearlyWorthwhile: [0.75, 0.5, 0.5, 0.6, 0.5, 0.5, 0.5, 0.5, 0.3, 0.5, 0.5],
  },
};

const cycles: { year: number; closedOn: string; looked: typeof judgements2026; lookedOn: string; previous: string | null; summary: Text }[] = [
  {
    year: 2025,
    closedOn: '2025-10-31',
    looked: judgements2025,
    lookedOn: '2025-10-14',
    previous: null,
    summary: {
      pl: 'Pierwsza ocena. Forum Transportu Wodnego broni się jeszcze pieniędzmi z projektu promu. O sieci Miasta dla Rodzin wiemy za mało, żeby cokolwiek powiedzieć.',
      en: 'The first assessment. The Water Transport Forum still stands by the money of its ferry project. Of Cities for Families too little is known to say anything.',
    },
  },
  {
    year: 2026,
    closedOn: '2026-10-31',
    looked: judgements2026,
    lookedOn: '2026-10-13',
    previous: 'ocena-2025',
    summary: {
      pl: 'Program Miasta bez Barier urósł: usunięto 41 barier i przeszkolono urząd. Projekt promu wyszedł z okresu, który liczymy, a Forum Transportu Wodnego nie przyniosło nic nowego.',
      en: 'Cities without Barriers has grown: 41 barriers were removed and the office was trained. The ferry project lies outside the years that count by now, and the Water Transport Forum has brought nothing new.',
    },
  },
];

/** The shipped assessments, as their file holds them. */
export async function nadrzeczeAssessments(): Promise<{ slug: string; body: Assessment }[]> {
  const { exchangeRates, peers } = settingsShape.parse(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8')));
  const rows = await nadrzeczeRows(peers);
  return cycles.map(({ year, closedOn, looked, lookedOn, previous, summary }) => {
    const judgements: Closing['judgements'] = Object.entries(looked).flatMap(([membership, { none, judged }]) => [
      ...none.map((criterion) => ({ membership, criterion, judgement: { state: 'confirmed-none' as const, from: null, to: null, seenOn: lookedOn, reason: foundNothing } })),
      ...judged.map(({ criterion, from, to, reason }) => ({ membership, criterion, judgement: { state: 'judged' as const, from, to: to ?? from, seenOn: lookedOn, reason } })),
    ]);
    const closing: Closing = {
      year,
      closedOn: day(closedOn),
      criteria: shippedCriteria,
      rows,
      localUse: null,
      judgements,
      weights,
      reference,
      settings: {
        draws: 10_000,
        seed: `nadrzecze-${year}`,
        threshold: 0.8,
        completeness: 0.6,
        silentMonths: 24,
        widening: { A: 0, B: 0.05, C: 0.15 },
        exchangeRates: exchangeRates.filter((rate) => rate.on <= closedOn),
        peers,
      },
      previous,
      summary,
      sources: [
        {
          id: 's1',
          url: `https://nadrzecze.example/ocena-korzysci/${year}`,
          title: `Ocena korzyści z członkostw za rok ${year}, karty komórek`,
          lang: 'pl',
          seenOn: closedOn,
          by: 'city',
        },
      ],
    };
    const input = inputOf(closing);
    return { slug: `ocena-${year}`, body: expectDone(bodyFrom(closing, input, expectDone(computeResults(input)))) };
  });
}

/** As the other files of the city are written. */
export const asFile = (records: unknown): string => `${JSON.stringify(records, null, 1)}\n`;

if (import.meta.main) await writeFile(join(folder, 'assessments.json'), asFile(await nadrzeczeAssessments()));
