import type { ColumnType } from '#lang/columns.ts';
import type { Lang } from '#lang/lang.ts';
import type { LabelFacts } from '#publishing/history.ts';
import { columnsWith } from './csv.ts';
import { licence } from './licence.ts';
import type { CsvTable } from './page.ts';

/** https://www.loc.gov/standards/datetime/ */
const edtf = { 'dc:conformsTo': { '@id': 'https://www.loc.gov/standards/datetime/' } };

const described: Readonly<Record<ColumnType, object>> = {
  text: { datatype: 'string' },
  texts: { datatype: 'string', separator: ' | ' },
  slugs: { datatype: 'string', separator: ' ' },
  link: { datatype: 'anyURI' },
  links: { datatype: 'anyURI', separator: ' ' },
  integer: { datatype: 'integer' },
  decimal: { datatype: 'decimal' },
  yesNo: { datatype: { base: 'boolean', format: 'true|false' } },
  day: { datatype: 'date' },
  moment: { datatype: 'dateTime' },
  date: { datatype: 'string', ...edtf },
  dates: { datatype: 'string', separator: ' | ', ...edtf },
};

type Told = { title: string; lang: Lang; address: string; notice: string | null; label: LabelFacts | undefined };

/**
 * What a CSV file holds, column by column: W3C Metadata Vocabulary for Tabular Data, https://www.w3.org/TR/tabular-metadata/.
 * A column's name stands among its titles too, as `und`: a reader matches the header row against the titles (tabular data model, 4.6).
 */
export function csvwOf(table: CsvTable, { title, lang, address, notice, label }: Told): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': lang }],
    url: address,
    'dc:title': title,
    'dc:language': lang,
    'dc:license': { '@id': licence },
    ...(notice === null ? {} : { 'dc:description': notice }),
    ...(label === undefined
      ? {}
      : {
          'dc:publisher': label.body[lang],
          'dc:modified': { '@value': label.updatedAt.toISOString(), '@type': 'xsd:dateTime' },
        }),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columnsWith(table, notice).map(({ name, type, titles }) => ({ name: name.replaceAll('-', '_'), titles: { und: name, ...titles }, ...described[type] })),
    },
  };
}
