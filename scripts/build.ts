import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const outFolder = join(root, 'build');

/**
 * Everything the server runs from, into build/: koga.js, its worker and the program that sets reports with their maps, assets/ and build-id.txt. Each part is
 * made beside its place and then moved there, so that a server started meanwhile never meets half a file.
 */
export async function build(): Promise<void> {
  const draft = join(outFolder, `draft-${process.pid}`);
  await mkdir(draft, { recursive: true });
  try {
    await bundleServer(draft);
    await buildAssets(join(draft, 'assets'));
    await writeFile(join(draft, 'build-id.txt'), `${await buildId()}\n`);
    // bin/koga compares this stamp with the sources: a build made here is not the one it knows of.
    await rm(join(outFolder, 'sources'), { force: true });
    const made = await readdir(draft);
    for (const name of made) await replace(join(draft, name), join(outFolder, name));
    await forgetOldParts(made);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const keptMs = 7 * 86_400_000;

/** Parts of earlier builds go after a week: until then a server that was started from them may still ask for them. */
async function forgetOldParts(made: readonly string[]): Promise<void> {
  for (const name of await readdir(outFolder)) {
    if (!/^part-.*\.js(\.map)?$/.test(name) || made.includes(name)) continue;
    if (Date.now() - (await stat(join(outFolder, name))).mtimeMs > keptMs) await rm(join(outFolder, name), { force: true });
  }
}

async function bundleServer(folder: string): Promise<void> {
  const result = await bundle({
    absWorkingDir: root,
    entryPoints: { koga: 'src/cli.ts', 'results-worker': 'src/assessment/results-worker.ts', 'write-report': 'src/reports/child.ts' },
    outdir: outFolder,
    write: false,
    bundle: true,
    // What is imported by a call, such as the library of the accounts, is a file of its own and is read when it is first needed.
    splitting: true,
    chunkNames: 'part-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // The packages go in too: to find and read their thousand files took half of every command's start, and they held a third more of the heap. What
    // stays out is made of programs and files that lie in the packages, or is never there.
    external: ['@myriaddreamin/*', 'esbuild', 'sass', 'pg-native'],
    // For packages in the older form that ask for parts of Node by `require`.
    banner: { js: "import { createRequire as requireBeside } from 'node:module'; const require = requireBeside(import.meta.url);" },
    // Without these two every page fails when it is asked for, and nothing does while building.
    jsx: 'automatic',
    jsxImportSource: '#markup',
    sourcemap: 'linked',
    // Node keeps the text of a program for functions that were not called yet: no blanks and remarks. Names stay, and lines short enough for a trace to say
    // where.
    minifyWhitespace: true,
    legalComments: 'none',
    lineLimit: 200,
    logLevel: 'warning',
  });
  for (const file of result.outputFiles) await writeFile(join(folder, relative(outFolder, file.path)), file.path.endsWith('.js') ? inAscii(file.text) : file.contents);
}

/**
 * A single sign beyond Latin-1 makes Node hold the whole text of a program in two bytes a sign, some megabytes more. The bundler has escaped all but those in
 * patterns and in the raw texts of which patterns are made, where the escape means the same; it would not where the sign stood behind a backslash.
 * Columns of the map move by it on those few lines.
 *
 * @throws Error where a sign stands behind a backslash
 */
function inAscii(program: string): string {
  const escapedSign = /\\[^\0-\x7f]/.exec(program)?.[0];
  if (escapedSign !== undefined) throw new Error(`a pattern escapes ${escapedSign}, which needs no backslash`);
  return program.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function buildAssets(folder: string): Promise<void> {
  const path = join(root, 'src/ui/assets/build.ts');
  if (!existsSync(path)) return;
  await mkdir(folder, { recursive: true });
  const module: unknown = await import(pathToFileURL(path).href);
  if (!hasBuildAssets(module)) throw new Error('src/ui/assets/build.ts exports no function buildAssets');
  await module.buildAssets(folder);
}

function hasBuildAssets(module: unknown): module is { buildAssets: (outFolder: string) => Promise<void> } {
  return typeof module === 'object' && module !== null && 'buildAssets' in module && typeof module.buildAssets === 'function';
}

/** Names what was built: the same sources and packages give the same id on every machine. */
async function buildId(): Promise<string> {
  const hash = createHash('sha256');
  const sources = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const names = sources
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .concat('package.json', 'package-lock.json')
    .toSorted();
  for (const name of names) {
    const content = await readFile(join(root, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

async function replace(from: string, to: string): Promise<void> {
  if (!(await stat(from)).isDirectory()) return rename(from, to);
  const old = `${to}.old-${process.pid}`;
  if (existsSync(to)) await rename(to, old);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

if (import.meta.main) {
  try {
    await build();
  } catch (error) {
    // esbuild has printed its own messages, with file and line; an error from elsewhere has not been seen yet.
    if (!(error instanceof Error && error.message.startsWith('Build failed'))) console.error(error);
    process.exitCode = 1;
  }
}
