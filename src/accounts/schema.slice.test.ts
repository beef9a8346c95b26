import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, it } from 'vitest';
import { accountsOver } from '../../test/accounts.ts';
import { storeFor } from '../../test/world.ts';

describe('the tables of the accounts', () => {
  const store = storeFor('empty');

  it('are those that the library asks for', async () => {
    const accounts = accountsOver(store());
    const { toBeCreated, toBeAdded } = await getMigrations((await accounts.auth()).options);
    expect(toBeCreated.map((one) => one.table)).toEqual([]);
    expect(toBeAdded.map((one) => `${one.table}: ${Object.keys(one.fields).join(', ')}`)).toEqual([]);
    await accounts.close();
  });
});
