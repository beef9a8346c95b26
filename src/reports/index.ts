/** The door of reports: what the city hands to its council. */
export { readReport } from './read.ts';
export { reportFormats, type Report, type ReportFormat, type ReportKind } from './report.ts';
export { pdfIsPossible, writeReport } from './write.ts';
