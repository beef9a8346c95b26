import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { unitsBySlug } from '#register/index.ts';
import type { Loaded } from './load.ts';
import { peopleToAsk, type Askable } from './store.ts';

export type UnitChoice = { slug: string; name: string };

/** Who can be asked, and the units that have one of the cycle's memberships in their care. */
export async function readScorers(reader: Reader, loaded: Loaded, lang: Lang): Promise<{ people: Askable[]; units: UnitChoice[] }> {
  const all = await unitsBySlug(reader);
  const concerned = new Set([...loaded.assessed.flatMap((one) => loaded.units.get(one.membership) ?? []), ...loaded.scorers.flatMap((one) => one.unit ?? [])]);
  const units = [...concerned].map((slug) => ({ slug, name: (lang === 'en' ? all.get(slug)?.body.name.en : undefined) ?? all.get(slug)?.body.name.pl ?? slug }));
  return { people: await peopleToAsk(reader), units: units.toSorted((a, b) => a.name.localeCompare(b.name, lang)) };
}
