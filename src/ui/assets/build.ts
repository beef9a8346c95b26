import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compileAsync } from 'sass';
import { manifestName, tokensName } from './manifest.ts';
import { rasteriser } from './picture.ts';

const ui = join(import.meta.dirname, '..');
const packages = join(ui, '..', '..', 'node_modules');

const whatIf = join(ui, '..', 'site', 'assessment', 'what-if');

/** Scripts by name: of every public page, of the office, of forms outside it that save themselves, and of the one page that counts in the reader's browser. */
const scriptEntries = [
  ['page', join(ui, 'scripts', 'page.ts')],
  ['office', join(ui, 'scripts', 'office.ts')],
  ['form', join(ui, 'scripts', 'form.ts')],
  ['what-if', join(whatIf, 'script.ts')],
  ['what-if-worker', join(whatIf, 'worker.ts')],
] as const;

/** `style.css` with its content's hash in the name, so that browsers may keep it for ever. */
function hashedName(name: string, content: Uint8Array | string): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}

/**
 * Writes stylesheet, script, fonts and icon under hashed names into the folder, and `manifest.json` that tells the names. Not for the
 * public: `tokens.json` with the city's colours, and the program that draws pictures.
 */
export async function buildAssets(outFolder: string): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  const manifest: Record<string, string> = {};
  const put = async (name: string, content: Uint8Array | string): Promise<void> => {
    const hashed = hashedName(name, content);
    manifest[name] = hashed;
    await writeFile(join(outFolder, hashed), content);
  };

  const fonts = (await readdir(join(ui, 'fonts'))).filter((name) => name.endsWith('.woff2')).toSorted();
  for (const font of fonts) await put(font, await readFile(join(ui, 'fonts', font)));
  // The Open Font Licence asks that its text travels with the fonts.
  await put('fonts-licence.txt', await readFile(join(ui, 'fonts', 'LICENSE-OFL.txt')));
  await put('favicon.svg', await readFile(join(ui, 'assets', 'favicon.svg')));

  const { css } = await compileAsync(join(ui, 'styles', 'style.scss'), { style: 'compressed', loadPaths: [packages], quietDeps: true });
  await put(
    'style.css',
    css.replaceAll(/fonts\/([a-z0-9-]+\.woff2)/g, (_whole, name: string) => namedIn(manifest, name)),
  );

  const office = await compileAsync(join(ui, 'styles', 'office.scss'), { style: 'compressed', loadPaths: [packages], quietDeps: true });
  await put('office.css', office.css);

  for (const [name, entry] of scriptEntries) {
    const scripts = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      legalComments: 'none',
    });
    for (const script of scripts.outputFiles) await put(`${name}.js`, script.contents);
  }

  await writeFile(join(outFolder, tokensName), `${JSON.stringify(tokensIn(css), null, 2)}\n`);
  await build({
    entryPoints: [join(ui, 'assets', 'rasterise.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    outfile: join(outFolder, rasteriser),
  });

  await writeFile(join(outFolder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The colours that the stylesheet sets first, which are those in light. */
function tokensIn(css: string): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const [, name = '', colour = ''] of css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,8})\b/gi)) tokens[name] ??= colour;
  return tokens;
}

function namedIn(manifest: Record<string, string>, name: string): string {
  const hashed = manifest[name];
  if (hashed === undefined) throw new Error(`The stylesheet asks for the font ${name}, which is not in src/ui/fonts`);
  return hashed;
}
