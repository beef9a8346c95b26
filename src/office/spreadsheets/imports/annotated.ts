import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { addressOf, bounds } from '../files/bounds.ts';
import { writeXlsx, type OutCell, type OutSheet } from '../files/write-xlsx.ts';
import { textsOf } from '../texts.ts';
import { missingSheet } from './page.tsx';
import { faultsOf, findImport, rowsFrom, type Fault } from './store.ts';

/** The file as it was sent, with every bad cell coloured, what to mend at the end of its line, and a list of all errors. It can be mended and sent again. */
export async function annotatedFile(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, lang } = asked;
  const texts = textsOf(lang).file.errors;
  const found = await desk.db.read(async (reader) => {
    const one = await findImport(reader, asked.given['id'] ?? '');
    if (one === undefined || one.mapping === null || one.state === 'done' || one.state === 'dropped') return undefined;
    const faults = await faultsOf(reader, one.id, { limit: 25_000, offset: 0 });
    const sheets: OutSheet[] = [];
    for (const sheet of one.mapping.sheets) {
      // The list of errors of the time before.
      if (sheet.role === null && [textsOf('pl'), textsOf('en')].some((of) => of.file.errors.sheet === sheet.name)) continue;
      const rows = await rowsFrom(reader, one.id, { sheet: sheet.index, from: 1, limit: 60_000 });
      const its = faults.filter((fault) => fault.sheet === sheet.index);
      sheets.push(annotated(sheet.name === '' ? texts.data : sheet.name, sheet.line, rows, its, { heading: texts.column, say: (fault) => whatOf(fault, lang) }));
    }
    const names = new Map(one.mapping.sheets.map((sheet) => [sheet.index, sheet.name === '' ? texts.data : sheet.name]));
    const list = faults.map((fault) => [names.get(fault.sheet) ?? '', addressOf(fault.col, fault.line), fault.value, whatOf(fault, lang)]);
    sheets.push({ name: texts.sheet, rows: [texts.heads.map((value): OutCell => ({ value, mark: 'head' })), ...list], headRows: 1, widths: [18, 12, 40, 70] });
    return { name: one.fileName, sheets };
  });
  if (found === undefined) return missingSheet(asked);
  const name = encodeURIComponent(`${found.name.replace(/\.[a-z0-9]+$/i, '')}-${texts.sheet.toLocaleLowerCase(lang)}.xlsx`);
  return new Response(await writeXlsx(found.sheets), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="errors.xlsx"; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}

const whatOf = (fault: Fault, lang: 'pl' | 'en'): string => (lang === 'pl' ? fault.whatPl : fault.whatEn);

type Kept = Awaited<ReturnType<typeof rowsFrom>>[number];

function annotated(name: string, headLine: number, rows: readonly Kept[], faults: readonly Fault[], words: { heading: string; say: (fault: Fault) => string }): OutSheet {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const byLine = Map.groupBy(faults, (fault) => fault.line);
  const out: OutCell[][] = [];
  for (const row of rows) {
    while (out.length < row.line - 1) out.push([]);
    const its = byLine.get(row.line) ?? [];
    const bad = new Set(its.map((fault) => fault.col));
    const cells = Array.from({ length: Math.max(row.cells.length, ...[...bad].map((column) => column + 1)) }, (_, column): OutCell => {
      const cell = row.cells[column] ?? '';
      const value = (typeof cell === 'string' ? cell : cell.value).slice(0, bounds.characters);
      return bad.has(column) ? { value, mark: 'bad' } : row.line === headLine ? { value, mark: 'head' } : value;
    });
    if (row.line === headLine || its.length > 0) {
      while (cells.length < width) cells.push(null);
      cells.push(
        row.line === headLine
          ? { value: words.heading, mark: 'bad' }
          : { value: its.map((fault) => `${addressOf(fault.col, fault.line)}: ${words.say(fault)}`).join('\n'), mark: 'bad' },
      );
    }
    out.push(cells);
  }
  return { name, rows: out, headRows: headLine, widths: [...Array.from({ length: width }, () => 18), 60] };
}
