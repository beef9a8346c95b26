import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readable } from '../../../test/app.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { loadExample } from '../../example.ts';

const place = storeFor('empty');
beforeAll(async () => {
  const loaded = await loadExample(place().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', worldNow);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal));
});

it('open files of joining and leaving stand among what needs a hand, with their next part, in both languages', async () => {
  const words = {
    pl: /(Przystąpienie|Wystąpienie)(, następny krok: |, po terminie: |, brakuje: |: wszystko załatwione)/,
    en: /(Accession|Withdrawal)(, next step: |, overdue: |, missing: |: everything is settled)/,
  };
  for (const lang of ['pl', 'en'] as const) {
    const html = await (await officeAs(place(), await colleague(place(), 'Anna', ['editor'], { lang })).get('/office')).text();
    expect(readable(html)).toMatch(words[lang]);
    expect(html).toContain('href="/office/records/procedure/');
  }
});
