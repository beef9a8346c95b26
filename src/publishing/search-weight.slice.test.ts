import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { langs, type Lang } from '#lang/lang.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { storeFor } from '../../test/world.ts';
import { writeWords } from './projection.ts';
import { searchDocument } from './search-document.ts';
import { documentsFound, documentsLike, everyWordBegun, everyWordWhole, foundPage, questionOf, type Likeness } from './search.ts';

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
        expect(rows.map((row) => row.recordId).toSorted()).toEqual([...weights.keys()].toSorted());
        const { documents, counts, more } = foundPage(rows, asked);
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

describe('a word that stands in more records than are weighed', () => {
  const store = storeFor('empty');
  const found = async (typed: string, lang: Lang = 'pl') =>
    store().db.read(async (reader) => {
      const asked = { lang, question: questionOf(typed), limit: 3, offset: 0 };
      return foundPage((await documentsFound(asked)?.execute(reader))?.rows ?? [], asked);
    });
  const like = (typed: string, by: Likeness) =>
    store().db.read(async (reader) => ((await documentsLike({ lang: 'pl', question: questionOf(typed), limit: 3 }, by)?.execute(reader))?.rows ?? []).map((one) => one.title));

  beforeAll(async () => {
    const texts = [
      ...Array.from({ length: 700 }, (_, index) => ({ title: `Wydział ${index}`, text: `${'o czym innym '.repeat(20)} most` })),
      { title: 'Zarząd mostów', text: 'most i most' },
      { title: 'Most', text: 'most' },
      { title: 'Biuro Gdańska', text: 'mosteczek' },
    ];
    await store().db.write(async (tx) => {
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
  });

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
