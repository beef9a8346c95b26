import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const manifestName = 'manifest.json';

let named: ReadonlyMap<string, string> | null = null;

/** Tells where the built assets lie; called once at start. */
export function useAssets(folder: string): void {
  const read: unknown = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
  if (read === null || typeof read !== 'object') throw new Error(`${join(folder, manifestName)} is not a list of assets`);
  named = new Map(Object.entries(read).map(([name, hashed]) => [name, String(hashed)]));
}

/** The address of a built asset: `style.css` is `/assets/style.1f2e3d4c.css`. @throws where the assets are not built or hold no such name. */
export function assetPath(name: string): string {
  if (!named) throw new Error(`No assets yet: useAssets(folder) must run before a page asks for ${name}`);
  const hashed = named.get(name);
  if (hashed === undefined) throw new Error(`No asset is called ${name}; there are ${[...named.keys()].join(', ')}`);
  return `/assets/${hashed}`;
}
