import type { Db } from '#db/handles.ts';
import { publish, submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord } from '#publishing/store.ts';
import { kinds } from '../src/kinds.ts';
import { office, person } from './world.ts';

/** A call that is open from the world's day on for two months, unless said otherwise. */
export const offerBody = (title: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: { pl: title, en: title },
  organiser: { pl: 'Organizator', en: 'An organiser' },
  type: 'call',
  themes: ['culture'],
  audiences: ['culture'],
  intermediary: { needed: 'no' },
  deadline: { date: '2027-03-31', zone: 'Europe/Warsaw' },
  ...more,
});

/** Publishes an offer, or another state of it, as two people of the office do. */
export async function putOffer(db: Db, slug: string, body: Record<string, unknown>, now: Date): Promise<void> {
  const [author, editor] = [await person(db, 'Autorka'), await person(db, 'Redaktor')];
  const basedOn = await db.read(async (reader) => {
    const record = await findRecord(reader, 'offer', slug);
    return record === undefined ? null : ((await currentRevisionId(reader, record.id)) ?? null);
  });
  const submitted = await submit(db, kinds, { kind: 'offer', slug, body, actor: author, now, basedOn });
  if (!submitted.ok) throw new Error(`${submitted.refusal} ${submitted.detail ?? ''}`);
  const published = await publish(db, kinds, { revisionId: submitted.value.revisionId, actor: editor, now, publishingBody: office });
  if (!published.ok) throw new Error(`${published.refusal} ${published.detail ?? ''}`);
}
