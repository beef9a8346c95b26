import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder for the data of a test, which removes it. Root's temporary folders are closed to others; the account that PostgreSQL then runs as has to pass
 * this one, or its database would lie elsewhere and stay there for good.
 */
export async function newDataFolder(name: string, parent = tmpdir()): Promise<string> {
  const folder = await realpath(await mkdtemp(join(parent, `koga-${name}-`)));
  await chmod(folder, 0o755);
  return folder;
}
