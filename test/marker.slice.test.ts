import { describe, expect, it } from 'vitest';
import { langs } from '#lang/lang.ts';
import { publish, submit } from '#publishing/publish.ts';
import { kinds } from '../src/kinds.ts';
import { appOver } from './app.ts';
import { everyPage } from './browser/addresses.ts';
import { office, person, storeFor } from './world.ts';

const marker = 'ZNACZNIK-BIURA-7351';
/** The fields that only the office sees, by kind. */
const officeFields: Record<string, Record<string, unknown>> = {
  organisation: { officeNotes: marker },
  membership: { officeNotes: marker, contact: marker, caseNumber: marker },
  act: { officeNotes: marker, caseNumber: marker },
  ask: { officeNotes: marker, budgetClassification: marker, caseNumber: marker },
  function: { officeNotes: marker, contact: marker },
  event: { officeNotes: marker },
  project: { officeNotes: marker },
  award: { officeNotes: marker },
  effect: { officeNotes: marker, caseNumber: marker },
  unit: { officeNotes: marker, contact: marker },
  article: { officeNotes: marker },
  network: { officeNotes: marker },
};

describe('what the office keeps to itself', () => {
  const store = storeFor('world');

  it('appears on no public address: not on pages, archives, comparisons, nor in JSON or CSV', async () => {
    const { db } = store();
    const author = await person(db, 'Anna Redaktor');
    const publisher = await person(db, 'Piotr Publikujący');
    const current = await db.read((reader) =>
      reader
        .selectFrom('currentRevisions')
        .innerJoin('revisions', 'revisions.id', 'currentRevisions.revisionId')
        .innerJoin('records', 'records.id', 'revisions.recordId')
        .select(['records.kind', 'records.slug', 'revisions.body', 'revisions.id'])
        .execute(),
    );
    // Three of each kind: the pages of every organisation and act are read all the same.
    const marked = [...Map.groupBy(current, (row) => row.kind)].flatMap(([kind, rows]) => (kind in officeFields ? rows.slice(0, 3) : []));
    for (const row of marked) {
      const body: unknown = row.body;
      if (body === null || typeof body !== 'object') throw new Error('a body is an object');
      const steps = row.kind === 'membership' && 'steps' in body && Array.isArray(body.steps) ? { steps: body.steps.map((step: object) => ({ ...step, caseNumber: marker })) } : {};
      const handed = await submit(db, kinds, {
        kind: row.kind,
        slug: row.slug,
        body: { ...body, ...officeFields[row.kind], ...steps },
        actor: author,
        now: new Date(),
        basedOn: row.id,
      });
      if (!handed.ok) throw new Error(`${row.kind} ${row.slug}: ${handed.refusal} ${handed.detail ?? ''}`);
      const done = await publish(db, kinds, { revisionId: handed.value.revisionId, actor: publisher, now: new Date(), publishingBody: office });
      expect(done.ok).toBe(true);
    }
    const { get } = appOver(store);
    const histories = marked.flatMap((row) => {
      const record = `${kinds.named(row.kind).plural}/${row.slug}`;
      return [`/pl/historia/${record}`, `/pl/historia/${record}/1`, `/pl/historia/${record}/2`, `/pl/historia/${record}/1/2`];
    });
    const bare = [...langs.flatMap(everyPage), ...histories];
    const addresses = bare.flatMap((path) => (path.includes('?') ? [path] : [path, `${path}.json`, `${path}.csv`]));
    const leaks: string[] = [];
    let pages = 0;
    for (const address of addresses) {
      const answer = await get(address);
      if (answer.status === 200) pages += 1;
      if ((await answer.text()).includes(marker)) leaks.push(address);
    }
    expect(leaks).toEqual([]);
    expect(pages).toBeGreaterThan(bare.length);
  }, 240_000);
});
