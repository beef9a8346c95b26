import { fold } from './fold.ts';

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An address part from a name: `Związek Hanzy` becomes `zwiazek-hanzy`. Empty where nothing of the name can stand in an address. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}
