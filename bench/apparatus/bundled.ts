import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './service.ts';

/** What these lines export, as it is shipped: Node does not read pages and drawings unbundled. The bundle lies beside the built files, which it needs, and goes again. */
export async function bundled<Exports>(contents: string, isWhole: (module: unknown) => module is Exports): Promise<Exports> {
  const file = join(root, 'build', `bench-${process.pid}.js`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    outfile: file,
    logLevel: 'error',
  });
  try {
    const module: unknown = await import(pathToFileURL(file).href);
    if (!isWhole(module)) throw new Error(`the bundle lacks what it should export: ${contents}`);
    return module;
  } finally {
    await rm(file, { force: true });
  }
}
