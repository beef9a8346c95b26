import { spawn } from 'node:child_process';
import { chown, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exists } from './files.ts';
import { isAlive } from './postmaster.ts';
import { chooseAccount } from './run-as.ts';
import { port } from './socket-folder.ts';
import { ask, children, cleanUpAfterEach, newFolder, optionsFor, postmasterOf, serverOf, start, startElsewhere, until } from './trial.ts';

cleanUpAfterEach();

describe('after an accident', { timeout: 40_000 }, () => {
  it('finds the database still running when only our process was killed, and stops it in the end', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const killed = startElsewhere(options);
    const before = await serverOf(killed);
    await ask(before, 'create table kept as select 1 as answer');
    await killed.kill();

    const after = await start(options);
    expect(after.adopted).toBe(true);
    expect(await ask(after, 'select answer from kept')).toEqual([{ answer: 1 }]);
    const pid = await postmasterOf(after.folder);
    await after.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('leaves the database to us when Ctrl-C is pressed in the terminal', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const interrupted = startElsewhere(options);
    const before = await serverOf(interrupted);
    const pid = await postmasterOf(before.folder);
    await interrupted.interrupt();
    expect(await ask(before, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(pid)).toBe(true);
  });

  it('tells us when the database was killed, and starts it again with everything in it', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const first = await start(options);
    await ask(first, 'create table kept as select 2 as answer');
    const told = new Promise<void>((done) => first.onExit(done));
    process.kill(await postmasterOf(first.folder), 'SIGKILL');
    await told;

    const second = await start(options);
    expect(second.adopted).toBe(false);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 2 }]);
    await first.stop();
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('tells a process that only found the server too', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const starter = startElsewhere(options);
    await serverOf(starter);
    const found = await start(options);
    const told = new Promise<void>((done) => found.onExit(done));
    process.kill(await postmasterOf(found.folder), 'SIGKILL');
    await expect(told).resolves.toBeUndefined();
  });

  it('stays with the server when the server only begins its sessions afresh', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const server = await start(options);
    let told = false;
    server.onExit(() => (told = true));
    const keepers = `select pid from pg_stat_activity where application_name = 'koga keeper'`;
    const [before] = await ask(server, keepers);
    await ask(server, `select pg_terminate_backend(pid) from (${keepers}) as keeper`);
    await until(async () => {
      const [now] = await ask(server, keepers);
      return now !== undefined && now['pid'] !== before?.['pid'];
    });
    expect(told).toBe(false);
    const pid = await postmasterOf(server.folder);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts again when both were killed at once', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const killed = startElsewhere(options);
    const before = await serverOf(killed);
    await ask(before, 'create table kept as select 3 as answer');
    const pid = await postmasterOf(before.folder);
    killed.child.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    // The stopped parent does not fetch the exit status: the server stays a zombie until that is killed too.
    const starting = start(options);
    await wait(500);
    await killed.kill();

    const after = await starting;
    expect(after.adopted).toBe(false);
    expect(await ask(after, 'select answer from kept')).toEqual([{ answer: 3 }]);
  });

  it('leaves nothing half when it is killed while the database is made', async () => {
    const folder = await newFolder();
    const options = optionsFor(join(folder, 'postgres'));
    const killed = startElsewhere(options);
    await until(async () => {
      const name = (await readdir(folder)).find((each) => each.includes('.unfinished-'));
      return name !== undefined && (await exists(join(folder, name, 'PG_VERSION')));
    });
    await killed.kill();
    expect(await exists(options.dataFolder)).toBe(false);

    const server = await start(options);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts after a power cut though another program has got the number of the old server', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const first = await start(options);
    await first.stop();
    const account = await chooseAccount(first.folder);
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }) });
    children.push(stranger);
    const lock = join(first.folder, 'postmaster.pid');
    await writeFile(lock, `${stranger.pid}\n${first.folder}\n1000000000\n${port}\n${first.host}\n\n`, { mode: 0o600 });
    // The test wrote it as itself; a server's own belongs to the server's user.
    if (account !== undefined) await chown(lock, account.uid, account.gid);

    expect((await start(options)).adopted).toBe(false);
  });
});
