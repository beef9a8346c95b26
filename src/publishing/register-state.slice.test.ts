import { describe, expect, it } from 'vitest';
import { storeFor } from '../../test/world.ts';
import { oneAtATime } from './load.ts';
import { registerMark, registerState } from './register-state.ts';

describe('the mark of the register', () => {
  const store = storeFor('world');

  it('is the same for all who read between two publications', async () => {
    const { db } = store();
    expect(await db.read(registerMark)).toBe(await db.read(registerMark));
  });

  it('is never shared by a change that is not yet done, so that nothing of a preview is remembered for readers', async () => {
    const { db } = store();
    const shared = await db.read(registerMark);
    const marks = await db.write(async (tx) => {
      await oneAtATime(tx);
      return [await registerMark(tx), await registerMark(tx)];
    });
    expect(new Set([shared, ...marks]).size).toBe(3);
    expect(await db.read(registerMark)).toBe(shared);
  });

  it('comes with the city, read through its schema', async () => {
    expect((await store().db.read(registerState)).city?.slug).toBe('krakow');
  });
});
