import { rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { dayAt } from '#basics/day.ts';
import { langs, type Lang } from '#lang/lang.ts';
import { readCity } from '#publishing/load.ts';
import { pdfIsPossible, readReport, reportFormats, writeReport, type ReportFormat, type ReportKind } from '#reports/index.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { packageRoot } from '../config.ts';
import type { Store } from '../store.ts';
import type { Talk } from './store-commands.ts';

export type ReportWish = { file: string; kind: ReportKind; lang: Lang; format: ReportFormat; year: number | null };

type Given = { year?: string | undefined; lang?: string | undefined; format?: string | undefined; chapter?: boolean | undefined };

/** Reads `koga report --year 2026 --lang pl --format pdf report.pdf`; a mistake is one sentence. */
export function readReportWish(file: string | undefined, given: Given): ReportWish | string {
  if (file === undefined) return 'koga report needs a file, for example: koga report --year 2026 --lang pl report.pdf';
  const lang = langs.find((one) => one === (given.lang ?? 'pl'));
  if (lang === undefined) return `there is no language ${given.lang}; there is ${langs.join(', ')}`;
  const named = given.format ?? extname(file).slice(1).toLowerCase();
  const format = reportFormats.find((one) => one === named);
  if (format === undefined)
    return given.format === undefined ? `name the format: --format ${reportFormats.join('|')}` : `there is no format ${given.format}; there is ${reportFormats.join(', ')}`;
  if (given.year !== undefined && !/^(19|20|21)\d{2}$/.test(given.year)) return `${given.year} is no year such as 2026`;
  return { file, lang, format, kind: given.chapter === true ? 'chapter' : 'report', year: given.year === undefined ? null : Number(given.year) };
}

/** Writes beside the target first: what was interrupted never looks like a whole report. */
export async function runReport(store: Store, { file, year, ...wish }: ReportWish, now: Date, { say, complain }: Talk): Promise<number> {
  if (wish.format === 'pdf' && !pdfIsPossible()) {
    complain('There is no PDF compiler for this platform (it comes for Linux on x64). Take --format docx or --format xlsx.');
    return 1;
  }
  useAssets(join(packageRoot, 'build/assets'));
  const city = await store.db.read(readCity);
  if (city === undefined) {
    complain('No city has been set up yet: koga init, or koga load-example.');
    return 1;
  }
  const today = dayAt(now, city.timeZone);
  const asked = { ...wish, city, today, year: year ?? Number(today.slice(0, 4)) };
  if (asked.year > Number(today.slice(0, 4))) {
    complain(`The year ${asked.year} has not begun.`);
    return 1;
  }
  const report = await store.db.read((reader) => readReport(reader, asked));
  const draft = `${file}.unfinished`;
  try {
    await writeFile(draft, await writeReport(report, wish.format));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  say(`Wrote ${report.documentTitle} to ${file}.`);
  return 0;
}
