/** An open snapshot; `end` gives its session back and never fails. */
export type Snapshot<Reader> = { reader: Reader; end(): Promise<void> };

export type RecentSnapshots<Reader> = {
  /** Works on a snapshot alone, and leaves it to the next. */
  use<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** From now on nobody begins to read from a snapshot that is open already. */
  outdate(): Promise<void>;
};

type Opening<Reader> = {
  open: () => Promise<Snapshot<Reader>>;
  most: number;
  lifeMs: number;
  /** Whether an error says that the snapshot's session has ended, and not that something wrong was asked. */
  isGone: (error: unknown) => boolean;
};

/**
 * Snapshots that one reader after another works on, each alone: what is opened, asked of the register's state and closed for every page takes longer than many
 * a page's own question. None is begun to be read from `lifeMs` after it was opened, nor after `outdate`; at most `most` are open at a time, and who comes
 * then waits. Whoever is lent one whose session has ended meanwhile, which only shows when it is asked, begins once more with another.
 */
export function recentSnapshots<Reader>({ open, most, lifeMs, isGone }: Opening<Reader>): RecentSnapshots<Reader> {
  type Held = Snapshot<Reader> & { isOld: boolean; wasLent: boolean };
  const all = new Set<Held>();
  const idle: Held[] = [];
  const waiting: (() => void)[] = [];
  let count = 0;

  async function end(held: Held): Promise<void> {
    all.delete(held);
    await held.end();
    count -= 1;
    waiting.shift()?.();
  }

  async function opened(): Promise<Held> {
    count += 1;
    try {
      const held: Held = { ...(await open()), isOld: false, wasLent: false };
      all.add(held);
      setTimeout(() => void age(held), lifeMs).unref();
      return held;
    } catch (error) {
      count -= 1;
      waiting.shift()?.();
      throw error;
    }
  }

  async function age(held: Held): Promise<void> {
    held.isOld = true;
    const place = idle.indexOf(held);
    if (place < 0) return;
    idle.splice(place, 1);
    await end(held);
  }

  async function taken(): Promise<Held> {
    for (;;) {
      const held = idle.pop();
      if (held !== undefined) return held;
      if (count < most) return opened();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  async function use<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const held = await taken();
    const { wasLent } = held;
    held.wasLent = true;
    try {
      return await work(held.reader);
    } catch (error) {
      // The database takes no more questions in a transaction of which one failed.
      held.isOld = true;
      if (!wasLent || !isGone(error)) throw error;
    } finally {
      if (held.isOld) void end(held);
      else {
        idle.push(held);
        waiting.shift()?.();
      }
    }
    return use(work);
  }

  return {
    use,
    async outdate() {
      await Promise.all([...all].map(age));
    },
  };
}
