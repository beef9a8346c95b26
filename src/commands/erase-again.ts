import { eraseAgain, erasureLog } from '../erasures.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store.ts';
import type { Talk } from './store-commands.ts';

/** After a restore: whoever was erased since the backup was made is erased again. */
export async function runEraseAgain({ db }: Store, config: Config, file: string | undefined, now: Date, { say, complain }: Talk): Promise<number> {
  const from = file ?? erasureLog(config);
  const { named, erased, unknown } = await eraseAgain(db, from, now);
  say(
    named === 0
      ? `${from} names no erasures.`
      : `${from} names ${named} ${named === 1 ? 'erasure' : 'erasures'}; ${erased} had come back and ${erased === 1 ? 'is' : 'are'} erased again.`,
  );
  if (unknown.length === 0) return 0;
  complain(`This version does not know how to erase: ${unknown.join(', ')}.`);
  return 1;
}
