import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Files of the repository that a script writes; the script takes the path to write to. */
const generated = [{ file: 'src/db/tables.ts', script: 'scripts/generate-tables.ts' }];

const root = resolve(import.meta.dirname, '..');

/** A sentence where the file is not what its script writes today; null where it is. */
async function driftOf({ file, script }: { file: string; script: string }, folder: string): Promise<string | null> {
  const fresh = join(folder, basename(file));
  execFileSync(process.execPath, [join(root, script), fresh], { cwd: root, stdio: 'inherit' });
  if (!existsSync(join(root, file))) return `${file} is missing: write it with node ${script} ${file}`;
  const [kept, made] = await Promise.all([readFile(join(root, file), 'utf8'), readFile(fresh, 'utf8')]);
  return kept === made ? null : `${file} is not what ${script} writes: write it anew with node ${script} ${file}${firstDifference(kept, made)}`;
}

function firstDifference(kept: string, made: string): string {
  const [before, after] = [kept.split('\n'), made.split('\n')];
  const index = after.findIndex((line, at) => line !== before[at]);
  const at = index === -1 ? after.length : index;
  return `\n  line ${at + 1}\n  - ${before[at] ?? '(end)'}\n  + ${after[at] ?? '(end)'}`;
}

const folder = await mkdtemp(join(tmpdir(), 'koga-drift-'));
try {
  for (const item of generated) {
    if (!existsSync(join(root, item.script))) continue;
    const drift = await driftOf(item, folder);
    if (drift !== null) {
      console.error(drift);
      process.exitCode = 1;
    } else console.log(`${item.file} is as generated`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
