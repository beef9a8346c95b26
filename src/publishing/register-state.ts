import { sql } from 'kysely';
import { cityShape, type City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import { prepared } from '#db/prepared.ts';

/** What nearly every answer depends on: the register's version, a mark that changes with every publication, and the city; undefined before `koga init` or an example. */
type RegisterState = { version: number; mark: string; city: City | undefined };

/** Within one snapshot the state cannot change, so it is asked for once. */
const states = new WeakMap<Reader, Promise<RegisterState>>();

export function registerState(reader: Reader): Promise<RegisterState> {
  const known = states.get(reader);
  if (known) return known;
  const asked = readState(reader);
  states.set(reader, asked);
  return asked;
}

/** What was computed from the register holds as long as this mark stays. In a transaction that has written (a preview, which is rolled back) nothing holds: each asking gets a mark of its own. */
export const registerMark = async (reader: Reader): Promise<string> => (await registerState(reader)).mark;

async function readState(reader: Reader): Promise<RegisterState> {
  const { rows } = await sql<{ version: number; mark: string; city: string | null; writes: boolean }>`${prepared}
    select version, version::text || ' ' || changed_at::text as mark, (select value::text from settings where name = 'city') as city,
      pg_current_xact_id_if_assigned() is not null as writes
    from register_version`.execute(reader);
  const { version = 0, mark = '', city = null, writes = false } = rows[0] ?? {};
  const state = { version, mark, city: city === null ? undefined : cityFrom(city) };
  if (!writes) return state;
  states.delete(reader);
  unshared += 1;
  return { ...state, mark: `${mark} writing ${unshared}` };
}

let unshared = 0;

let latest: { text: string; city: City } | undefined;

/** The same text is the same city, and is read through its schema once. */
function cityFrom(text: string): City {
  if (latest?.text !== text) latest = { text, city: cityShape.parse(JSON.parse(text)) };
  return latest.city;
}
