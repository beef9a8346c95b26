import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

declare const kind: unique symbol;

/** Can only select: the statements of one read-only snapshot. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'> & { readonly [kind]?: 'reader' | 'tx' };

/** An open transaction. Whoever has one may read with it too. */
export type Tx = Pick<Transaction<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'> & {
  readonly [kind]: 'tx';
};

/** Opens transactions and snapshots, and can do nothing else: a query on the outer handle inside a transaction cannot be written. */
export type Db = {
  /** One serialised change: all of it or nothing. Tried again where the database asks for it (SQLSTATE 40001, 40P01). */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One REPEATABLE READ, READ ONLY snapshot. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  readonly [kind]: 'db';
};

const openWork = new AsyncLocalStorage<'write' | 'read'>();

const wantsAnotherTry = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

export function dbOver(kysely: Kysely<Tables>): Db {
  const once = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    kysely
      .transaction()
      .setIsolationLevel('read committed')
      .execute((transaction) => openWork.run('write', () => work(transaction as Transaction<Tables> & { readonly [kind]: 'tx' })));
  const handle = {
    async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      refuseNesting();
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (attempt === 4 || !wantsAnotherTry(error)) throw error;
        }
      }
    },
    async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
      refuseNesting();
      return kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((transaction) => openWork.run('read', () => work(transaction)));
    },
    close: () => kysely.destroy(),
  };
  return handle as Db;
}

function refuseNesting(): void {
  if (openWork.getStore() !== undefined) throw new Error('the outer database handle was used inside a transaction: pass the transaction on instead');
}
