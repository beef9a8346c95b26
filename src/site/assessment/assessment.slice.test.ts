import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computeResults, type Assessment } from '#assessment/index.ts';
import { langs } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { appOver, readable } from '../../../test/app.ts';
import { csvRows } from '../../../test/csv-rows.ts';
import { worldNow } from '../../../test/database.ts';
import { storeFor } from '../../../test/world.ts';
import { loadExample } from '../../example.ts';
import { isFrozenInput } from './what-if/changes.ts';

const root = resolve(import.meta.dirname, '../../..');
const addresses = { pl: '/pl/ocena-korzysci', en: '/en/assessment' } as const;
const summaryShape = z.object({
  summary: z.object({ memberships: z.array(z.object({ effects: z.object({ count: z.number() }) })), city: z.object({ effects: z.object({ count: z.number() }) }) }),
  cycles: z.array(z.unknown()),
});
const sumsShape = z.object({ sums: z.object({ counted: z.number() }) });

describe('a city that has published no assessment', () => {
  const { get, text } = appOver(storeFor('world'));

  it.each(langs)('is told what is documented and what is not, and no score, order or indication of anybody (%s)', async (lang) => {
    const page = await text(addresses[lang]);
    expect(page).toContain(lang === 'pl' ? 'Czego nie udokumentowano?' : 'What is not documented?');
    expect(page).toContain(lang === 'pl' ? 'jeszcze nie oceniono' : 'not assessed yet');
    const files = [await (await get(`${addresses[lang]}.json`)).text(), await (await get(`${addresses[lang]}.csv`)).text()];
    const { keepAndUseMore, reviveOrJustify, examine, uncertain } = wordsFor(lang).indication;
    for (const said of [page.toLocaleLowerCase(lang), ...files])
      for (const word of [keepAndUseMore, reviveOrJustify, examine, uncertain, 'keepAndUseMore', 'indication', 'na 100', 'of 100']) expect(said).not.toContain(word);
    expect(await (await get(addresses[lang])).text()).not.toMatch(/what-if|kg-plane|kg-answer/);
  });

  it('has no cycle under any address', async () => {
    for (const slug of ['ocena-2026', 'x']) expect((await get(`/pl/ocena-korzysci/${slug}`)).status).toBe(404);
  });

  it('counts the same effects as the page why belong', async () => {
    const own = summaryShape.parse(await (await get('/en/assessment.json')).json());
    const why = sumsShape.parse(await (await get('/en/why-belong.json')).json());
    expect(own.cycles).toEqual([]);
    expect(own.summary.city.effects.count).toBe(why.sums.counted);
    expect(csvRows(await (await get('/en/assessment.csv')).text()).length).toBe(own.summary.memberships.length + 1);
  });
});

describe('a city that has published cycles', () => {
  const store = storeFor('empty');
  const { get, text } = appOver(store);
  beforeAll(async () => {
    const loaded = await loadExample(store().db, root, 'nadrzecze', worldNow);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  }, 120_000);

  it('tells a resident in words what a membership brought against what it asks, and how sure that is', async () => {
    const page = await text(addresses.pl);
    expect(page.indexOf('Co udokumentowano?')).toBeLessThan(page.indexOf('Korzyści wobec kosztów i obowiązków'));
    for (const said of [
      'Korzyści: 46 punktów na 100, środkowa część skali',
      'Koszty i obowiązki: 43 punkty na 100, czyli średnie.',
      'Pewność: wskazanie „utrzymać i lepiej wykorzystać” wychodzi w 100 na 100 losowań.',
      'To nie jest ocena organizacji ani stanowisko Rady Miasta.',
      'Koszty znamy dla 11 z 12 członkostw.',
      'Efekty tego członkostwa',
      'Ożywić (Prezydent Miasta, 12 listopada 2026)',
    ])
      expect(page).toContain(said);
    expect(await text(addresses.en)).toContain('This is neither an assessment of the organisations nor a position of the City Council.');
  });

  it.each(langs)('shows a cycle whole, each reading with the very rows it is counted from (%s)', async (lang) => {
    const path = `${addresses[lang]}/ocena-2026`;
    const html = await (await get(path)).text();
    const body = await cycleAt(`${path}.json`);
    const own = body.memberships.find(({ membership }) => membership === 'siec-miast-rzecznych');
    const rows = own?.scores.flatMap(({ evidence }) => evidence) ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const { kind, slug, revision } of rows) {
      const address = `/${lang}/${lang === 'pl' ? 'historia' : 'history'}/${kind}s/${slug}/${revision}`;
      expect(html).toContain(`href="${address}"`);
      expect((await get(address)).status, address).toBe(200);
    }
  });

  it('gives away everything that anybody needs to count the results again, and they come out the same', async () => {
    for (const slug of ['ocena-2025', 'ocena-2026']) {
      const body = await cycleAt(`/pl/ocena-korzysci/${slug}.json`);
      const again = computeResults(body);
      expect(again.ok && again.value).toEqual(body.results);
    }
  });

  it('says its reservations in every file of the second layer', async () => {
    for (const format of ['json', 'csv'])
      expect(await (await get(`/pl/ocena-korzysci/ocena-2026.${format}`)).text()).toContain('To nie jest ocena organizacji ani stanowisko Rady Miasta.');
  });

  it('answers "what if" without scripts, and keeps nobody’s numbers', async () => {
    const answer = await get('/pl/ocena-korzysci?m=europejska-rada-miast-srednich&fee=0&w-V10=300');
    const page = readable(await answer.clone().text());
    expect(page).toMatch(/Wskazanie zmienia się dla \d+ członkostw\./);
    expect(page).toContain('sprawdzić zasadność → ');
    expect(answer.headers.get('x-koga-cache')).toBeNull();
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>');
    const nothing = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11'].map((code) => `w-${code}=0`).join('&');
    expect(await text(`/en/assessment/ocena-2026?${nothing}`)).toContain('No result can be counted from these weights.');
    expect(await (await get('/pl/ocena-korzysci?m=nobody&fee=x')).text()).toBe(await (await get('/pl/ocena-korzysci')).text());
  });

  async function cycleAt(path: string): Promise<Assessment> {
    const body: unknown = await (await get(path)).json();
    return z.custom<Assessment>(isFrozenInput).parse(body);
  }
});
