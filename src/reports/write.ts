import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import type { Report, ReportFormat } from './report.ts';
import type { Task } from './task.ts';
import { compilerPackage } from './writers/typst.ts';

/** A report of a large city takes some ten seconds; one that takes this long has gone wrong. */
const longestMs = 180_000;

/** The program beside this file: the source itself, or the bundle in build/. */
const program = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'child.ts' : 'write-report.js');

/** Whether PDF can be made on this platform; DOCX and XLSX always can. */
export const pdfIsPossible = (): boolean => compilerPackage() !== null;

/** The report as a file, made by a process that ends with it. @throws where it could not be made: for PDF also where it would not be accessible (PDF/UA) */
export async function writeReport(report: Report, format: ReportFormat): Promise<Buffer> {
  const task: Task = { format, report };
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'], timeout: longestMs, env: {} });
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  // A child that has died says so by its end; what we still wanted to write is no second fault.
  child.stdin.on('error', () => undefined);
  child.stdin.end(serialize(task));
  const [file, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the report could not be written as ${format}: ${said.trim() || `ended with ${code}`}`);
  return file;
}
