import { randomUUID } from 'node:crypto';
import type { Db } from '#db/handles.ts';

type Applied = { offer: string; institution: string; state: string; outcomeOn: string | null };

/**
 * Offers of one organisation of Nadrzecze that were used: two institutions won through the city (one of them twice), one lost, one won long ago; of three
 * reports without the city one was checked and its effect published, one is a draft still, one is not checked.
 */
export async function offerUsed(db: Db): Promise<void> {
  const at = new Date('2026-11-01T09:00:00Z');
  await db.write(async (tx) => {
    const offers = await tx
      .selectFrom('records')
      .select(['id', 'slug'])
      .where('slug', 'in', ['nagroda-starych-mostow-2027', 'letnia-szkola-mostow-2027'])
      .orderBy('slug', 'desc')
      .execute();
    const [prize = '', school = ''] = offers.map(({ id }) => id);
    const { id: actorId } = await tx.selectFrom('actors').select('id').limit(1).executeTakeFirstOrThrow();
    const effect = await tx.selectFrom('effects').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
    const museum = randomUUID();
    const library = randomUUID();
    for (const [id, name, kind] of [
      [museum, 'Muzeum Mostów', 'museum'],
      [library, 'Biblioteka Przy Moście', 'library'],
    ] as const)
      await tx
        .insertInto('institutions')
        .values({ id, name, folded: name.toLowerCase(), kind, themes: ['heritage'], source: 'office', createdAt: at, confirmedAt: null })
        .execute();
    await tx.insertInto('applicationForms').values({ offerId: prize, number: 1, form: '{}', openedBy: actorId, openedAt: at }).execute();
    const applied: Applied[] = [
      { offer: prize, institution: museum, state: 'won', outcomeOn: '2025-09-01' },
      { offer: prize, institution: museum, state: 'won', outcomeOn: '2025-10-01' },
      { offer: prize, institution: library, state: 'won', outcomeOn: '2026-06-01' },
      { offer: prize, institution: library, state: 'won', outcomeOn: '2022-01-01' },
      { offer: prize, institution: library, state: 'lost', outcomeOn: '2026-06-01' },
      { offer: prize, institution: museum, state: 'passed-on', outcomeOn: null },
      { offer: prize, institution: museum, state: 'checked', outcomeOn: null },
    ];
    for (const [index, { offer, institution, state, outcomeOn }] of applied.entries())
      await tx
        .insertInto('applications')
        .values({
          id: randomUUID(),
          number: `T/${index}/2026`,
          offerId: offer,
          formNumber: 1,
          state,
          institutionId: institution,
          institutionKind: institution === museum ? 'museum' : 'library',
          themes: ['heritage', 'culture'],
          outcomeOn,
          onceKey: randomUUID(),
          createdAt: at,
          sentAt: new Date(`${outcomeOn ?? '2026-10-01'}T09:00:00Z`),
        })
        .execute();
    const [published, draft] = [randomUUID(), randomUUID()];
    await tx
      .insertInto('audit')
      .values({ id: randomUUID(), at, actorId, action: 'submit draft', about: `draft ${published}`, recordId: effect.id, fields: [] })
      .execute();
    for (const [key, draftId, happened] of [
      ['a school', published, '2026-05'],
      ['a club', draft, '2026-05'],
      ['somebody', null, '2026'],
    ] as const)
      await tx
        .insertInto('offerUses')
        .values({
          id: randomUUID(),
          at,
          offerId: school,
          lang: 'pl',
          kind: 'school',
          institutionKey: key,
          outcome: 'used',
          happened,
          told: 'Wzięliśmy udział.',
          state: draftId === null ? 'new' : 'drafted',
          draftId,
          settledAt: draftId === null ? null : at,
          settledBy: draftId === null ? null : actorId,
        })
        .execute();
  });
}
