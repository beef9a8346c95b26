import { randomUUID } from 'node:crypto';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db } from '#db/handles.ts';
import { publish, publishAsSystem, scheduleIn, submit, type Actor } from '#publishing/publish.ts';
import { restoreIn } from '#publishing/restore.ts';
import { publishScheduledIn } from '#publishing/scheduled.ts';
import { findRecord, insertRecord, raiseRegisterVersion } from '#publishing/store.ts';
import { withdraw } from '#publishing/withdraw.ts';
import { kinds } from '../../src/kinds.ts';
import type { Said } from './said.ts';
import { organisationBody, unitBody } from './small-register.ts';

const publishingBody = { pl: 'Urząd', en: 'The office' };

/** The two people whom four eyes need, and the actor that loaded the register. */
async function team(db: Db): Promise<{ author: Actor; editor: Actor; system: Actor }> {
  const system = await db.read((reader) => reader.selectFrom('actors').select('id').where('kind', '=', 'system').executeTakeFirstOrThrow());
  return { author: await person(db, 'Autor'), editor: await person(db, 'Redaktor'), system: { id: system.id, kind: 'system' } };
}

async function person(db: Db, name: string): Promise<Actor> {
  return db.write(async (tx): Promise<Actor> => {
    const id = uuidv7();
    await tx.insertInto('actors').values({ id, kind: 'person', rolePl: name, roleEn: name, createdAt: new Date() }).execute();
    await tx.insertInto('people').values({ actorId: id, name }).execute();
    return { id, kind: 'person' };
  });
}

const bodyOf = (kind: string, title: string): unknown => (kind === 'unit' ? unitBody(title) : organisationBody(title));

function must<T>(outcome: { ok: true; value: T } | { ok: false; refusal: string; detail?: string }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.refusal} ${outcome.detail ?? ''}`);
}

/** Publishes in three lanes at once, changes and new records, until it is stopped or fails; then it throws. */
export async function publishWithoutEnd(db: Db, say: (said: Said) => void): Promise<never> {
  const { author, editor, system } = await team(db);

  async function byTwoPeople(kind: string, slug: string, title: string): Promise<void> {
    const submitted = await submit(db, kinds, { kind, slug, body: bodyOf(kind, title), actor: author, now: new Date() });
    if (!submitted.ok) throw new Error(`submit: ${submitted.refusal} ${submitted.detail ?? ''}`);
    const revision = submitted.value.revisionId;
    say({ said: 'accepted', act: 'submitted', revision, title });
    const published = await publish(db, kinds, { revisionId: revision, actor: editor, now: new Date(), publishingBody });
    if (!published.ok) throw new Error(`publish: ${published.refusal} ${published.detail ?? ''}`);
    say({ said: 'accepted', act: 'published', revision, title });
  }

  async function bySystem(kind: string, slug: string, title: string): Promise<void> {
    const read = kinds.named(kind).read(bodyOf(kind, title));
    if (!read.ok) throw new Error(`system: ${read.refusal} ${read.detail ?? ''}`);
    const { revisionId } = await db.write(async (tx) => {
      const now = new Date();
      const recordId = (await findRecord(tx, kind, slug))?.id ?? (await insertRecord(tx, kind, slug, now));
      const done = await publishAsSystem(tx, kinds, { kind, slug, recordId, content: read.value, actor: system, now, publishingBody });
      await raiseRegisterVersion(tx, now);
      return done;
    });
    say({ said: 'accepted', act: 'published', revision: revisionId, title });
  }

  /** A record that is approved for later, comes, is withdrawn and comes again. */
  async function comeAndGo(kind: string, slug: string, title: string): Promise<void> {
    const why = { pl: title };
    const { revisionId } = must(await submit(db, kinds, { kind, slug, body: bodyOf(kind, title), actor: author, now: new Date() }));
    say({ said: 'accepted', act: 'submitted', revision: revisionId, title });
    must(await db.write((tx) => scheduleIn(tx, kinds, { revisionId, actor: editor, now: new Date(), publishingBody, why })));
    must(await db.write((tx) => publishScheduledIn(tx, kinds, { revisionId, now: new Date(), publishingBody, whyReturned: why })));
    say({ said: 'accepted', act: 'published', revision: revisionId, title });
    must(await withdraw(db, kinds, { revisionId, actor: editor, now: new Date(), publishingBody, why }));
    const again = must(await db.write((tx) => restoreIn(tx, kinds, { revisionId, actor: author, now: new Date(), why })));
    say({ said: 'accepted', act: 'submitted', revision: again.revisionId, title });
    must(await publish(db, kinds, { revisionId: again.revisionId, actor: editor, now: new Date(), publishingBody }));
    say({ said: 'accepted', act: 'published', revision: again.revisionId, title });
  }

  async function lane(number: number): Promise<never> {
    for (let turn = 0; ; turn += 1) {
      const kind = turn % 2 === 0 ? 'unit' : 'organisation';
      const title = randomUUID();
      // Two records of each kind are the lane’s own and get one revision after the other; now and then there is a new record.
      const slug = turn % 4 === 3 ? `new-${title}` : `${kind === 'unit' ? 'unit' : 'network'}-${number * 2 + 1 + (Math.floor(turn / 2) % 2)}`;
      await (slug.startsWith('new-') ? comeAndGo(kind, slug, title) : turn % 5 === 4 ? bySystem(kind, slug, title) : byTwoPeople(kind, slug, title));
    }
  }

  // Each lane has to learn of the accident: one that goes on would never let this return.
  const ends = await Promise.allSettled([lane(0), lane(1), lane(2)]);
  throw new Error(ends.map((end) => (end.status === 'rejected' ? String(end.reason) : '')).join('; '));
}
