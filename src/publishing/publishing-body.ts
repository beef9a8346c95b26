import { z } from 'zod';
import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import type { PublishingBody } from './actor.ts';

const name = z.string().trim().min(1).max(200);
export const publishingBodyShape = z.object({ pl: name, en: name });

/** The unit that labels name as publishing. Until the city has said which, it is the public service by its own title. */
export async function publishingBodyOf(reader: Pick<Reader, 'selectFrom'>, city: City): Promise<PublishingBody> {
  const row = await reader.selectFrom('settings').select('value').where('name', '=', 'publishingBody').executeTakeFirst();
  return row ? publishingBodyShape.parse(row.value) : city.title;
}
