import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import { kinds } from '../kinds.ts';
import { appOver } from '../../test/app.ts';
import { office, person, storeFor } from '../../test/world.ts';
import { publish, submit } from './publish.ts';
import { findRecord } from './store.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

const now = new Date('2026-11-23T09:30:15Z');
const item = z.object({ kind: z.string(), title: z.string(), path: z.string(), exact: z.boolean(), organisations: z.array(z.object({ slug: z.string() })).optional() });
const answer = z.object({
  items: z.array(item),
  similar: z.array(item),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  kinds: z.array(z.object({ kind: z.string(), total: z.number() })),
});

describe('search', () => {
  const store = storeFor('world');
  const app = appOver(store);

  const ask = async (q: string, more = '', path = '/pl/szukaj'): Promise<z.infer<typeof answer>> => {
    const response = await app.get(`${path}.json?q=${encodeURIComponent(q)}${more}`);
    expect(response.status).toBe(200);
    return answer.parse(await response.json());
  };
  const titles = async (q: string, more = ''): Promise<string[]> => {
    const { items, similar } = await ask(q, more);
    return [...items, ...similar].map((one) => one.title);
  };
  const html = async (path: string): Promise<string> => (await app.get(path)).text();

  let unitRevision = '';
  beforeAll(async () => {
    const { db } = store();
    const author = await person(db, 'Anna Redaktor');
    const publisher = await person(db, 'Piotr Publikujący');
    const unit = async (slug: string, name: string): Promise<string> => {
      const handed = await submit(db, kinds, { kind: 'unit', slug, body: { name: { pl: name, en: `${name} (en)` }, kind: 'department' }, actor: author, now });
      if (!handed.ok) throw new Error(handed.detail ?? handed.refusal);
      const published = await publish(db, kinds, { revisionId: handed.value.revisionId, actor: publisher, now, publishingBody: office });
      if (!published.ok) throw new Error(published.refusal);
      return handed.value.revisionId;
    };
    await unit('strassburg', 'Biuro w Straßburgu, po niemiecku Straßburg');
    await unit('swietokrzyskie', 'Zespół do spraw województwa świętokrzyskiego, świętokrzyskie');
    unitRevision = await unit('wycofana', 'Komórka Wycofywana');
  });

  it.each([
    ['lodz', 'Łódź'],
    ['krakow', 'Kraków'],
    ['lubek', 'Lübeck'],
    ['gdanks', 'Gdańsk'],
    ['strassburg', 'Straßburg'],
    ['swietokrzyskie', 'świętokrzyskie'],
    ['swietokrzyske', 'świętokrzyskie'],
  ])('finds %s as %s', async (typed, written) => {
    const found = await titles(typed);
    expect(found.some((title) => title.includes(written) || (written === 'Lübeck' && title === 'Lubeka'))).toBe(true);
  });

  it('finds a city by the name that only the reader’s language gives it', async () => {
    const { items } = await ask('akwizgran', '&kind=city');
    expect(items.map((one) => one.title)).toContain('Akwizgran');
  });

  it('says which networks list a city, and leads to the organisations of the register among them', async () => {
    const text = await html('/pl/szukaj?q=lodz&kind=city');
    expect(text).toContain('<mark>Łódź</mark>');
    expect(text).toContain('href="/pl/organizacje/eurocities"');
  });

  it.each(['LXXVIII/678/01', 'lxxviii/678/01', 'lxxviii 678 01', 'LXXVIII67801'])('puts the act numbered %s first', async (typed) => {
    const { items } = await ask(typed);
    expect(items[0]).toMatchObject({ kind: 'act', exact: true });
    expect(items[0]?.title).toContain('LXXVIII/678/01');
  });

  it('puts the organisation that is called so before those that only speak of it', async () => {
    const { items } = await ask('eurocities');
    expect(items[0]).toMatchObject({ kind: 'organisation', exact: true, path: '/pl/organizacje/eurocities' });
  });

  it('marks what is only like the question, and counts it apart', async () => {
    const { total, items, similar } = await ask('eurocitis');
    expect([total, items]).toEqual([0, []]);
    expect(similar.slice(0, 2).map((one) => [one.kind, one.title])).toEqual([
      ['organisation', 'Eurocities'],
      ['network', 'Eurocities'],
    ]);
    const text = await html('/pl/szukaj?q=eurocitis');
    expect(text).toContain('Podobne nazwy');
    expect(text).toContain('<p class="kg-found__kind">Sieci w\u00a0katalogu</p>');
    expect(text).toMatch(/<output>Brak wyników dla „eurocitis”, \d+ podobn/);
  });

  it('wants every word, in any order, and takes the beginning of a word for it', async () => {
    const both = await ask('miast histor', '&kind=organisation');
    expect(both.total).toBeGreaterThan(0);
    expect((await ask('histor miast', '&kind=organisation')).total).toBe(both.total);
    expect((await ask('miast histor nieistniejacy')).total).toBe(0);
  });

  it('names the organisation of each membership', async () => {
    const { items } = await ask('czlonkostwo', '&kind=membership');
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((one) => (one.organisations ?? []).length === 1 && /: członkostwo/.test(one.title))).toBe(true);
  });

  it('pages within a kind, and every result stands on one page only', async () => {
    const first = await ask('kra', '&kind=city');
    const { pages, total } = await ask('a', '&kind=city');
    expect(first.page).toBe(1);
    const seen: string[] = [];
    for (let page = 1; page <= Math.min(pages, 3); page += 1) seen.push(...(await ask('a', `&kind=city&page=${page}`)).items.map((one) => one.path));
    expect(seen).toHaveLength(Math.min(total, 60));
    expect((await ask('a', '&kind=city&page=99999')).page).toBe(pages);
  });

  it('shows five of each kind at first, and how many there are', async () => {
    const { items, kinds: counts, total } = await ask('miast');
    for (const { kind, total: all } of counts) expect(items.filter((one) => one.kind === kind)).toHaveLength(Math.min(5, all));
    expect(counts.reduce((sum, one) => sum + one.total, 0)).toBe(total);
  });

  it.each([
    ['a command to the database', "'; drop table records; --"],
    ['signs of its query language', '&|!():*<->'],
    ['a null', 'a\u0000b'],
    ['half a letter', '\ud800'],
    ['wildcards', '% _ \\'],
    ['letters that fold into many', 'ﷺ'.repeat(200)],
    ['one endless word', 'a'.repeat(9000)],
    ['endless words', Array.from({ length: 2000 }, (_, index) => `x${index}`).join(' ')],
    ['digits of other scripts', '１２３ ٣٤'],
    ['numbers', '1e5 0x1F -3.5'],
    ['pictures', '😀 😀'],
    ['markup', '<script>'],
  ])('answers %s', async (_what, typed) => {
    for (const more of ['', '&kind=act&page=2', '&kind=nonsense&page=-1']) {
      const response = await app.get(`/pl/szukaj?q=${encodeURIComponent(typed.toWellFormed())}${more}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain('>Szukaj: <script>');
    }
  });

  it('says what can be searched where nothing is asked', async () => {
    for (const path of ['/pl/szukaj', '/pl/szukaj?q=', '/pl/szukaj?q=++&kind=act']) expect(await html(path)).toContain('Co można przeszukać?');
    expect(await html('/pl/szukaj?q=%3F%3F')).toContain('nie ma liter ani cyfr');
  });

  it('offers a way on where nothing was found', async () => {
    const text = await html('/en/search?q=qqqqzzzz');
    expect(text).toContain('What can you do?');
    expect(text).toContain('href="/en/organisations"');
    expect(await html('/en/search?q=eurocities&kind=award')).toContain('Show results of every kind');
  });

  it('searches from the page of a missing address', async () => {
    expect(await html('/pl/nie-ma-takiej')).toContain('action="/pl/szukaj"');
  });

  it('has a heading for every kind of record in both languages', async () => {
    const { search: pl } = await import('#lang/pl/search.ts');
    const { search: en } = await import('#lang/en/search.ts');
    for (const lang of langs) for (const { name } of kinds.all) expect(Object.keys((lang === 'pl' ? pl : en).groups)).toContain(name);
  });

  it('forgets what was withdrawn', async () => {
    expect(await titles('wycofywana')).toContain('Komórka Wycofywana');
    const { db } = store();
    const actor = await person(db, 'Piotr Publikujący');
    await withdraw(db, kinds, { revisionId: unitRevision, actor, now, why: { pl: 'Pomyłka', en: 'A mistake' }, publishingBody: office });
    expect(await titles('wycofywana')).not.toContain('Komórka Wycofywana');
    expect(await db.read((reader) => findRecord(reader, 'unit', 'wycofana'))).toBeDefined();
  });

  it('keeps nothing that could not be made again', async () => {
    expect(await verify(store().db, kinds)).toEqual([]);
  });
});
