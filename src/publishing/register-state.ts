import { sql } from 'kysely';
import { cityShape, type City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';

/** What nearly every answer depends on: the register's version, a mark that changes with every publication, and the city; undefined before `koga init` or an example. */
export type RegisterState = { version: number; mark: string; city: City | undefined };

/** Within one snapshot the state cannot change, so it is asked for once. */
const states = new WeakMap<Reader, Promise<RegisterState>>();

export function registerState(reader: Reader): Promise<RegisterState> {
  const known = states.get(reader);
  if (known) return known;
  const asked = readState(reader);
  states.set(reader, asked);
  return asked;
}

/** What was computed from the register holds as long as this mark stays. */
export const registerMark = async (reader: Reader): Promise<string> => (await registerState(reader)).mark;

async function readState(reader: Reader): Promise<RegisterState> {
  const { rows } = await sql<{ version: number; mark: string; city: string | null }>`
    select version, version::text || ' ' || changed_at::text as mark, (select value::text from settings where name = 'city') as city from register_version`.execute(reader);
  const { version = 0, mark = '', city = null } = rows[0] ?? {};
  return { version, mark, city: city === null ? undefined : cityFrom(city) };
}

let latest: { text: string; city: City } | undefined;

/** The same text is the same city, and is read through its schema once. */
function cityFrom(text: string): City {
  if (latest?.text !== text) latest = { text, city: cityShape.parse(JSON.parse(text)) };
  return latest.city;
}
