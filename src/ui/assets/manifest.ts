import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const manifestName = 'manifest.json';
export const tokensName = 'tokens.json';

let named: ReadonlyMap<string, string> | null = null;
let colours: ReadonlyMap<string, string> | null = null;
let place = '';

/** Tells where the built assets lie; called once at start. */
export function useAssets(folder: string): void {
  named = listIn(join(folder, manifestName));
  colours = null;
  place = folder;
}

function listIn(path: string): Map<string, string> {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (read === null || typeof read !== 'object') throw new Error(`${path} is not a list of names`);
  return new Map(Object.entries(read).map(([name, value]) => [name, String(value)]));
}

/** A colour of the city by its name in src/ui/styles/_tokens.scss, as it is in light: `deep`. @throws where no token is called so */
export function token(name: string): string {
  colours ??= listIn(join(place, tokensName));
  const colour = colours.get(name);
  if (colour === undefined) throw new Error(`No token is called ${name}; there are ${[...colours.keys()].join(', ')}`);
  return colour;
}

/** Where a built file lies that is not for the public. */
export const assetFile = (name: string): string => join(place, name);

/** The address of a built asset: `style.css` is `/assets/style.1f2e3d4c.css`. @throws where the assets are not built or hold no such name. */
export function assetPath(name: string): string {
  if (!named) throw new Error(`No assets yet: useAssets(folder) must run before a page asks for ${name}`);
  const hashed = named.get(name);
  if (hashed === undefined) throw new Error(`No asset is called ${name}; there are ${[...named.keys()].join(', ')}`);
  return `/assets/${hashed}`;
}
