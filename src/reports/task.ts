import { reportFormats, type Report, type ReportFormat } from './report.ts';

/** What the writing process is handed. */
export type Task = { format: ReportFormat; report: Report };

/** It comes from the process that started this one, which made it by these types. */
export const isTask = (value: unknown): value is Task =>
  typeof value === 'object' && value !== null && 'format' in value && reportFormats.some((format) => format === value.format) && 'report' in value;
