import { grounds, legible, mix, type Colours } from '#basics/colours.ts';

const [white, black] = ['#ffffff', '#000000'];

function light({ brand, deep, accent }: Colours): Record<string, string> {
  return {
    heading: deep,
    link: brand,
    'link-hover': deep,
    brand,
    'brand-hover': mix(brand, black, 0.25),
    'brand-soft': mix(brand, white, 0.89),
    'on-brand-soft': legible(deep, mix(brand, white, 0.89), 4.5, black),
    deep,
    'on-deep-quiet': legible(mix(deep, white, 0.75), deep, 4.5, white),
    'deep-line': mix(deep, white, 0.18),
    accent,
    'accent-ink': legible(accent, grounds.paper, 4.5, black),
    focus: deep,
    ray: accent,
    dot: brand,
    bar: brand,
    'bar-soft': mix(brand, white, 0.65),
  };
}

function dark({ brand, deep, accent }: Colours): Record<string, string> {
  const bright = legible(brand, grounds.darkSurface, 5.5, white);
  const warm = legible(accent, grounds.darkSurface, 5.5, white);
  return {
    link: bright,
    'link-hover': mix(bright, white, 0.5),
    brand: bright,
    'brand-hover': mix(bright, white, 0.35),
    'on-brand': legible(mix(deep, black, 0.5), bright, 4.5, black),
    'brand-soft': mix(brand, grounds.darkPaper, 0.7),
    'on-brand-soft': legible(mix(bright, white, 0.6), mix(brand, grounds.darkPaper, 0.7), 4.5, white),
    deep: mix(deep, black, 0.4),
    'on-deep-quiet': legible(mix(deep, white, 0.7), mix(deep, black, 0.4), 4.5, white),
    'deep-line': mix(deep, white, 0.12),
    accent: warm,
    'accent-ink': mix(warm, white, 0.2),
    ray: warm,
    dot: bright,
    bar: bright,
    'bar-soft': mix(brand, grounds.darkPaper, 0.4),
  };
}

const declared = (tokens: Record<string, string>): string =>
  Object.entries(tokens)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The tokens of a city that has chosen its own colours, to be loaded after the common stylesheet. */
export function themeCss(colours: Colours): string {
  const inDark = declared(dark(colours));
  return [
    `:root{${declared(light(colours))}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${inDark}}}`,
    `:root[data-theme='dark']{${inDark}}`,
    `@media print{:root,:root:not([data-theme='light']),:root[data-theme='dark']{${declared(light(colours))}}}`,
  ].join('\n');
}

/** Its address: other colours, another address, so that browsers may keep it for ever. */
export const themePath = ({ brand, deep, accent }: Colours): string => `/assets/theme-${[brand, deep, accent].map((colour) => colour.slice(1)).join('-')}.css`;
