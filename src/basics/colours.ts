import { z } from 'zod';

const hex = z
  .string()
  .trim()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'a colour such as #0b2a5b' })
  .transform((colour) => colour.toLowerCase());

/** The colours that make a city's service its own: links and actions, header and headings, marks on the map. */
export const coloursShape = z.object({ brand: hex, deep: hex, accent: hex });
export type Colours = z.infer<typeof coloursShape>;

type Rgb = [number, number, number];

const rgb = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
const hexOf = (parts: readonly number[]): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The way from one colour to another, `part` from 0 to 1. */
export const mix = (one: string, other: string, part: number): string => {
  const to = rgb(other);
  return hexOf(rgb(one).map((from, index) => from + ((to[index] ?? from) - from) * part));
};

/** The nearest colour on the way to `towards` that reads on the ground. `towards` itself where none before it does. */
export function legible(colour: string, ground: string, least: number, towards: string): string {
  const steps = Array.from({ length: 21 }, (_, step) => mix(colour, towards, step / 20));
  return steps.find((candidate) => contrast(candidate, ground) >= least) ?? towards;
}

/** The grounds of the pages, which no city changes. */
export const grounds = { paper: '#fbfaf7', surface: '#ffffff', darkPaper: '#0f1623', darkSurface: '#172132' };

export type ColourProblem = { field: keyof Colours; ground: 'paper' | 'white'; ratio: number; least: number };

/** Pairs that would be too faint: text needs 4.5 : 1, graphics 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). Dark pages take lighter shades of the same colours by themselves. */
export function colourProblems(colours: Colours): ColourProblem[] {
  const pairs: Omit<ColourProblem, 'ratio'>[] = [
    { field: 'brand', ground: 'paper', least: 4.5 },
    { field: 'brand', ground: 'white', least: 4.5 },
    { field: 'deep', ground: 'paper', least: 4.5 },
    { field: 'deep', ground: 'white', least: 7 },
    { field: 'accent', ground: 'paper', least: 3 },
  ];
  return pairs.flatMap((pair) => {
    const ratio = contrast(colours[pair.field], pair.ground === 'paper' ? grounds.paper : grounds.surface);
    return ratio < pair.least ? [{ ...pair, ratio }] : [];
  });
}
