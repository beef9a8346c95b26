import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/**
 * A program of its own: an SVG comes on standard input, its PNG goes to standard output. The renderer holds about 60 MB, which
 * would stay with the service; here they end with the process.
 */
const require = createRequire(import.meta.url);
const read = (name: string): Buffer => readFileSync(require.resolve(name));

const fonts = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
];

await initWasm(read('@resvg/resvg-wasm/index_bg.wasm'));
const drawing = new Resvg(await text(process.stdin), { font: { fontBuffers: fonts.map(read), defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' } });
process.stdout.write(drawing.render().asPng());
