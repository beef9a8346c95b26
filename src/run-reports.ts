import { dayAt } from '#basics/day.ts';
import type { Db } from '#db/handles.ts';
import { claimReport, giveUpReport, keepReport, tellProgress } from '#office/reports/store.ts';
import { readCity } from '#publishing/load.ts';
import { pdfIsPossible, readReport, writeReport } from '#reports/index.ts';
import { every } from './every.ts';

/** Whoever asks for a report waits for it. */
const lookEveryMs = 500;
const tellEveryMs = 500;
/** Of the whole work, how much reading the register is; the rest is setting, of which nothing is heard until it is done. */
const readingShare = 50;

/** Makes the reports that the office has asked for, one after the other. */
export function startReports(db: Db, log: (line: string) => void): { stop: () => Promise<void> } {
  return every(lookEveryMs, 'reports', async () => void (await makeNextReport(db, () => new Date(), log)), log);
}

/** True where one was made, or given up. */
export async function makeNextReport(db: Db, now: () => Date, log: (line: string) => void): Promise<boolean> {
  const next = await db.write((tx) => claimReport(tx, now()));
  if (next === undefined) return false;
  const { id, format } = next;
  if (format === 'pdf' && !pdfIsPossible()) {
    await db.write((tx) => giveUpReport(tx, id, 'no-pdf'));
    return true;
  }
  let progress = 0;
  // Also the sign of life by which other processes know that it is being made.
  const telling = setInterval(() => void db.write((tx) => tellProgress(tx, id, progress, now())).catch((error: unknown) => log(String(error))), tellEveryMs);
  try {
    const report = await db.read(async (reader) => {
      const city = await readCity(reader);
      if (city === undefined) return null;
      return readReport(reader, { ...next, city, today: dayAt(now(), city.timeZone) }, (part) => {
        progress = Math.round(part * readingShare);
      });
    });
    if (report === null) await db.write((tx) => giveUpReport(tx, id, 'no-city'));
    else {
      const file = await writeReport(report, format);
      await db.write((tx) => keepReport(tx, id, { fileName: `${report.fileName}.${format}`, file }, now()));
    }
  } catch (error) {
    log(`report ${id}: ${error instanceof Error ? error.message : String(error)}`);
    await db.write((tx) => giveUpReport(tx, id, 'failed'));
  } finally {
    clearInterval(telling);
  }
  return true;
}
