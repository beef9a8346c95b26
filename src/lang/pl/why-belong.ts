import { plural } from '../numbers.ts';

/** The page "Dlaczego warto należeć": what is counted, and what stands beside it. */
export const whyBelong = {
  title: 'Dlaczego warto należeć do organizacji?',
  description: 'Udokumentowane efekty członkostw według dziedzin: wymierne, niematerialne i prestiż, każdy ze źródłem.',
  textId: 'jak-liczymy',
  textHeading: 'Co uznajemy za korzyść?',
  textSource: 'Źródło tego tekstu:',
  sums: {
    counts: (n: number) =>
      plural(n, 'pl', {
        one: 'udokumentowany efekt: źródło wiąże go z członkostwem, a zdarzył się w jego trakcie',
        few: 'udokumentowane efekty: źródło wiąże je z członkostwem, a zdarzyły się w jego trakcie',
        many: 'udokumentowanych efektów: źródło wiąże je z członkostwem, a zdarzyły się w jego trakcie',
        other: 'udokumentowanych efektów: źródło wiąże je z członkostwem, a zdarzyły się w jego trakcie',
      }),
    measurable: (n: number) => plural(n, 'pl', { one: 'z nich jest wymierny', few: 'z nich są wymierne', many: 'z nich jest wymiernych', other: 'z nich jest wymiernych' }),
    expected: (n: number) =>
      plural(n, 'pl', {
        one: 'zapowiadany przy przystąpieniu, poza rachunkiem',
        few: 'zapowiadane przy przystąpieniu, poza rachunkiem',
        many: 'zapowiadanych przy przystąpieniu, poza rachunkiem',
        other: 'zapowiadanych przy przystąpieniu, poza rachunkiem',
      }),
    coincident: (n: number) =>
      plural(n, 'pl', {
        one: 'zbieżny tylko w czasie i miejscu, poza rachunkiem',
        few: 'zbieżne tylko w czasie i miejscu, poza rachunkiem',
        many: 'zbieżnych tylko w czasie i miejscu, poza rachunkiem',
        other: 'zbieżnych tylko w czasie i miejscu, poza rachunkiem',
      }),
    before: 'sprzed członkostwa, poza rachunkiem',
    after: 'po członkostwie, poza rachunkiem',
    undated: 'bez daty, a więc może spoza członkostwa; poza rachunkiem',
    'not-established': 'nie ustalono, czy z czasu członkostwa; poza rachunkiem',
  },
  overviewId: 'dziedziny',
  overview: 'Co wynikło w której dziedzinie?',
  assessment: { lead: 'Te same zapisy według członkostw, obok tego, ile one kosztują i czego jeszcze nie wiadomo:', link: 'Co dają członkostwa?' },
  overviewIntro: 'Efekt opisany w dwóch zapisach liczy się raz. „Obok” to zapisy poza rachunkiem.',
  caption: 'Udokumentowane efekty według dziedzin',
  columns: { area: 'Dziedzina', measurable: 'Wymierne', immaterial: 'Niematerialne', beside: 'Obok' },
  groups: {
    measurable: { id: 'wymierne', heading: 'Wymierne', intro: 'Konkretne projekty międzynarodowe, które przynoszą innowacje i dobre praktyki.' },
    immaterial: { id: 'niematerialne', heading: 'Niematerialne', intro: 'I tutaj zdarzają się efekty, które da się policzyć, dlatego każdy zapis mówi sam, czy jest wymierny.' },
    prestige: { id: 'prestiz', heading: 'Prestiż', intro: 'Wybory do władz organizacji, tytuły i wyróżnienia.' },
  },
  counted: (effects: number, measurable: number) => {
    if (effects === 0) return 'żadnego liczonego efektu';
    const all = plural(effects, 'pl', { one: '1 efekt', few: `${effects} efekty`, many: `${effects} efektów`, other: `${effects} efektów` });
    if (measurable === 0) return all;
    if (measurable === effects) return effects === 1 ? `${all}, wymierny` : `${all}, wszystkie wymierne`;
    return `${all}, w tym ${plural(measurable, 'pl', { one: '1 wymierny', few: `${measurable} wymierne`, many: `${measurable} wymiernych`, other: `${measurable} wymiernych` })}`;
  },
  besideCount: (n: number) => plural(n, 'pl', { one: '1 zapis obok', few: `${n} zapisy obok`, many: `${n} zapisów obok`, other: `${n} zapisów obok` }),
  noRecordCount: 'bez zapisu',
  noRecord: 'Nie znaleziono zapisu. To nie znaczy, że korzyści nie ma.',
  show: (n: number) => plural(n, 'pl', { one: 'Pokaż zapis', few: `Pokaż ${n} zapisy`, many: `Pokaż ${n} zapisów`, other: `Pokaż ${n} zapisów` }),
  beside: {
    expected: 'Zapowiadane przy przystąpieniu',
    coincident: 'Zbieżne tylko w czasie i miejscu',
    before: 'Sprzed członkostwa',
    after: 'Po członkostwie',
    undated: 'Bez daty',
    'not-established': 'Nie ustalono, czy z czasu członkostwa',
  },
  noDate: 'bez daty',
  amount: (amount: string) => `kwota: ${amount}`,
  cityShare: (amount: string) => `w tym udział miasta: ${amount}`,
  shareUnknown: 'udział miasta nieznany',
  people: (n: number) => plural(n, 'pl', { one: '1 osoba', few: `${n} osoby`, many: `${n} osób`, other: `${n} osób` }),
  countedWith: 'liczy się jako jedno z zapisem',
  figure: {
    marks: 'Jeden znak to jeden zapis, postawiony przy swoim pierwszym roku.',
    found: (withEffect: number, all: number) => `Liczone efekty są w ${withEffect} z ${all} dziedzin.`,
    most: (area: string, n: number) => `Najwięcej, bo ${n}, w dziedzinie „${area}”.`,
    measurable: 'wymierny',
    immaterial: 'niematerialny',
    expected: 'zapowiadany',
    beside: 'inny zapis obok',
  },
} as const;
