import { numberInWords, plural } from '#lang/numbers.ts';

const revisions = { one: 'wersja', few: 'wersje', many: 'wersji', other: 'wersji' };
const fields = { one: 'pole', few: 'pola', many: 'pól', other: 'pola' };

/** A record's history, its archived revisions and their comparison. */
export const history = {
  ids: {
    revisions: 'wersje',
    table: 'lista-wersji',
    differenceTable: 'lista-roznic',
    changes: 'zmiany',
    content: 'pola',
    differences: 'roznice',
    reasons: 'powody',
    same: 'bez-zmian',
    members: 'czlonkowie',
  },
  title: 'Historia zapisu',
  descriptions: {
    history: 'Wszystkie opublikowane wersje zapisu: kto je opublikował, kiedy i co się zmieniło.',
    revision: 'Zapis tak, jak go wtedy opublikowano, ze wszystkimi polami publicznymi.',
    comparison: 'Dwie opublikowane wersje zapisu, porównane pole po polu.',
  },
  titleOf: (title: string) => `Historia zapisu: ${title}`,
  withdrawn: 'Zapis wycofano z publikacji',
  withdrawnMeans: 'Nie ma już wersji aktualnej. Wszystkie wersje, które kiedyś opublikowano, można nadal czytać poniżej.',
  seeCurrent: 'Zobacz aktualną stronę',
  revisions: 'Jakie wersje opublikowano?',
  revisionCount: (count: number) => `${numberInWords(count, 'pl')} ${plural(count, 'pl', revisions)}${count > 1 ? ', od najnowszej' : ''}.`,
  table: 'Wersje zapisu',
  columns: { revision: 'Wersja', published: 'Opublikowano', author: 'Autor', publisher: 'Osoba publikująca', compare: 'Porównanie' },
  publishedBy: 'Publikuje',
  revision: (number: number) => `Wersja ${number}`,
  current: 'aktualna',
  compareWith: (number: number) => `z wersją ${number}`,
  compareLabel: (later: number, earlier: number) => `Porównaj wersję ${later} z wersją ${earlier}`,
  firstRevision: 'pierwsza wersja',
  changes: 'Co i dlaczego się zmieniło?',

  revisionOf: (number: number, title: string) => `Wersja ${number}: ${title}`,
  isCurrent: 'Wersja aktualna',
  isCurrentMeans: (number: number, date: string) => `To wersja nr ${number}, opublikowana ${date}. Nowszej nie ma.`,
  seePage: 'Zobacz stronę',
  seeAll: 'Zobacz wszystkie wersje',
  content: 'Co zawiera ta wersja?',
  contentIntro: 'Wszystkie pola publiczne, tak jak je wtedy opublikowano.',

  comparison: (from: number, to: number) => `Porównanie wersji ${from} i ${to}`,
  comparisonOf: (from: number, to: number, title: string) => `Porównanie wersji ${from} i ${to}: ${title}`,
  differences: 'Co się różni?',
  differenceCount: (count: number) => `${numberInWords(count, 'pl')} ${plural(count, 'pl', { one: 'różnica', few: 'różnice', many: 'różnic', other: 'różnicy' })}.`,
  noDifferences: 'Pola publiczne obu wersji są takie same.',
  differenceTable: 'Różnice między wersjami',
  differenceColumns: { field: 'Pole', what: 'Zmiana' },
  kinds: { added: 'dodano', removed: 'usunięto', changed: 'zmieniono' },
  absent: 'brak',
  yes: 'tak',
  officeOnly: 'tylko dla biura',
  unknown: 'nie wiadomo',
  item: (place: number) => `pozycja ${place}`,
  reasons: 'Kiedy i dlaczego?',
  same: 'Co jest takie samo?',
  sameFields: (count: number) => `${numberInWords(count, 'pl')} ${plural(count, 'pl', fields)} bez zmian`,

  members: 'Członkowie sieci',
  memberCount: (count: number) => `${numberInWords(count, 'pl')} ${plural(count, 'pl', { one: 'członek', few: 'członków', many: 'członków', other: 'członka' })}`,
} as const;
