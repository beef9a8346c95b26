import { plural } from '../numbers.ts';

const points = (n: number): string => plural(n, 'pl', { one: '1 punkt', few: `${n} punkty`, many: `${n} punktów`, other: `${n} punktu` });
const months = (n: number): string => plural(n, 'pl', { one: 'minął 1 miesiąc', few: `minęły ${n} miesiące`, many: `minęło ${n} miesięcy`, other: `minęło ${n} miesiąca` });

const units = {
  'current-engagement': { one: 'projekt lub grupa', few: 'projekty lub grupy', many: 'projektów lub grup', other: 'projektu lub grupy' },
  'adopted-practice': { one: 'rozwiązanie', few: 'rozwiązania', many: 'rozwiązań', other: 'rozwiązania' },
  exchange: { one: 'wymiana lub działanie', few: 'wymiany lub działania', many: 'wymian lub działań', other: 'wymiany lub działania' },
  influence: { one: 'stanowisko lub konsultacja', few: 'stanowiska lub konsultacje', many: 'stanowisk lub konsultacji', other: 'stanowiska lub konsultacji' },
  promotion: { one: 'wydarzenie lub dokonanie', few: 'wydarzenia lub dokonania', many: 'wydarzeń lub dokonań', other: 'wydarzenia lub dokonania' },
  solidarity: { one: 'przypadek', few: 'przypadki', many: 'przypadków', other: 'przypadku' },
  'local-use': { one: 'instytucja', few: 'instytucje', many: 'instytucji', other: 'instytucji' },
  hours: { one: 'godz.', few: 'godz.', many: 'godz.', other: 'godz.' },
  'staff-hours': { one: 'godz. rocznie', few: 'godz. rocznie', many: 'godz. rocznie', other: 'godz. rocznie' },
  reporting: { one: 'termin rocznie', few: 'terminy rocznie', many: 'terminów rocznie', other: 'terminu rocznie' },
  'lock-in': { one: 'mies.', few: 'mies.', many: 'mies.', other: 'mies.' },
};

export type CriterionUnit = keyof typeof units;

/** Sentences of an assessment, put together from its figures. */
export const assessmentWords = {
  quoted: (text: string) => `„${text}”`,
  points,
  /** How many of 100 draws: figures as text, so that nearly all and hardly any are not told as all and none. */
  almostAll: 'ponad 99',
  hardlyAny: 'mniej niż 1',
  part: { lower: 'dolna część skali', middle: 'środkowa część skali', upper: 'górna część skali' },
  band: { low: 'niskie', middle: 'średnie', high: 'wysokie' },
  benefits: (mean: number, low: number, high: number, part: string) =>
    low === high ? `Korzyści: ${points(mean)} na 100, ${part}.` : `Korzyści: ${points(mean)} na 100, ${part}; w 90 na 100 losowań od ${low} do ${high}.`,
  asks: (mean: number, low: number, high: number, band: string) =>
    low === high
      ? `Koszty i obowiązki: ${points(mean)} na 100, czyli ${band}.`
      : `Koszty i obowiązki: ${points(mean)} na 100, czyli ${band}; w 90 na 100 losowań od ${low} do ${high}.`,
  most: (list: string) => `Najwięcej wnoszą: ${list}.`,
  mostOne: (one: string) => `Najwięcej wnosi ${one}.`,
  broughtNothing: 'Żadne kryterium korzyści nie ma udokumentowanej wartości.',
  heaviest: (list: string) => `Najwięcej wymagają: ${list}.`,
  heaviestOne: (one: string) => `Najwięcej wymaga ${one}.`,
  asksNothing: 'Nie udokumentowano żadnych kosztów ani obowiązków.',
  holds: (indication: string, share: string) => `Pewność: wskazanie „${indication}” wychodzi w ${share} na 100 losowań.`,
  uncertain: (list: string, threshold: number) => `Pewność: żaden wynik nie wychodzi w co najmniej ${threshold} na 100 losowań. Wychodzą: ${list}.`,
  share: (indication: string, share: string) => `„${indication}” w ${share}`,
  tooLittle: (benefits: number, asks: number, needed: number) =>
    `Za mało danych, by podać liczby. Dane pokrywają ${benefits} ze 100 części wagi korzyści i ${asks} ze 100 części wagi kosztów, a potrzeba co najmniej ${needed}.`,
  existed: (day: string) => `Tak. W dniu ${day}, na który zamknięto ocenę, członkostwo trwało.`,
  now: (status: string) => `Dziś stan jest inny: ${status}.`,
  effectNow: 'Ostatni udokumentowany efekt przypada na ostatni miesiąc przed zamknięciem oceny.',
  effectAgo: (n: number) => `Od ostatniego udokumentowanego efektu do zamknięcia oceny ${months(n)}.`,
  noEffectSince: (n: number) => `Od przystąpienia do zamknięcia oceny ${months(n)} bez udokumentowanego efektu.`,
  noEffect: 'Żadnego efektu nie udokumentowano.',
  effectUnknown: 'Nie wiadomo, ile czasu minęło od ostatniego efektu.',
  engaged: (n: number) =>
    plural(n, 'pl', {
      one: 'Trwa 1 projekt albo grupa robocza z udziałem miasta.',
      few: `Trwają ${n} projekty albo grupy robocze z udziałem miasta.`,
      many: `Trwa ${n} projektów albo grup roboczych z udziałem miasta.`,
      other: `Trwa ${n} projektu albo grupy roboczej z udziałem miasta.`,
    }),
  notEngaged: 'Sprawdzono: miasto nie pracuje dziś w żadnym projekcie ani grupie roboczej.',
  engagementUnknown: 'Nie wiadomo, czy miasto pracuje dziś w jakimś projekcie lub grupie roboczej.',
  declared: (engagement: string) => `Deklarowany sposób udziału: ${engagement}.`,
  undeclared: 'Miasto nie zadeklarowało, jak chce uczestniczyć.',
  chosen: 'Miasto samo wybrało taki udział, więc nikt nie wzywa do ożywienia.',
  collect: (list: string) => `Warto zebrać dane: ${list}.`,
  weightOf: (name: string, weight: string, index: string) => `${name} (${weight} ze 100 części wagi; ${index})`,
  none: 'brak',
  more: (n: number) => plural(n, 'pl', { one: 'i 1 inne kryterium', few: `i ${n} inne kryteria`, many: `i ${n} innych kryteriów`, other: `i ${n} innych kryteriów` }),
  flipBelow: (criterion: string, at: string, now: string, to: string) =>
    `Gdyby waga kryterium „${criterion}” spadła poniżej ${at} ze 100 części (dziś ${now}), wynik przesunąłby się na „${to}”.`,
  flipAbove: (criterion: string, at: string, now: string, to: string) =>
    `Gdyby waga kryterium „${criterion}” wzrosła powyżej ${at} ze 100 części (dziś ${now}), wynik przesunąłby się na „${to}”.`,
  noFlip: 'Zmiana wagi jednego kryterium nie zmieniłaby tego wyniku.',
  cheaper: (limit: number, now: number, to: string) => `Gdyby koszty i obowiązki spadły poniżej progu ${limit} (dziś ${points(now)}), wynik przesunąłby się na „${to}”.`,
  dearer: (limit: number, now: number, to: string) => `Gdyby koszty i obowiązki wzrosły do progu ${limit} (dziś ${points(now)}), wynik przesunąłby się na „${to}”.`,
  newcomer: 'Tego członkostwa nie było w poprzedniej ocenie.',
  moved: {
    benefits: {
      up: (from: number, to: number) => `Korzyści wzrosły z ${from} do ${to} punktów.`,
      down: (from: number, to: number) => `Korzyści spadły z ${from} do ${to} punktów.`,
    },
    asks: {
      up: (from: number, to: number) => `Koszty i obowiązki wzrosły z ${from} do ${to} punktów.`,
      down: (from: number, to: number) => `Koszty i obowiązki spadły z ${from} do ${to} punktów.`,
    },
  },
  unmoved: 'Korzyści i koszty są takie jak poprzednio, z dokładnością do punktu.',
  turned: (from: string, to: string) => `Wskazanie zmieniło się z „${from}” na „${to}”.`,
  stayed: (to: string) => `Wskazanie pozostało to samo: „${to}”.`,
  readings: (list: string) => `Zmieniły się odczyty: ${list}.`,
  fromTo: (name: string, from: string, to: string) => `${name} (poprzednio ${from}, teraz ${to})`,
  recriteria: 'Zmieniły się kryteria, więc liczb z obu ocen nie da się porównać wprost.',
  unknown: 'nieznane',
  confirmedNone: 'sprawdzono, że nie ma',
  between: (from: string, to: string) => `od ${from} do ${to}`,
  yearly: (amount: string) => `${amount} rocznie`,
  step: (at: string, most: string) => `stopień ${at} z ${most}`,
  steps: (from: string, to: string, most: string) => `stopień od ${from} do ${to} z ${most}`,
  ofCities: (percent: string) => `${percent}% miast`,
  citiesOf: (n: string, of: string) => `${n} z ${of} miast`,
  /** What is counted for a criterion. */
  unit: (n: number, unit: CriterionUnit) => plural(n, 'pl', units[unit]),
  /** The same after „do”, which asks for the genitive. */
  unitUpTo: (n: number, unit: CriterionUnit) => (Number.isInteger(n) && n !== 1 ? units[unit].many : units[unit].other),
  decided: (course: string, by: string, day: string) => `${course} (${by}, ${day})`,
  due: (day: string) => `Termin: ${day}.`,
  act: 'Akt',
  found: (of: number, list: string) =>
    `${plural(of, 'pl', { one: 'Wskazanie dla 1 ocenionego członkostwa', few: `Wskazania dla ${of} ocenionych członkostw`, many: `Wskazania dla ${of} ocenionych członkostw`, other: `Wskazania dla ${of} ocenionych członkostw` })}: ${list}.`,
  times: (indication: string, n: number) => `${indication} – ${n}`,
} as const;
