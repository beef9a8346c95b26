import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Server } from '#db/connect.ts';
import type { Db } from '#db/handles.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Actor } from '#publishing/publish.ts';
import { copyOf } from './database.ts';

export type Place = { db: Db; server: Extract<Server, { kind: 'socket' }> };

/** A store of this file's own: empty, or with the example city as it stands on 22 November 2026. */
export function storeFor(template: 'empty' | 'world'): () => Place {
  let place: Place | undefined;
  beforeAll(async () => {
    const server = await copyOf(template, inject('server'));
    place = { db: connect(server, 4), server };
  });
  afterAll(async () => {
    await place?.db.close();
  });
  return () => {
    if (!place) throw new Error('the store is there only while tests run');
    return place;
  };
}

/** A person of the office, with a name in the one table that may forget it. */
export async function person(db: Db, name: string, role = { pl: 'redaktor', en: 'editor' }): Promise<Actor> {
  const id = uuidv7();
  await db.write(async (tx) => {
    await tx.insertInto('actors').values({ id, kind: 'person', rolePl: role.pl, roleEn: role.en, createdAt: new Date() }).execute();
    await tx.insertInto('people').values({ actorId: id, name, email: null }).execute();
  });
  return { id, kind: 'person' };
}

export const office = { pl: 'Urząd Miasta', en: 'City Office' };
