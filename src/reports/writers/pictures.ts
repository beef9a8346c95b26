import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Report } from '../report.ts';

/** How many dots a drawing has for each of its own units: 760 of them are as wide as the text of a page, so this is some 175 dots an inch. */
const sharpness = 1.5;

const require = createRequire(import.meta.url);
const read = (name: string): Buffer => readFileSync(require.resolve(name));

const fonts = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
];

/** The drawings of a report as PNG by their number, for what cannot show SVG. */
export async function picturesOf(report: Report): Promise<Map<number, Uint8Array>> {
  const figures = report.chapters.flatMap((chapter) => chapter.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : [])));
  if (figures.length === 0) return new Map();
  await initWasm(read('@resvg/resvg-wasm/index_bg.wasm'));
  const font = { fontBuffers: fonts.map(read), defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' };
  return new Map(
    figures.map(({ number, svg, width }) => [
      number,
      new Resvg(svg, { font, background: '#ffffff', fitTo: { mode: 'width', value: Math.round(width * sharpness) } }).render().asPng(),
    ]),
  );
}
