import { numberInWords, plural } from '#lang/numbers.ts';

/** The public change register, and the lines of changes that every history shows. */
export const changes = {
  title: 'Rejestr zmian',
  lead: 'Każda publikacja, zmiana i wycofanie zapisu zostawia tu swój wiersz. Żaden wiersz nie znika. Przy każdym jest odsyłacz do wersji, którą wtedy opublikowano.',
  description: 'Kto, kiedy i dlaczego opublikował, zmienił lub wycofał zapisy rejestru, z odsyłaczami do wersji archiwalnych.',
  kind: 'Rodzaj zapisu',
  everyKind: 'wszystkie',
  count: (count: number) => `${numberInWords(count, 'pl')} ${plural(count, 'pl', { one: 'zmiana', few: 'zmiany', many: 'zmian', other: 'zmiany' })}`,
  pageOf: (page: number, pages: number) => `strona ${page} z ${pages}`,
  version: (number: number) => `wersja ${number}`,
  versionOf: (title: string) => `zapisu ${title}`,
  by: (who: string) => `Publikuje: ${who}.`,
  noReason: 'Nie podano powodu',
  scheduled: (moment: string) => `Porę publikacji wyznaczono wcześniej: ${moment}.`,
  override: 'tryb awaryjny',
  overrideMeans: 'Administrator opublikował zmianę bez zgody drugiej osoby.',
  none: 'Nie ma jeszcze żadnej zmiany tego rodzaju.',
  all: 'Pokaż wszystkie zmiany',
  downloads: { lead: 'Do pobrania:', csv: 'cała lista (CSV)', json: 'ta strona (JSON)', atom: 'najnowsze zmiany (Atom)' },
} as const;
