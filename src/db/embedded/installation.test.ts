import { chmod, lstat, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseAccount } from './run-as.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { ask, cleanUpAfterEach, isRoot, newCheckout, newFolder, serverOf, start, startElsewhere } from './trial.ts';

cleanUpAfterEach();

describe('an installation that is hard to reach', { timeout: 40_000 }, () => {
  it('works below a home that is closed to others, as root with data and programs outside, and says so', async () => {
    const home = await newFolder(0o700);
    const far = join(await newFolder(), 'var', 'koga');
    await newCheckout(home);
    const said: string[] = [];
    const options = { dataFolder: join(home, 'kept', 'postgres'), packageRoot: home, outside: far, say: (line: string) => said.push(line) };
    const first = await start(options);
    expect(first.folder.startsWith(isRoot ? far : home)).toBe(true);
    expect(said.filter((line) => line.includes(far))).toHaveLength(isRoot ? 2 : 0);
    await ask(first, 'create table kept as select 5 as answer');
    await first.stop();

    await chmod(home, 0o755);
    const second = await start(options);
    expect(second.folder).toBe(first.folder);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 5 }]);
  });

  it('makes the links of the package by itself, and again without harm', async () => {
    const checkout = await newFolder();
    const home = await newCheckout(checkout);
    const options = { dataFolder: join(checkout, 'kept', 'postgres'), packageRoot: checkout };
    await (await start(options)).stop();
    expect((await lstat(join(home, 'native', 'lib', 'libpq.so.5'))).isSymbolicLink()).toBe(true);
    await (await start(options)).stop();
  });

  it('works for an ordinary user whose installation is read-only', async () => {
    const checkout = await newFolder();
    const home = await newCheckout(checkout);
    await chmod(join(home, 'native', 'lib'), 0o555);
    const place = await newFolder(0o777);
    const other = startElsewhere({ dataFolder: join(place, 'kept', 'postgres'), packageRoot: checkout }, isRoot ? 65_534 : undefined);
    const server = await serverOf(other);
    const { said } = await other.report;
    expect((await stat(server.folder)).uid).toBe(isRoot ? 65_534 : process.getuid?.());
    expect(said.join()).toContain(`a copy is kept in ${join(place, 'kept', 'postgresql-')}`);
    expect(server.folder).toBe(join(place, 'kept', 'postgres'));
    await other.end();
    await chmod(join(home, 'native', 'lib'), 0o755);
  });

  it('does not use a socket folder that somebody else has put in its place', async () => {
    const dataFolder = await newFolder();
    const account = await chooseAccount(dataFolder);
    const own = await makeSocketFolder(dataFolder, account);
    if (own === undefined) throw new Error('no socket folder');
    await rmdir(own);
    await symlink(await newFolder(), own);
    const other = await makeSocketFolder(dataFolder, account);
    await rm(own);
    expect(other).not.toBe(own);
    expect(other?.startsWith(`${own}-`)).toBe(true);
    if (other !== undefined) await rmdir(other);
  });
});
