import type { Db } from '#db/handles.ts';
import { forgetSettledMail, forgetSettledUses, takeFromFolder } from '#offers/index.ts';
import type { Config } from './config.ts';
import { every } from './every.ts';

const lookEveryMs = 15_000;
const forgetEveryMs = 6 * 3_600_000;

/** Takes mails with calls from the watched folder, where there is one, and erases what was settled long ago. */
export function startIntake(db: Db, { intakeFolder }: Pick<Config, 'intakeFolder'>, log: (line: string) => void): { stop: () => Promise<void> } {
  const loops = [
    every(forgetEveryMs, 'old calls', () => forgetSettled(db, new Date()), log),
    ...(intakeFolder === null ? [] : [every(lookEveryMs, 'folder of calls', async () => void (await takeFromFolder(db, intakeFolder, new Date())), log)]),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

async function forgetSettled(db: Db, now: Date): Promise<void> {
  await forgetSettledMail(db, now);
  await forgetSettledUses(db, now);
}
