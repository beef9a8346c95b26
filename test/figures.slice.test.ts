import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appOver } from './app.ts';
import { around, attribute, elementsOf, markup, named, textOf, type Element } from './markup.ts';
import { storeFor } from './world.ts';

const assets = join(resolve(import.meta.dirname, '..'), 'build/assets');

/** What the sheet says of each class of a drawing in light, without what it says for paper, forced colours and narrow screens. */
function rulesIn(css: string): Map<string, Map<string, string>> {
  let plain = css;
  for (let before = ''; before !== plain;) [before, plain] = [plain, plain.replace(/@[a-z-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')];
  const rules = new Map<string, Map<string, string>>();
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const selector of selectors.split(',')) {
      const name = /^\.(g-[\w-]+)$/.exec(selector.trim())?.[1];
      if (name === undefined) continue;
      const known = rules.get(name) ?? new Map<string, string>();
      for (const declaration of body.split(';')) {
        const [property = '', ...value] = declaration.split(':');
        if (property.trim() !== '') known.set(property.trim(), value.join(':').trim());
      }
      rules.set(name, known);
    }
  return rules;
}

/** Lines and grounds that carry nothing, or whose name stands beside them. */
const furniture = /^g-(sea|land|ring|edge|lead|grid|row|axis|thread|now|plan.*|link|seat|home)$/;
/** Alike in form to another mark, and told apart otherwise. */
const placed: Record<string, string> = {
  'g-mat--faint': 'stands in the column headed "no date", as its key says',
  'g-imm--faint': 'stands in the column headed "no date", as its key says',
};

/** A mark as somebody sees it who sees no colours: its form, whether it is filled, its line. */
function formOf(element: Element, rules: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const names = (attribute(element, 'class') ?? '').split(' ').filter((one) => one !== '');
  const style = (property: string): string => names.map((name) => rules.get(name)?.get(property)).findLast((value) => value !== undefined) ?? '';
  const fill = style('fill');
  const hollow = fill === 'none' || /--(paper|surface|dot-back)\b/.test(fill) || (element.name === 'path' && fill === '');
  const size = { rect: attribute(element, 'height'), circle: attribute(element, 'r') }[element.name] ?? '';
  const drawn = element.name === 'path' ? (attribute(element, 'd') ?? '').replace(/[^a-z]+/gi, '').replace(/^(M[HLh])\1*.*/i, '$1') : '';
  const beside = element.parent?.children.filter((one) => typeof one !== 'string' && one.name === 'path' && attribute(one, 'class') === 'g-hatch').length ?? 0;
  // An inset keeps an outline within its stretch of time: one unit is no other size.
  return [
    element.name,
    Math.round(Number(size) / 3),
    drawn,
    hollow ? 'hollow' : 'filled',
    style('stroke-dasharray') === '' ? 'line' : `dashed ${style('stroke-dasharray')}`,
    beside > 0 && names[0] === 'g-bar--held' ? 'hatched' : '',
    style('stroke-width'),
  ].join(' ');
}

describe('a picture', () => {
  const store = storeFor('world');
  const { get } = appOver(store);

  it('means by shape, filling, line or number whatever it means by colour', async () => {
    const css = readdirSync(assets).find((name) => name.startsWith('style.') && name.endsWith('.css')) ?? '';
    const rules = rulesIn(readFileSync(join(assets, css), 'utf8'));
    expect(rules.get('g-mat')?.get('fill')).toBe('var(--bar)');
    const wrong = new Set<string>();
    const seen = new Set<string>();
    for (const path of ['/pl', '/pl/dlaczego-warto', '/pl/organizacje?view=timeline', '/pl/organizacje?view=map', '/pl/organizacje/eurocities', '/pl/organizacje/owhc']) {
      const root = markup(await (await get(path)).text());
      for (const figure of named(root, 'figure')) {
        const forms = new Map<string, Set<string>>();
        for (const mark of elementsOf(figure)) {
          const [name] = (attribute(mark, 'class') ?? '').split(' ').slice(-1);
          if (!['rect', 'circle', 'path'].includes(mark.name) || name === undefined || !name.startsWith('g-') || furniture.test(name) || name in placed || name === 'g-hatch')
            continue;
          seen.add(name);
          const form = formOf(mark, rules);
          forms.set(form, (forms.get(form) ?? new Set()).add(name));
        }
        for (const [form, names] of forms) if (names.size > 1) wrong.add(`${path}: ${[...names].toSorted().join(', ')} are all ${form}`);
      }
    }
    expect([...wrong]).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
  });

  it('says in its key, in words, what each sign means', async () => {
    for (const path of ['/pl', '/en/why-belong', '/pl/organizacje?view=timeline', '/en/organisations/eurocities']) {
      const root = markup(await (await get(path)).text());
      const signs = elementsOf(root).filter((one) => one.name === 'svg' && around(one).some((outer) => (attribute(outer, 'class') ?? '').includes('kg-key')));
      expect([path, signs.length > 0]).toEqual([path, true]);
      for (const sign of signs) expect([path, textOf(sign.parent ?? undefined).length > 2]).toEqual([path, true]);
    }
  });
});
