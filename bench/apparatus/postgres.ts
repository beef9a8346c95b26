import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The processes of the database server of this data folder, as Linux lists them. */
async function processes(dataFolder: string): Promise<number[]> {
  const keeper = Number((await readFile(join(dataFolder, 'db/postmaster.pid'), 'utf8')).split('\n')[0]);
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = [keeper];
  for (const pid of numbers) if ((await statOf(pid))[1] === String(keeper)) found.push(pid);
  return found;
}

/** What stands in /proc/<pid>/stat behind the name: state, parent, … (proc_pid_stat(5)); empty where it has just ended. */
async function statOf(pid: number): Promise<string[]> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return line
    .slice(line.lastIndexOf(')') + 2)
    .trim()
    .split(' ');
}

/** Shared memory is counted once (PSS), as far as each process has touched it. */
export async function postgresMemoryMb(dataFolder: string): Promise<{ pssMb: number; processes: number }> {
  const pids = await processes(dataFolder);
  let kilobytes = 0;
  for (const pid of pids) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  }
  return { pssMb: kilobytes / 1024, processes: pids.length };
}

/** The time that the server's processes have had so far. Linux counts in hundredths of a second: measure over many requests. */
export async function postgresCpuMs(dataFolder: string): Promise<number> {
  let ticks = 0;
  for (const pid of await processes(dataFolder)) {
    const stat = await statOf(pid);
    ticks += Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
  }
  return ticks * 10;
}
