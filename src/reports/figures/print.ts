import type { City } from '#basics/city.ts';
import { mix } from '#basics/colours.ts';
import { token } from '#ui/assets/manifest.ts';
import { htmlOf } from '#markup/markup.ts';
import type { Figure, Report } from '../report.ts';

export type Drawn = Pick<Figure, 'title' | 'finding' | 'note' | 'svg' | 'width' | 'height'>;

/** What paper takes of the service's colours; a city's own come first. */
export function coloursOf({ colours }: Pick<City, 'colours'>): Report['colours'] {
  const brand = colours?.brand ?? token('brand');
  return {
    deep: colours?.deep ?? token('deep'),
    brand,
    accent: colours?.accent ?? token('accent'),
    soft: colours === null ? token('brand-soft') : mix(brand, '#ffffff', 0.89),
    line: token('line'),
    quiet: token('ink-quiet'),
    ink: token('ink'),
  };
}

const serif = "font-family: 'Source Serif 4'";
const sans = "font-family: 'Source Sans 3'";

/** The figures' classes as the stylesheet has them (src/ui/styles/_figures.scss), in words that readers of SVG without variables know. */
function printStyle({ deep, brand, line, quiet, ink, accent }: Report['colours']): string {
  const faint = token('bar-faint');
  const strong = token('line-strong');
  return `text { ${sans} }
.g-t { fill: ${ink}; font-size: 14px }
.g-link text { fill: ${ink} }
.g-tq { fill: ${quiet}; font-size: 13px }
.g-tb, .g-link .g-tb { fill: ${deep}; font-size: 14px; font-weight: 600 }
.g-t--quiet { fill: ${quiet} }
.g-end { text-anchor: end }
.g-mid { text-anchor: middle }
.g-num, .g-sum { fill: ${deep}; ${serif}; font-size: 18px; font-weight: 600 }
.g-num { text-anchor: end }
.g-num--s { fill: ${quiet} }
.g-grid, .g-row { stroke: ${line}; stroke-width: 1; fill: none }
.g-axis { stroke: ${strong}; stroke-width: 1; fill: none }
.g-now { stroke: ${accent}; stroke-width: 1.5; fill: none }
.g-bar { fill: ${brand} }
.g-bar--inf { fill: ${mix(brand, '#ffffff', 0.65)}; stroke: ${brand}; stroke-width: 1.2 }
.g-bar--unk { fill: none; stroke: ${faint}; stroke-width: 1.2; stroke-dasharray: 3 3 }
.g-bar--end { fill: ${faint} }
.g-bar--plan { fill: none; stroke: ${brand}; stroke-width: 2; stroke-linecap: round; stroke-dasharray: 0.1 4.5 }
.g-bar--held { fill: #ffffff; stroke: ${brand}; stroke-width: 1.2 }
.g-hatch { fill: none; stroke: ${brand}; stroke-width: 1.2 }
.g-fn { fill: ${token('gold')}; stroke: ${token('accent-ink')}; stroke-width: 1 }
.g-turn { fill: none; stroke: ${ink}; stroke-width: 1 }
.g-tick { fill: none; stroke: ${deep}; stroke-width: 2 }
.g-tick2 { fill: #ffffff; stroke: ${deep}; stroke-width: 1.6 }
.g-mat { fill: ${brand} }
.g-imm { fill: #ffffff; stroke: ${brand}; stroke-width: 2 }
.g-exp { fill: none; stroke: ${token('accent-ink')}; stroke-width: 1.5; stroke-dasharray: 2.5 2 }
.g-coi { fill: none; stroke: ${faint}; stroke-width: 1.6 }
.g-mat--faint { fill: ${faint} }
.g-imm--faint, .g-beside { fill: #ffffff; stroke: ${faint}; stroke-width: 1.6 }
.g-thread { fill: none; stroke: ${strong}; stroke-width: 1; stroke-dasharray: 1 5; opacity: 0.6 }
.g-plane { fill: #ffffff; stroke: ${strong} }
.g-whisk { fill: none; stroke: ${brand}; stroke-width: 1.6 }
.g-mark { fill: ${brand}; stroke: #ffffff; stroke-width: 2 }
.g-mt { fill: #ffffff; font-size: 14px; font-weight: 600; text-anchor: middle }`;
}

/** A drawing of the pages as a picture of its own: it bears its styles, and says what a stylesheet says elsewhere. */
export function asPicture(drawing: unknown, colours: Report['colours']): string {
  return htmlOf(drawing).replace(/^<svg([^>]*)>/, (_whole, attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}><style>${printStyle(colours)}</style>`);
}
