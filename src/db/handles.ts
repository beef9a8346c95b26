import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import { isDatabaseAway } from './away.ts';
import { recentSnapshots, type Snapshot } from './recent-snapshots.ts';
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
  /** The same for public pages: the snapshot may be the one that the reader before had, and holds every change that this handle has written. */
  readRecent<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  readonly [kind]: 'db';
};

const openWork = new AsyncLocalStorage<'write' | 'read'>();

const wantsAnotherTry = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** What another process has written is seen this late at most; kept pages are later (half a second). */
const recentMs = 200;

/** `sessions`: how many the handle has at most. One of them is left to whoever changes something. */
export function dbOver(kysely: Kysely<Tables>, sessions: number): Db {
  const recent = recentSnapshots({ open: () => openSnapshot(kysely), most: Math.max(1, sessions - 1), lifeMs: recentMs, isGone: isDatabaseAway });
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
        } finally {
          // Also where it failed: the change may be there although its acknowledgement was lost.
          await recent.outdate();
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
    async readRecent<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
      refuseNesting();
      return recent.use((reader) => openWork.run('read', () => work(reader)));
    },
    async close() {
      await recent.outdate();
      await kysely.destroy();
    },
  };
  return handle as Db;
}

async function openSnapshot(kysely: Kysely<Tables>): Promise<Snapshot<Reader>> {
  const transaction = await kysely.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  // Whatever became of it, there is nothing in it to be kept; a session that is gone has ended it too.
  const end = () =>
    transaction
      .rollback()
      .execute()
      .catch(() => undefined);
  return { reader: transaction, end };
}

function refuseNesting(): void {
  if (openWork.getStore() !== undefined) throw new Error('the outer database handle was used inside a transaction: pass the transaction on instead');
}
