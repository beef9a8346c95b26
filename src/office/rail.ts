import { holds, type SignedIn } from '#accounts/index.ts';
import type { Db } from '#db/handles.ts';
import type { RailLink } from './shell.tsx';

/** The entries of the rail that this person has use for. */
export async function railFor(db: Db, rail: readonly RailLink[], person: SignedIn | null): Promise<RailLink[]> {
  if (person === null) return [];
  const useful: RailLink[] = [];
  for (const link of rail) {
    const { roles, also } = link;
    const byRole = roles === undefined || roles.some((role) => holds(person, role));
    if (byRole || (also !== undefined && (await db.read((reader) => also(reader, person))))) useful.push(link);
  }
  return useful;
}
