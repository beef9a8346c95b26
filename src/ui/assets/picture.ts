import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { assetFile } from './manifest.ts';

export const rasteriser = 'rasterise.mjs';

/** A drawing that takes longer has gone wrong: it needs well under a second. */
const longestMs = 20_000;

/** An SVG as PNG, drawn with the service's fonts by a process that ends with it. @throws where it could not be drawn */
export async function pngOf(svg: string): Promise<Buffer> {
  const child = spawn(process.execPath, [assetFile(rasteriser)], { stdio: ['pipe', 'pipe', 'pipe'], timeout: longestMs, env: {} });
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  // A child that has died says so by its end; what we still wanted to write is no second fault.
  child.stdin.on('error', () => undefined);
  child.stdin.end(svg);
  const [png, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the picture could not be drawn: ${said.trim() || `ended with ${code}`}`);
  return png;
}
