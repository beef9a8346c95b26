import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { isTask } from './task.ts';
import { docxOf } from './writers/docx.ts';
import { picturesOf } from './writers/pictures.ts';
import { pdfOf, readTemplate } from './writers/typst.ts';
import { xlsxOf } from './writers/xlsx.ts';

/**
 * A program of its own: a report comes on standard input, its file goes to standard output. What sets a report holds more than a hundred megabytes, which
 * would stay with the service; here they end with the process.
 */
const root = resolve(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../..' : '..');
const task: unknown = deserialize(await buffer(process.stdin));
if (!isTask(task)) throw new TypeError('what came on standard input is no report');
const { report } = task;
const writers = {
  pdf: () => pdfOf(report, readTemplate(root)),
  docx: async () => docxOf(report, await picturesOf(report)),
  xlsx: () => xlsxOf(report),
};
process.stdout.write(await writers[task.format]());
