import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** Which rooms a room may import. What is not named here may not be imported: arrows only point down. */
const ground = ['web', 'ui', 'markup', 'lang', 'db', 'basics'];
const services = ['publishing', 'accounts', 'jobs', 'mail', ...ground];
const below: Record<string, readonly string[]> = {
  basics: [],
  markup: [],
  lang: ['basics'],
  ui: ['markup', 'lang', 'basics'],
  db: ['basics'],
  web: ['ui', 'markup', 'lang', 'db', 'basics'],
  publishing: ground,
  accounts: ground,
  jobs: ['db', 'basics'],
  mail: ground,
  register: services,
  feedback: ['publishing', ...ground],
  assessment: ['register', ...services],
  offers: ['register', ...services],
  insight: ['register', 'assessment', 'offers', ...services],
  site: ['insight', 'register', 'assessment', 'offers', 'feedback', ...services],
  office: ['insight', 'register', 'assessment', 'offers', 'feedback', ...services],
  institution: ['insight', 'register', 'offers', 'feedback', 'site', ...services.filter((room) => room !== 'accounts')],
  reports: ['insight', 'register', 'assessment', 'offers', ...services],
};
/** The door for scripts that run in a reader's browser, where nothing of a server may follow. */
const browserDoor = 'assessment/browser.ts';
/** Rooms that others enter by their door only. */
const withDoor = new Set(['register', 'assessment', 'offers', 'feedback', 'insight', 'accounts', 'jobs', 'mail', 'reports']);
/** On the roof: kinds.ts lists every room's kinds. */
const roof = new Set(['.', 'commands']);

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:^|\n)(?:import|export)[^'";]*?from '([^']+)'|(?:^|\n)import '([^']+)'/g)].map((match) => match[1] ?? match[2] ?? '');

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '.') : '.');

/** The file inside src that an import means; null for packages. */
function target(file: string, wanted: string): string | null {
  if (wanted.startsWith('#')) return wanted.slice(1);
  if (wanted.startsWith('.')) return normalize(join(dirname(file), wanted)).replaceAll('\\', '/');
  return null;
}

const arrows = files.flatMap((file) =>
  importsOf(file).flatMap((wanted) => {
    const to = target(file, wanted);
    return to === null ? [] : [{ file, wanted, to, fromRoom: roomOf(file), toRoom: roomOf(to) }];
  }),
);

describe('the house', () => {
  it('has rooms that the table knows', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in below) && !roof.has(room))).toEqual([]);
  });

  it('has arrows that only point down', () => {
    const wrong = arrows.filter(({ fromRoom, toRoom }) => !roof.has(fromRoom) && fromRoom !== toRoom && !(below[fromRoom] ?? []).includes(toRoom));
    expect(wrong.map(({ file, wanted }) => `${file} may not import ${wanted}`)).toEqual([]);
  });

  it('has rooms that are entered by the door', () => {
    const wrong = arrows.filter(
      ({ fromRoom, toRoom, to, file }) => withDoor.has(toRoom) && fromRoom !== toRoom && file !== 'kinds.ts' && to !== `${toRoom}/index.ts` && to !== browserDoor,
    );
    expect(wrong.map(({ file, wanted }) => `${file} may not import ${wanted}`)).toEqual([]);
  });

  it('has imports by # across rooms and by ./ within', () => {
    const wrong = arrows.filter(({ fromRoom, toRoom, wanted }) =>
      wanted.startsWith('#') ? fromRoom === toRoom && fromRoom !== '.' && fromRoom !== 'lang' : fromRoom !== toRoom && !roof.has(fromRoom),
    );
    expect(wrong.map(({ file, wanted }) => `${file} imports ${wanted}`)).toEqual([]);
  });

  it('has no files that import each other in a ring', () => {
    const graph = Map.groupBy(arrows, (arrow) => arrow.file);
    const done = new Set<string>();
    const rings: string[] = [];
    const walk = (file: string, path: string[]): void => {
      const at = path.indexOf(file);
      if (at !== -1) {
        rings.push([...path.slice(at), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const arrow of graph.get(file) ?? []) walk(arrow.to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(rings).toEqual([]);
  });

  it('reads the clock only on the roof, at the edge of the web, and where the database is', () => {
    const clock = /\bDate\.now\(\)|new Date\(\)/;
    const wrong = files.filter(
      (file) =>
        ['register', 'feedback', 'insight', 'site', 'lang', 'basics', 'ui', 'publishing'].includes(roomOf(file)) &&
        !file.startsWith('ui/scripts/') &&
        file !== 'basics/uuid.ts' &&
        clock.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(wrong.map((file) => relative(source, join(source, file)))).toEqual([]);
  });
});
