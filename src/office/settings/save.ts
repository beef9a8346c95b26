import { createHash } from 'node:crypto';
import type { City } from '#basics/city.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db } from '#db/handles.ts';
import { readCity } from '#publishing/load.ts';
import { insertAudit, raiseRegisterVersion } from '#publishing/store.ts';
import { withGroup, type Group, type SettingProblem, type Typed } from './groups.ts';

/** Names one state of the settings, so that a form says which one it was filled in from. */
export const stateOf = (city: City): string => createHash('sha256').update(JSON.stringify(city)).digest('hex').slice(0, 16);

/** Changes one group of settings. Every page depends on them, so the register version rises with it. */
export const saveSettings = (
  db: Db,
  given: { group: Group; typed: Typed; basedOn: string; actorId: string; now: Date },
): Promise<Outcome<City, 'badSettings' | 'stale' | 'noCity'> & { problems?: SettingProblem[] }> =>
  db.write(async (tx) => {
    await tx.selectFrom('settings').select('name').where('name', '=', 'city').forUpdate().execute();
    const city = await readCity(tx);
    if (!city) return refused('noCity');
    if (stateOf(city) !== given.basedOn) return refused('stale');
    const changed = withGroup(city, given.group, given.typed);
    if (!changed.ok) return changed;
    await tx
      .updateTable('settings')
      .set({ value: JSON.stringify(changed.value) })
      .where('name', '=', 'city')
      .execute();
    await insertAudit(tx, { at: given.now, actorId: given.actorId, action: 'change settings', about: given.group });
    await raiseRegisterVersion(tx, given.now);
    return done(changed.value);
  });
