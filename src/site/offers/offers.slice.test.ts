import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publish, submit } from '#publishing/publish.ts';
import { kinds } from '../../kinds.ts';
import { appOver } from '../../../test/app.ts';
import { office, person, storeFor } from '../../../test/world.ts';

const list = z.object({
  items: z.array(
    z.object({
      slug: z.string(),
      state: z.string(),
      canApply: z.string(),
      type: z.string(),
      themes: z.array(z.string()),
      audiences: z.array(z.string()),
      organisation: z.string().optional(),
    }),
  ),
  total: z.number(),
});

describe('the offers of the example city', () => {
  const store = storeFor('world');
  const { get, text } = appOver(store);
  const ask = async (query: string) => list.parse(await (await get(`/pl/oferty.json${query}`)).json());

  it('all ship, and every one has its page in both languages', async () => {
    const all = await ask('?state=all');
    const rest = await ask('?state=all&page=2');
    expect(all.total).toBe(72);
    const slugs = [...all.items, ...rest.items].map((one) => one.slug);
    expect(new Set(slugs).size).toBe(72);
    for (const slug of slugs) {
      expect((await get(`/pl/oferty/${slug}`)).status).toBe(200);
      expect((await get(`/en/offers/${slug}`)).status).toBe(200);
    }
  }, 120_000);

  it.each([
    ['?type=award&state=all', (one) => one.type === 'award'],
    ['?theme=literature&state=all', (one) => one.themes.includes('literature')],
    ['?audience=artists&state=all', (one) => one.audiences.includes('artists')],
    ['?organisation=hanse&state=all', (one) => one.organisation === 'hanse'],
    ['?apply=directly&state=all', (one) => one.canApply === 'directly'],
    ['?apply=through-the-city&state=all', (one) => one.canApply === 'through-the-city'],
    ['?state=open', (one) => one.state === 'open' || one.state === 'closing-soon'],
    ['?state=announced', (one) => one.state === 'announced'],
    ['?state=archive', (one) => one.state === 'closed' || one.state === 'decided'],
    ['', (one) => one.state !== 'closed' && one.state !== 'decided'],
  ] as [string, (one: z.infer<typeof list>['items'][number]) => boolean][])('are narrowed by %s', async (query, fits) => {
    const { items, total } = await ask(query);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(72);
    expect(items.filter((one) => !fits(one)).map((one) => one.slug)).toEqual([]);
  });

  it('shows the usual list where a value is unknown', async () => {
    const usual = await ask('');
    expect(await ask('?state=soon&type=gift&theme=x&audience=cats&organisation=nobody&apply=maybe&page=x')).toEqual(usual);
    const answer = await get('/pl/oferty?type=gift');
    expect(await answer.text()).toContain('<link rel="canonical" href="https://koga.example/pl/oferty"');
  });

  it('says what to clear where nothing fits', async () => {
    const page = await text('/pl/oferty?type=award&audience=craftspeople&state=all');
    expect(page).toContain('Żadna oferta nie pasuje do wybranych filtrów');
    expect(page).toMatch(/Rodzaj: nagroda: \d+ ofert/);
    expect(page).toMatch(/Dla kogo: rzemieślnicy i producenci: \d+ ofert/);
  });

  it('tells plainly whether one can use it, until when and how', async () => {
    const prize = await text('/pl/oferty/owhc-lallier-prize');
    expect(prize).toContain('Zasady wymagają, żeby składka miasta była opłacona.');
    expect(prize).toContain('Z rejestru nie da się ustalić, czy składka jest opłacona.');
    expect(prize).toContain('Przez urząd miasta.');
    const hanse = await text('/en/offers/hanse-artworks');
    expect(hanse).toContain('The next round is expected: June 2027. Nobody has announced it yet.');
    expect(hanse).toContain('not established whether open');
    const hub = await text('/pl/oferty/heritage-hub-network');
    expect(hub).toContain('Tak, oferta jest otwarta.');
    const grants = await text('/pl/oferty/netzerocities-twinning-2025');
    expect(grants).toContain('28 marca 2025, godz. 17:00 (czas środkowoeuropejski standardowy)');
  });

  it('are listed on the page of their organisation and found by the search', async () => {
    expect(await text('/pl/organizacje/hanse')).toContain('47. Międzynarodowe Dni Hanzy');
    expect(await text('/pl/szukaj?q=hanseartworks')).toContain('HANSEartWORKS 2026');
    expect(await text('/pl')).toContain('Jakie są najbliższe terminy?');
  });

  it('have a history and a stable identifier', async () => {
    expect((await get('/pl/historia/offers/hanse-day-2027')).status).toBe(200);
    const answer = await get('/id/offers/hanse-day-2027');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pl/oferty/hanse-day-2027']);
  });

  it('come as Atom for every filter, each entry dated by its own record', async () => {
    const feed = await get('/pl/oferty.atom?theme=literature&state=all');
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await feed.text();
    expect(xml).toContain('https://koga.example/pl/oferty.atom?theme=literature&amp;state=all');
    expect(xml.match(/<entry>/g)?.length).toBe((await ask('?theme=literature&state=all')).total);
    expect((await get('/pl/oferty.atom?theme=nonsense')).status).toBe(200);
    expect(await (await get('/pl/oferty.atom')).text()).toBe(await (await get('/pl/oferty.atom?state=current')).text());
  });

  it('have a description of the columns of their CSV', async () => {
    const csv = await (await get('/pl/oferty.csv?state=all')).text();
    expect(csv.split('\r\n')).toHaveLength(74);
    expect((await get('/pl/oferty.csv-metadata.json')).status).toBe(200);
    expect((await get('/pl/kalendarz.csv-metadata.json')).status).toBe(200);
  });

  it('end what is kept of them when a state changes', async () => {
    const { db } = store();
    const author = await person(db, 'Anna Redaktor');
    const publisher = await person(db, 'Piotr Publikujący');
    const body = {
      title: { pl: 'Nabór na próbę' },
      organisation: 'hanse',
      type: 'call',
      themes: ['culture'],
      audiences: ['artists'],
      deadline: { date: '2026-11-22', time: '17:00', zone: 'Europe/Warsaw' },
      intermediary: { needed: 'no' },
      url: 'https://hanse.example/',
    };
    const handed = await submit(db, kinds, { kind: 'offer', slug: 'nabor-na-probe', body, actor: author, now: new Date(), basedOn: null });
    if (!handed.ok) throw new Error(`${handed.refusal} ${handed.detail ?? ''}`);
    await publish(db, kinds, { revisionId: handed.value.revisionId, actor: publisher, now: new Date(), publishingBody: office });
    const until = String(Date.parse('2026-11-22T16:00:01Z'));
    const before = appOver(store, () => new Date('2026-11-22T15:59:59Z'));
    for (const path of ['/pl/oferty/nabor-na-probe', '/pl/oferty', '/pl/oferty.json', '/pl/oferty.atom', '/pl/organizacje/hanse', '/pl'])
      expect([path, (await before.get(path)).headers.get('x-koga-until')]).toEqual([path, until]);
    expect(await before.text('/pl/oferty/nabor-na-probe')).toContain('To ostatni dzień.');
    expect(await before.text('/pl/oferty/nabor-na-probe')).toContain('Skorzystaj bezpośrednio: hanse.example');
    const after = appOver(store, () => new Date('2026-11-22T16:00:01Z'));
    expect(await after.text('/pl/oferty/nabor-na-probe')).toContain('Już nie. Oferta jest zakończona.');
    expect(await after.text('/en/offers/nabor-na-probe')).toContain('Nabór na próbę');
  });
});
