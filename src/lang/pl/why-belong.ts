import { plural } from '../numbers.ts';

/** The page "Dlaczego warto należeć": what is counted, and what stands beside it. */
export const whyBelong = {
  title: 'Dlaczego warto należeć do organizacji?',
  description: 'Udokumentowane efekty członkostw według dziedzin: wymierne, niematerialne i prestiż, każdy ze źródłem.',
  textId: 'jak-liczymy',
  textHeading: 'Co uznajemy za korzyść?',
  textSource: 'Podział na dziedziny pochodzi ze strony miasta.',
  sums: {
    counts: (n: number) => plural(n, 'pl', { one: 'rzecz, którą źródło wiąże z członkostwem i która zdarzyła się w jego trakcie', few: 'rzeczy, które źródło wiąże z członkostwem i które zdarzyły się w jego trakcie', many: 'rzeczy, które źródło wiąże z członkostwem i które zdarzyły się w jego trakcie', other: 'rzeczy, które źródło wiąże z członkostwem i które zdarzyły się w jego trakcie' }),
    measurable: (n: number) => plural(n, 'pl', { one: 'z nich jest wymierna', few: 'z nich są wymierne', many: 'z nich jest wymiernych', other: 'z nich jest wymiernych' }),
    expected: (n: number) => plural(n, 'pl', { one: 'zapowiadana przy przystąpieniu, nie liczymy jej', few: 'zapowiadane przy przystąpieniu, nie liczymy ich', many: 'zapowiadanych przy przystąpieniu, nie liczymy ich', other: 'zapowiadanych przy przystąpieniu, nie liczymy ich' }),
    coincident: (n: number) => plural(n, 'pl', { one: 'zbieżna tylko w czasie i miejscu, nie liczymy jej', few: 'zbieżne tylko w czasie i miejscu, nie liczymy ich', many: 'zbieżnych tylko w czasie i miejscu, nie liczymy ich', other: 'zbieżnych tylko w czasie i miejscu, nie liczymy ich' }),
    before: 'sprzed członkostwa, nie liczymy',
    after: 'po członkostwie, nie liczymy',
    undated: 'bez daty, więc nie wiadomo, czy z czasu członkostwa; nie liczymy',
    'not-established': 'nie ustalono, czy z czasu członkostwa; nie liczymy',
  },
  overviewId: 'dziedziny',
  overview: 'Co wynikło w której dziedzinie?',
  overviewIntro: 'Rzecz opisana w dwóch zapisach liczy się raz. Kolumna „obok” to zapisy, których nie liczymy: zapowiadane, zbieżne w czasie, spoza okresu członkostwa albo bez daty.',
  caption: 'Udokumentowane efekty według dziedzin',
  columns: { area: 'Dziedzina', measurable: 'Wymierne', immaterial: 'Niematerialne', total: 'Razem liczone', beside: 'Obok' },
  all: 'Wszystkie dziedziny',
  groups: {
    measurable: { id: 'wymierne', heading: 'Wymierne', intro: 'Konkretne projekty międzynarodowe, które przynoszą innowacje i dobre praktyki.' },
    immaterial: { id: 'niematerialne', heading: 'Niematerialne', intro: 'Taki podział pochodzi ze strony miasta. I tutaj zdarzają się efekty, które da się policzyć, dlatego każdy zapis mówi sam, czy jest wymierny.' },
    prestige: { id: 'prestiz', heading: 'Prestiż', intro: 'Wybory do władz, tytuły i wyróżnienia, które wyszły poza samo członkostwo.' },
  },
  counted: (things: number, measurable: number) =>
    things === 0
      ? 'nic, co można policzyć'
      : measurable === 0
        ? plural(things, 'pl', { one: '1 liczona rzecz', few: `${things} liczone rzeczy`, many: `${things} liczonych rzeczy`, other: `${things} liczonych rzeczy` })
        : `${plural(things, 'pl', { one: '1 liczona rzecz', few: `${things} liczone rzeczy`, many: `${things} liczonych rzeczy`, other: `${things} liczonych rzeczy` })}, w tym ${plural(measurable, 'pl', { one: '1 wymierna', few: `${measurable} wymierne`, many: `${measurable} wymiernych`, other: `${measurable} wymiernych` })}`,
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
  dataHeading: 'Te same dane',
  figure: {
    title: 'Efekty według dziedzin i lat',
    found: (withRecord: number, all: number) => `Liczone efekty są w ${withRecord} z ${all} dziedzin.`,
    most: (area: string, n: number) => `Najwięcej, ${n}, w dziedzinie „${area}”.`,
    intro: 'Jeden znak to jeden zapis. Zapis z kilku lat stoi przy pierwszym.',
    gap: (from: number, to: number) => `Z lat ${from}–${to} zapisów nie ma i oś jest tam przerwana.`,
    noDate: 'bez daty',
    counted: 'liczone',
    measurable: 'wymierny',
    immaterial: 'niematerialny',
    expected: 'zapowiadany',
    beside: 'inny zapis obok',
  },
} as const;
