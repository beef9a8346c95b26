import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langs } from '#lang/lang.ts';
import { readTarget } from './request-target.ts';
import { addressOf, pages, type PageName } from './paths.ts';

const names = Object.keys(pages) as PageName[];
const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);

describe('addresses', () => {
  it('are different for every page and language', () => {
    const all = names.flatMap((name) => langs.map((lang) => pages[name][lang]));
    expect(new Set(all).size).toBe(all.length);
    for (const name of names) for (const lang of langs) expect(pages[name][lang].split('/')[1]).toBe(lang);
  });

  it('of any record are ones that the service takes, in both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), slug, fc.nat(1000), (name, part, number) => {
        for (const lang of langs) {
          const address = addressOf(name, lang, { slug: part, kind: part, number, from: number, to: number });
          expect(readTarget(address)).toMatchObject({ path: address, query: '' });
        }
      }),
    );
  });

  it('never let a value change the path', () => {
    fc.assert(
      fc.property(fc.string(), (part) => {
        const address = addressOf('organisation', 'pl', { slug: part.isWellFormed() ? part : 'x' });
        expect(address.split('/')).toHaveLength(4);
      }),
    );
  });

  it('ask for what they need', () => {
    expect(() => addressOf('organisation', 'pl')).toThrow(/needs slug/);
  });
});
