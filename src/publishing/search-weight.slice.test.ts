import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs, type Lang } from '#lang/lang.ts';
import { connectOwner } from '#db/connect.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { appOver } from '../../test/app.ts';
import { storeFor, type Place } from '../../test/world.ts';
import { writeWords } from './projection.ts';
import { searchDocument } from './search-document.ts';
import { everyWordBegun, everyWordWhole, questionOf } from './search-question.ts';
import { documentsFound, documentsLike, foundPage, type Likeness } from './search.ts';

describe('one word in the register of a city', () => {
  const store = storeFor('world');

  it.each(langs.flatMap((lang) => ['krakow', 'eurocities', 'dziedzictwo', 'heritage', 'miast', 'p', 'k', '2', 'nieistniejacy'].map((word) => [word, lang] as const)))(
    'finds %s (%s) where PostgreSQL finds it in the whole text, in the same order',
    async (word, lang) => {
      const [whole, begun] = [everyWordWhole([word]), everyWordBegun([word])];
      const plain = sql<{ id: string; weight: string }>`
        select record_id as id,
          case when exact @> array[${word}] then '4'
            when title_words @@ ${whole} then '3 ' || round(ts_rank(words, ${whole}, 1)::numeric, 5)
            -- Longer words in its names, whatever its text says of the word itself.
            when title_words @@ ${begun} then '2 ' || round((ts_rank(words, ${begun}, 1) - case when words @@ ${whole} then ts_rank(words, ${whole}, 1) else 0 end)::numeric, 5)
            when words @@ ${whole} then '1 ' || round(ts_rank(words, ${whole}, 1)::numeric, 5)
            else '0 ' || round(ts_rank(words, ${begun}, 1)::numeric, 5)
          end as weight
        from search_documents where lang = ${lang} and words @@ ${begun}`;
      await store().db.read(async (reader) => {
        const weights = new Map((await plain.execute(reader)).rows.map((row) => [row.id, row.weight]));
        const asked = { lang, question: questionOf(word), limit: 10_000, offset: 0 };
        const rows = (await documentsFound(asked)?.execute(reader))?.rows ?? [];
        const { documents, counts, more } = foundPage(rows, asked);
        expect(documents.map((one) => one.recordId).toSorted()).toEqual([...weights.keys()].toSorted());
        expect(more).toBe(false);
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(weights.size);
        for (const its of Map.groupBy(documents, (one) => one.kind).values()) {
          const inOrder = its.map((one) => weights.get(one.recordId) ?? '');
          expect(inOrder).toEqual(inOrder.toSorted().toReversed());
        }
      });
    },
  );
});

describe('several words in the register of a city', () => {
  const store = storeFor('world');

  const common = ['krakow miast', 'kra mia'];
  const rarer = ['czlonkostwo miast', 'rady miasta krakowa', 'rad miast krak', 'world heritage', 'miasto miasta', 'eurocities nieistniejacy'];

  it.each(langs.flatMap((lang) => [...common.map((typed) => [typed, lang, [false] as const] as const), ...rarer.map((typed) => [typed, lang, [false, true] as const] as const)]))(
    'finds %s (%s) where PostgreSQL finds all of it in the whole text, in the same order (further: %j)',
    async (typed, lang, ways) => {
      const question = questionOf(typed);
      const each = (of: (word: string) => RawBuilder<unknown>, by: string) => sql.join(question.words.map(of), sql.raw(by));
      const plain = sql<{ id: string; weight: string }>`
      select record_id as id,
        case when exact @> array[${question.whole}] then '4'
          else least(${each(
            (word) =>
              sql`case when title_words @@ ${everyWordWhole([word])} then 3 when title_words @@ ${everyWordBegun([word])} then 2 when words @@ ${everyWordWhole([word])} then 1 else 0 end`,
            ', ',
          )}) || ' ' || round((${each((word) => sql`ts_rank(words, ${everyWordBegun([word])}, 1)`, ' + ')})::numeric, 5)
        end as weight
      from search_documents where lang = ${lang} and words @@ ${everyWordBegun(question.words)}`;
      await store().db.read(async (reader) => {
        const weights = new Map((await plain.execute(reader)).rows.map((row) => [row.id, row.weight]));
        for (const further of ways) {
          const asked = { lang, question, further, limit: 10_000, offset: 0 };
          const { documents, counts, more, ...rest } = foundPage((await documentsFound(asked)?.execute(reader))?.rows ?? [], asked);
          expect([more, rest.further]).toEqual([false, false]);
          expect(documents.map((one) => one.recordId).toSorted()).toEqual([...weights.keys()].toSorted());
          expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(weights.size);
          for (const its of Map.groupBy(documents, (one) => one.kind).values()) {
            const inOrder = its.map((one) => weights.get(one.recordId) ?? '');
            expect(inOrder).toEqual(inOrder.toSorted().toReversed());
          }
        }
      });
    },
  );
});

/** Units with these titles and texts, the last one newest. */
const write = ({ db }: Pick<Place, 'db'>, texts: readonly { title: string; text: string }[]): Promise<void> =>
  db.write(async (tx) => {
    for (const [index, { title, text }] of texts.entries()) {
      const recordId = uuidv7();
      await tx
        .insertInto('records')
        .values({ id: recordId, kind: 'unit', slug: `unit-${index}`, createdAt: new Date() })
        .execute();
      await tx
        .insertInto('searchDocuments')
        .values(langs.map((lang) => ({ recordId, lang, kind: 'unit', path: `/${index}`, ...searchDocument({ title, names: [], text }) })))
        .execute();
      await writeWords(tx, recordId);
    }
  });

describe('several words in a register that is larger than is put together', () => {
  const store = storeFor('world');
  const found = async (typed: string, further = false) =>
    store().db.read(async (reader) => {
      const asked = { lang: 'pl' as const, question: questionOf(typed), further, limit: 3, offset: 0 };
      const { documents, counts, more, ...its } = foundPage((await documentsFound(asked)?.execute(reader))?.rows ?? [], asked);
      return { titles: documents.map((one) => one.title), total: counts.get('unit') ?? 0, more, further: its.further };
    });

  beforeAll(async () => {
    await write(store(), [
      { title: 'Biuro zielonych mostów', text: 'dawne' },
      { title: 'Biuro dawne', text: 'zielone mosty, niebieskie i szare; raz dwa trzy cztery pięć' },
      { title: 'Zielony most', text: 'dawny' },
      ...Array.from({ length: 25 }, (_, index) => ({ title: `Dawny zarząd ${index}`, text: 'czerwony tunel' })),
      ...Array.from({ length: 1100 }, (_, index) => ({
        title: `Wydział ${index}`,
        text: [
          index % 10 === 0 ? 'zielony most i tunel' : 'zielony tunel',
          index % 2 === 0 ? 'niebieski' : 'szary',
          index % 2 === 0 || index % 100 === 1 ? 'wysoki' : '',
          index % 2 === 1 ? 'niski' : '',
          'raz dwa trzy cztery pięć',
        ].join(', '),
      })),
    ]);
    const owner = connectOwner(store().server);
    await sql`analyze search_documents`.execute(owner);
    await owner.destroy();
  });

  /** Five words more that all of the newest hold, so that all of the register would have too many places of the words together. */
  const common = 'raz dwa trzy cztery piec';

  it('finds them in the newest and in the names of the older, the better first and of those as good the newer', async () => {
    // Not the ten of the 1,100 that are too old, nor the old one in whose text the words stand.
    expect(await found('zielony most')).toEqual({ titles: ['Zielony most', 'Biuro zielonych mostów', 'Wydział 1090'], total: 102, more: true, further: false });
    expect((await found('zielon most')).titles[0]).toBe('Zielony most');
    expect(await found('zielonych mostow')).toEqual({ titles: ['Biuro zielonych mostów'], total: 1, more: true, further: true });
  });

  it('finds few there, and looks at all of the register where the words have few places', async () => {
    expect(await found('czerwony tunel')).toEqual({ titles: [], total: 0, more: true, further: true });
    const { titles, ...its } = await found('czerwony tunel', true);
    expect([titles.length, its]).toEqual([3, { total: 25, more: false, further: false }]);
    expect(await found('zielone mosty', true)).toEqual({ titles: ['Biuro dawne'], total: 1, more: false, further: false });
    expect(await found('zielony tunel', true)).toMatchObject({ total: 500, more: true, further: false });
  });

  it('looks at the newest records of the rarest word where they have many, or at all where these are few', async () => {
    expect(await found(`zielony tunel ${common}`, true)).toMatchObject({ total: 60, more: true, further: false });
    expect(await found(`wysoki niski ${common}`, true)).toMatchObject({ total: 2, more: true, further: false });
    expect(await found(`zielony most dawny ${common}`, true)).toMatchObject({ total: 0, more: false, further: false });
  });

  it('finds none there, and looks at all', async () => {
    expect(await found(`niebieski szar ${common}`)).toMatchObject({ titles: [], further: true });
    expect(await found(`niebiesk szar ${common}`, true)).toEqual({ titles: ['Biuro dawne'], total: 1, more: false, further: false });
  });

  it('looks no further for words of which one stands nowhere', async () => {
    expect(await found('zielony nieistniejacy')).toEqual({ titles: [], total: 0, more: false, further: false });
  });

  it('goes as far as it takes for the page of results', async () => {
    const app = appOver(store);
    const page = async (typed: string) =>
      z.object({ total: z.number(), more: z.boolean().optional() }).parse(await (await app.get(`/pl/szukaj.json?q=${encodeURIComponent(typed)}`)).json());
    expect(await page('czerwony tunel')).toEqual({ total: 25 });
    expect(await page('niebiesk szar')).toEqual({ total: 1 });
    // Ten in the newest records, of which only two are among the newest of either word.
    expect(await page(`wysoki niski ${common}`)).toEqual({ total: 10, more: true });
  });
});

describe('a word that stands in more records than are weighed', () => {
  const store = storeFor('empty');
  const found = async (typed: string, lang: Lang = 'pl') =>
    store().db.read(async (reader) => {
      const asked = { lang, question: questionOf(typed), limit: 3, offset: 0 };
      return foundPage((await documentsFound(asked)?.execute(reader))?.rows ?? [], asked);
    });
  const like = (typed: string, by: Likeness) =>
    store().db.read(async (reader) => ((await documentsLike({ lang: 'pl', question: questionOf(typed), limit: 3 }, by)?.execute(reader))?.rows ?? []).map((one) => one.title));

  beforeAll(() =>
    write(store(), [
      ...Array.from({ length: 700 }, (_, index) => ({ title: `Wydział ${index}`, text: `${'o czym innym '.repeat(20)} most` })),
      { title: 'Zarząd mostów', text: 'most i most' },
      { title: 'Most', text: 'most' },
      { title: 'Biuro Gdańska', text: 'mosteczek' },
    ]),
  );

  it('takes its best places, whatever stands before them, and says that there are more', async () => {
    const { documents, counts, more } = await found('most');
    expect([documents[0]?.title, documents[1]?.title]).toEqual(['Most', 'Zarząd mostów']);
    expect(more).toBe(true);
    expect(counts.get('unit')).toBe(500);
  });

  it('leaves words that only begin so to a shorter question', async () => {
    expect((await found('mostecz')).documents.map((one) => one.title)).toEqual(['Biuro Gdańska']);
    expect((await found('mostecz')).more).toBe(false);
    expect((await found('mos')).counts.get('unit')).toBe(703);
  });

  it.each([
    ['gdanksa', 'two letters that changed places'],
    ['gdansak', 'a letter too many'],
    ['gdaska', 'a letter too few'],
    ['gdanzka', 'another letter'],
    ['biuro gdanzka', 'a word that is right beside it'],
  ])('finds a name by %s: %s', async (typed) => {
    expect(await like(typed, 'mistyped')).toEqual(['Biuro Gdańska']);
  });

  it('leaves what is further away to the other way of finding', async () => {
    expect([await like('gdanskowska', 'mistyped'), await like('xy', 'mistyped'), await like('xyz', 'mistyped')]).toEqual([[], [], []]);
    expect(await like('gdanskowska', 'alike')).toEqual(['Biuro Gdańska']);
  });
});
