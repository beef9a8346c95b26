import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { amountInWords } from '#lang/numbers.ts';
import { langs, type Lang } from '#lang/lang.ts';
import { readCity } from '#publishing/load.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { appOver } from '../../test/app.ts';
import { worldNow } from '../../test/database.ts';
import { readPdf } from '../../test/pdf.ts';
import { storeFor, type Place } from '../../test/world.ts';
import { day } from '#basics/day.ts';
import { loadExample } from '../example.ts';
import { readReport, writeReport, type Report, type ReportKind } from './index.ts';

const root = resolve(import.meta.dirname, '../..');
const today = day('2026-11-22');

async function reportOf({ db }: Place, lang: Lang, kind: ReportKind = 'report', year = 2026): Promise<Report> {
  useAssets(`${root}/build/assets`);
  return db.read(async (reader) => {
    const city = await readCity(reader);
    if (city === undefined) throw new Error('no city');
    return readReport(reader, { kind, year, lang, today, city });
  });
}

const spaced = (text: string): string => text.replaceAll(/[\u2060\u200b]/g, '').replaceAll(/[\s\u00a0\u202f]+/g, ' ');

/** The tables of a report by their titles, their cells as words. */
const tablesOf = (report: Report) =>
  report.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))).map((table) => ({ ...table, title: spaced(table.title) }));

/** A report is long: what is missing is named, not the whole text. */
const expectSaid = (text: string, wanted: string): void => expect(text.includes(wanted) ? wanted : `without: ${wanted}`).toBe(wanted);

const costs = z.object({
  feesKnown: z.object({ known: z.number(), of: z.number() }),
  sums: z.array(z.object({ type: z.string(), currency: z.string(), sumOfKnown: z.string(), organisations: z.number() })),
});
const organisations = z.object({ all: z.object({ periods: z.number(), organisations: z.number() }), counts: z.object({ status: z.record(z.string(), z.number()) }) });
const effects = z.object({
  sums: z.object({ counted: z.number(), measurable: z.number(), immaterial: z.number(), beside: z.number() }),
  areas: z.array(z.object({ area: z.string(), counted: z.number(), measurable: z.number() })),
});

const cities = { krakow: storeFor('world'), nadrzecze: storeFor('empty') };

beforeAll(async () => {
  // Another moment than the world's: what is remembered of a register is remembered by its version and the moment of its last change.
  const loaded = await loadExample(cities.nadrzecze().db, root, 'nadrzecze', new Date(worldNow.getTime() + 1000));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal));
});

describe.each([['krakow'], ['nadrzecze']] as const)('the report of %s to its council', (name) => {
  const place = cities[name];
  const { get } = appOver(place);
  const pageOf = async <Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>> => shape.parse(await (await get(path)).json());

  it.each(langs)('is an accessible PDF that says its title, language and what it is (%s)', async (lang) => {
    const report = await reportOf(place(), lang);
    const pdf = readPdf(await writeReport(report, 'pdf'));
    expect([pdf.accessible, pdf.isTagged, pdf.title]).toEqual(['1', true, report.documentTitle]);
    expect(pdf.lang).toBe(lang === 'pl' ? 'pl-PL' : 'en-GB');
    expect(pdf.elements('TH')).toBeGreaterThan(20);
    expect(pdf.elements('H1')).toBe(report.chapters.length + 1 + 1);
    // Every drawing says in words what it shows.
    const figures = report.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figure' ? [block.finding] : [])));
    expect(figures.length).toBeGreaterThan(1);
    for (const finding of figures) expect(pdf.alternatives.map(spaced)).toContain(spaced(finding));
    for (const { title } of report.chapters) expectSaid(pdf.text, spaced(title));
    expectSaid(pdf.text, spaced(report.notice ?? ''));
  });

  it.each(langs)('shows the figures of the pages (%s)', async (lang) => {
    const report = await reportOf(place(), lang);
    const { text } = readPdf(await writeReport(report, 'pdf'));
    const cost = await pageOf(`/${lang}/${lang === 'pl' ? 'koszty' : 'costs'}.json`, costs);
    expect(cost.sums.length).toBeGreaterThan(1);
    for (const { sumOfKnown, currency } of cost.sums) expectSaid(text, spaced(amountInWords(sumOfKnown, currency, lang)));
    expectSaid(text, `${cost.feesKnown.known} ${lang === 'pl' ? 'z' : 'of'} ${cost.feesKnown.of}`);

    const list = await pageOf(`/${lang}/${lang === 'pl' ? 'organizacje' : 'organisations'}.json`, organisations);
    const row = lang === 'pl' ? 'Członkostwa czynne' : 'Active memberships';
    expectSaid(text, `${row} ${list.counts.status['active']} `);
    expectSaid(text, `${lang === 'pl' ? 'Organizacje w rejestrze' : 'Organisations in the register'} ${list.all.organisations} `);

    const why = await pageOf(`/${lang}/${lang === 'pl' ? 'dlaczego-warto' : 'why-belong'}.json`, effects);
    const { counted, measurable, immaterial, beside } = why.sums;
    expectSaid(text, `${lang === 'pl' ? 'Udokumentowane efekty' : 'Documented effects'} ${counted} `);
    const areas = tablesOf(report).find(({ columns }) => columns[0]?.head === (lang === 'pl' ? 'Dziedzina' : 'Area'));
    expect(areas?.rows.map((cells) => [cells[1]?.value, cells[2]?.value])).toEqual(why.areas.map((area) => [area.counted, area.measurable]));
    expect(areas?.totals?.map((cell) => cell.value)).toEqual([undefined, counted, measurable, immaterial, expect.any(Number), beside]);
  });

  it('is a Word file with headings, repeated head rows, languages and words for pictures', async () => {
    const report = await reportOf(place(), 'pl');
    const files = unzipSync(new Uint8Array(await writeReport(report, 'docx')));
    const file = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
    const body = file('word/document.xml');
    const tables = tablesOf(report);
    expect([...body.matchAll(/<w:pStyle w:val="Heading1"\/>/g)]).toHaveLength(report.chapters.length + 1);
    expect(body).toContain('<w:pStyle w:val="Heading2"/>');
    expect([...body.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(tables.length);
    expect(file('word/styles.xml')).toContain('<w:lang w:val="pl-PL"/>');
    expect([...body.matchAll(/<wp:docPr [^>]*descr="[^"]+"/g)].length).toBeGreaterThan(1);
    expect(file('docProps/core.xml')).toContain(report.documentTitle);
    expect(spaced(body.replaceAll(/<[^>]+>/g, ' '))).toContain(spaced(report.notice ?? ''));
    for (const { title } of tables) expect(spaced(body)).toContain(title);
  });

  it('is a workbook that reads back with the same figures, money as numbers', async () => {
    const report = await reportOf(place(), 'pl');
    const file = await writeReport(report, 'xlsx');
    const cost = await pageOf('/pl/koszty.json', costs);
    const table = tablesOf(report).find(({ title }) => title.startsWith('Sumy znanych kwot'));
    const rows = await readSheet(file, `Tabela ${table?.number ?? 0}`);
    const sums = rows.flatMap((row) => (typeof row[2] === 'number' ? [[row[1], row[2]]] : []));
    expect(sums).toEqual(cost.sums.map(({ currency, sumOfKnown }) => [currency, Number(sumOfKnown)]));
    expect(rows[0]?.[0]).toMatch(/^Tabela \d+\. Sumy znanych kwot/);
  });

  it.each(langs)('has a shorter chapter for the report on the state of the municipality (%s)', async (lang) => {
    const report = await reportOf(place(), lang, 'chapter');
    const pdf = readPdf(await writeReport(report, 'pdf'));
    expect([pdf.accessible, report.chapters.length]).toEqual(['1', 1]);
    expect(pdf.pages).toBeLessThanOrEqual(4);
    expectSaid(pdf.text, lang === 'pl' ? 'raportu o stanie gminy' : 'state of the municipality');
  });
});

describe('the assessment in a report', () => {
  it('stands in the report of the city that has published one, with its method and the notice', async () => {
    const { text } = readPdf(await writeReport(await reportOf(cities.nadrzecze(), 'pl'), 'pdf'));
    expect(text).not.toBe('');
    expectSaid(text, 'Ocena korzyści za rok 2026');
    expectSaid(text, 'To nie jest ocena organizacji ani stanowisko Rady Miasta.');
    expectSaid(text, '10 000 losowań');
    expectSaid(text, 'utrzymać i lepiej wykorzystać');
  });

  it('is of the year that is reported, or the latest before it', async () => {
    const report = await reportOf(cities.nadrzecze(), 'pl', 'report', 2025);
    expect(report.chapters.map(({ title }) => title)).toContain('Ocena korzyści za rok 2025');
    expect((await reportOf(cities.nadrzecze(), 'pl', 'report', 2024)).chapters.some(({ title }) => title.startsWith('Ocena'))).toBe(false);
  });

  it('never stands in the report of a real city: no score, no advice', async () => {
    const { text } = readPdf(await writeReport(await reportOf(cities.krakow(), 'pl'), 'pdf'));
    expect(text).not.toMatch(/Wskazanie|utrzymać|sprawdzić zasadność|losowań/);
    expectSaid(text, 'Bez punktów, kolejności i zaleceń.');
  });
});

describe('what the register holds', () => {
  it('is set as text, whatever it looks like to the typesetter', async () => {
    const report = await reportOf(cities.krakow(), 'pl', 'chapter');
    const strange = '#read("/etc/passwd") *gwiazda* $x$ <b> @źródło = \\u{41} // koniec';
    const [chapter] = report.chapters;
    const made = {
      ...report,
      chapters: [{ title: strange, newPage: true, blocks: [...(chapter?.blocks ?? []), { kind: 'paragraph' as const, words: { text: strange, lang: 'de' } }] }],
    };
    const { text, pages } = readPdf(await writeReport(made, 'pdf'));
    // In the running head of each page, in the heading and in its paragraph; where a line ends inside it, a blank comes in.
    const close = (said: string): string => said.replaceAll(' ', '');
    expect(close(text).split(close(strange))).toHaveLength(pages + 2 + 1);
  });

  it('makes no PDF that would not be accessible, here one without a title, and says why', async () => {
    const report = await reportOf(cities.krakow(), 'pl');
    const silent = { ...report, title: '', documentTitle: '' };
    await expect(writeReport(silent, 'pdf')).rejects.toThrow(/could not be written as pdf: .*title/s);
  });
});
