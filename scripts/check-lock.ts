import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';

/**
 * npm leaves a package for another platform out of the lock file, without a word, where it cannot find it; an installation on that platform
 * then fails, or starts without the part. So every platform that Koga promises is looked up here.
 */
export const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'] as const;

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
export const lockShape = z.object({ packages: z.record(z.string(), entry) });
export type Lock = z.infer<typeof lockShape>;

/** One sentence for each thing wrong. */
export function complaintsAbout(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version, resolved, integrity, link, optionalDependencies = {} }]) => {
    const complaints: string[] = [];
    const wanted = Object.entries(optionalDependencies).filter(([name]) => platforms.some((platform) => name.includes(platform)));
    for (const [name, range] of wanted) {
      const found = lookUp(lock, place, name);
      if (!found) complaints.push(`${name}, which ${nameAt(place)} needs on that platform, is missing`);
      else if (isExact(range) && found.version !== range) complaints.push(`${name} is ${found.version}, and ${nameAt(place)} needs ${range}`);
    }
    if (resolved?.startsWith('http')) complaints.push(`${nameAt(place)} names the server that it came from (“resolved”), which not every machine can reach`);
    if (place !== '' && !link && !integrity) complaints.push(`${nameAt(place)} has no checksum (“integrity”)${version ? '' : ' and no version'}`);
    return complaints;
  });
}

const isExact = (range: string): boolean => /^\d+\.\d+\.\d+/.test(range);

const nameAt = (place: string): string => (place === '' ? 'Koga' : place.replace(/^.*node_modules\//, ''));

/** As Node looks for a package: inside the one that asks, then upwards. */
function lookUp(lock: Lock, from: string, name: string): z.infer<typeof entry> | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`];
    if (found || place === '') return found;
  }
}

if (import.meta.main) {
  const lock = lockShape.parse(JSON.parse(await readFile(resolve(import.meta.dirname, '../package-lock.json'), 'utf8')));
  const complaints = complaintsAbout(lock);
  for (const complaint of complaints) console.error(`package-lock.json: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${Object.keys(lock.packages).length - 1} packages, complete for ${platforms.join(', ')}`);
}
