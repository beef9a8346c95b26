import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const examples = join(resolve(import.meta.dirname, '..'), 'src/db/example');
const recordsShape = z.array(z.object({ slug: z.string(), body: z.object({ sources: z.array(z.object({ url: z.string(), title: z.string().optional() })).default([]) }) }));

/** Records of a city with their sources. Networks are left out: theirs are lists of members, which no page cites side by side. */
const recordsOf = (city: string) =>
  readdirSync(join(examples, city))
    .filter((file) => !['networks.json', 'city.json', 'settings.json', 'applications.json', 'institutions.json'].includes(file))
    .flatMap((file) => recordsShape.parse(JSON.parse(readFileSync(join(examples, city, file), 'utf8'))).map((record) => ({ ...record, name: `${file} ${record.slug}` })));

const host = (url: string): string => new URL(url).hostname;

describe.each(['krakow', 'nadrzecze'])('the sources of %s', (city) => {
  it('can be told apart wherever a page cites those of one record', () => {
    const alike = recordsOf(city).filter(({ body: { sources } }) => new Set(sources.map(({ title, url }) => `${title} ${host(url)}`)).size < sources.length);
    expect(alike.map(({ name }) => name)).toEqual([]);
  });

  it('are called what they are called, without remarks of ours', () => {
    const titles = recordsOf(city).flatMap(({ body }) => body.sources.flatMap(({ title }) => title ?? []));
    expect(titles.filter((title) => /\([^)]*(archiw|kopia|starsz|wersj|dostęp|archive)|^(Strona|Artykuł) o ofer/i.test(title))).toEqual([]);
  });
});

it('each address that the invented city cites has a title of its own', () => {
  const addresses = Map.groupBy(
    recordsOf('nadrzecze').flatMap(({ body }) => body.sources),
    ({ title }) => title,
  );
  expect([...addresses].flatMap(([title, sources]) => (new Set(sources.map(({ url }) => url)).size > 1 ? [title] : []))).toEqual([]);
});
