import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appOver } from '../../../../test/app.ts';
import { markup, named, textOf } from '../../../../test/markup.ts';
import { offerUsed } from '../../../../test/offer-used.ts';
import { storeFor } from '../../../../test/world.ts';
import { loadExample } from '../../../example.ts';

const steps = { applied: z.number(), chosen: z.number(), passedOn: z.number(), won: z.number() };
const shape = z.object({
  offers: z.object({
    total: z.number(),
    byYear: z.array(z.object({ year: z.number().nullable(), offers: z.number() })),
    byType: z.array(z.object({ type: z.string(), offers: z.number() })),
    byOrganisation: z.array(z.object({ organisation: z.string().nullable(), offers: z.number() })),
    byWay: z.array(z.object({ way: z.string(), offers: z.number() })),
    money: z.object({ named: z.number(), said: z.number(), byCurrency: z.array(z.object({ currency: z.string(), offers: z.number(), least: z.string(), most: z.string() })) }),
  }),
  applications: z.object({
    calls: z.number(),
    institutions: z.number(),
    total: z.object(steps),
    byYear: z.array(z.object({ year: z.number(), ...steps })),
    byKind: z.array(z.object({ kinds: z.array(z.string()), ...steps })).nullable(),
    byTheme: z.array(z.object({ theme: z.string(), ...steps })),
    direct: z.object({ used: z.number(), waiting: z.number(), nothing: z.number(), checked: z.number() }),
  }),
  notices: z.object({ total: z.number(), byTheme: z.array(z.object({ theme: z.string(), mails: z.number() })) }),
});
const sum = (rows: readonly { offers: number }[]): number => rows.reduce((total, { offers }) => total + offers, 0);

describe('figures of offers in Kraków', () => {
  const place = storeFor('world');

  it('say that nobody has applied yet, and count what the offers themselves say', async () => {
    const { get } = appOver(place);
    const { offers, applications } = shape.parse(await (await get('/pl/oferty/liczby.json')).json());
    const all = z.object({ total: z.number() }).parse(await (await get('/pl/oferty.json?state=all')).json());
    expect(offers.total).toBe(all.total);
    expect([sum(offers.byYear), sum(offers.byType), sum(offers.byOrganisation), sum(offers.byWay)]).toEqual(Array(4).fill(all.total));
    expect(offers.money.named).toBe(sum(offers.money.byCurrency));
    expect(applications).toMatchObject({ institutions: 0, total: { applied: 0, chosen: 0, passedOn: 0, won: 0 }, byYear: [], byKind: null });
    for (const { type, offers: count } of offers.byType)
      expect(z.object({ total: z.number() }).parse(await (await get(`/en/offers.json?state=all&type=${type}`)).json()).total).toBe(count);
    expect(textOf(named(markup(await (await get('/pl/oferty/liczby')).text()), 'main')[0])).toContain('Przez urząd nie wpłynęło jeszcze żadne zgłoszenie');
    expect(textOf(named(markup(await (await get('/en/offers/figures')).text()), 'main')[0])).toContain('No application has come in through the city office yet');
  });

  it.each(['/pl/oferty/liczby', '/en/offers/figures'])('put the themes with most offers first (%s)', async (path) => {
    const { get } = appOver(place);
    const theme = named(markup(await (await get(path)).text()), 'table').find((one) => one.attributes.get('id') === 'by-theme');
    const counts = named(theme, 'tbody').flatMap((body) => named(body, 'tr').map((row) => Number(textOf(named(row, 'td').at(-1)))));
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('stand in a file, one line each, and are found from the list of offers and the site map', async () => {
    const { get } = appOver(place);
    const csv = await (await get('/pl/oferty/liczby.csv')).text();
    expect(csv.split('\r\n')[0]).toContain('group,key,offers,calls,applied,chosen,passed_on,won,used_directly,notices');
    for (const path of ['/pl/oferty', '/pl/mapa-serwisu'])
      expect(named(markup(await (await get(path)).text()), 'a').map((link) => link.attributes.get('href'))).toContain('/pl/oferty/liczby');
  });
});

describe('figures of offers in Nadrzecze', () => {
  const place = storeFor('empty');
  let before: z.infer<typeof shape>;
  beforeAll(async () => {
    const loaded = await loadExample(place().db, resolve(import.meta.dirname, '../../../..'), 'nadrzecze', new Date('2026-11-22T09:00:00Z'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    before = shape.parse(await (await appOver(place).get('/pl/oferty/liczby.json')).json());
    await offerUsed(place().db);
  });

  it('count each application in every step that it reached, by year, kind and theme, without a name', async () => {
    const { get } = appOver(place);
    const answer = await get('/pl/oferty/liczby.json');
    const text = await answer.text();
    const { applications: now } = shape.parse(JSON.parse(text));
    const { applications: then } = before;
    const added = (of: keyof typeof steps): number => now.total[of] - then.total[of];
    expect([added('applied'), added('chosen'), added('passedOn'), added('won')]).toEqual([7, 6, 6, 4]);
    expect(now.institutions - then.institutions).toBe(2);
    expect(now.direct.used - then.direct.used).toBe(3);
    expect(now.direct.checked - then.direct.checked).toBe(2);
    expect(now.byKind?.reduce((total, { applied }) => total + applied, 0)).toBe(now.total.applied);
    for (const { applied } of now.byKind ?? []) expect(applied).toBeGreaterThanOrEqual(3);
    expect(now.byYear.reduce((total, { won }) => total + won, 0)).toBe(now.total.won);
    expect(now.byTheme.find(({ theme }) => theme === 'heritage')?.won).toBeGreaterThanOrEqual(4);
    const page = await (await get('/pl/oferty/liczby')).text();
    for (const name of ['Muzeum Mostów', 'Biblioteka Przy Moście']) expect(text + page).not.toContain(name);
    expect(Number(answer.headers.get('x-koga-until'))).toBeGreaterThan(0);
  });
});
