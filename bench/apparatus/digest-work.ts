import { runDueJobs } from '../../src/jobs/index.ts';
import { readConfig } from '../../src/config.ts';
import { digestJobs, planDigests } from '../../src/institution/notifications/digest-job.ts';
import { openStore } from '../../src/store.ts';

/** Makes the mails about offers of one night and tells what that took, as a line of JSON. Usage: node <bundle> <data folder> <instant> */
const [folder = '', instant = ''] = process.argv.slice(2);
const config = readConfig({ KOGA_DATA: folder });
if (!config.ok) throw new Error(config.detail);
const opened = await openStore(config.value, () => undefined);
if (!opened.ok) throw new Error(opened.detail);
const { db } = opened.value;
const handlers = digestJobs({ baseUrl: 'https://koga.example', secret: 'a secret for the measurement' });
const now = new Date(instant);
const [begun, used] = [performance.now(), process.cpuUsage()];
await planDigests(db, now);
for (;;) {
  const { done, failures } = await runDueJobs(db, handlers, now);
  if (failures.length > 0) throw new Error(failures.map((one) => one.error).join('; '));
  if (done === 0) break;
}
const cpu = process.cpuUsage(used);
console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1000, cpuSeconds: (cpu.user + cpu.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }));
await opened.value.close();
