import { plural } from '../numbers.ts';

/** The page "Ile kosztują członkostwa?": what is known of the fees, and how much is not. */
export const costs = {
  title: 'Ile kosztują członkostwa?',
  nav: 'Koszty',
  description: 'Składki i inne koszty członkostw, w walucie i roku, które podają źródła, oraz lista organizacji, dla których kwoty nie znaleziono.',
  lead: (known: number, of: number) =>
    of === 0
      ? 'W rejestrze nie ma jeszcze żadnego członkostwa.'
      : `Koszty znane dla ${known} z ${of} organizacji. ${known < of ? 'Łącznej kwoty nie podajemy, bo pozostałych składek nie znamy.' : 'Dla każdej znamy choć jedną składkę.'}`,
  feesId: 'skladki',
  fees: 'Jakie składki są znane?',
  feesIntro: 'W walucie, w której je podano, bez przeliczania. Zero to fakt, a nie brak wiedzy.',
  noFees: 'Żadnej składki jeszcze nie znaleziono. To nie znaczy, że składek nie ma.',
  noFeesFor: 'Dla których organizacji kwoty nie znaleziono?',
  noFeesForId: 'skladki-nieznane',
  noFeesForIntro: (n: number) =>
    `${plural(n, 'pl', { one: 'To 1 organizacja', few: `To ${n} organizacje`, many: `To ${n} organizacji`, other: `To ${n} organizacji` })}. Brak kwoty nie znaczy, że składki nie ma. Gdzie znana jest zasada, prowadzi do niej odsyłacz.`,
  ruleKnown: 'znana zasada',
  rulesId: 'zasady',
  rules: 'Jak organizacje ustalają składki?',
  rulesIntro: 'Z zasady nie wyliczamy składki miasta, jeśli źródło samo jej nie podaje.',
  others: {
    travel: { id: 'wyjazdy', heading: 'Ile kosztowały wyjazdy?' },
    hosting: { id: 'goszczenie', heading: 'Ile kosztowało goszczenie?' },
    'own-contribution': { id: 'wklad', heading: 'Jaki był wkład własny?' },
    'staff-hours': { id: 'praca', heading: 'Ile pracy to kosztuje urząd?' },
    'programme-spending': { id: 'programy', heading: 'Ile miasto wydało na programy?' },
  },
  othersIntro: 'To nie są składki i nie dodaje się ich do składek.',
  columns: { organisation: 'Organizacja', year: 'Rok', amount: 'Kwota', every: 'Jak często', due: 'Termin i zapłata', note: 'Uwagi' },
  caption: (what: string, currency: string) => `${what}: ${currency}`,
  noCurrency: 'kwota nieznana',
  yearUnknown: 'rok nieznany',
  amountUnknown: 'nieznana',
  everyUnknown: 'nieznane',
  dueUnknown: 'nieznane',
  due: (day: string) => `termin: ${day}`,
  paid: (day: string) => `zapłacono: ${day}`,
  act: 'podstawa',
  hours: (hours: string) => `${hours} godz.`,
  sum: (amount: string, known: number, of: number) => `Suma znanych kwot: ${amount} (${known} z ${of} organizacji).`,
  sumOfOthers: (amount: string, n: number) =>
    `Suma znanych kwot: ${amount}, ${plural(n, 'pl', { one: '1 zapis', few: `${n} zapisy`, many: `${n} zapisów`, other: `${n} zapisów` })}.`,
  years: (years: string, unknown: boolean) => (unknown ? (years === '' ? 'Roku nie podano.' : `Lata: ${years}; roku pozostałych nie podano.`) : `Rok: ${years}.`),
  manyYears: (years: string) => `Lata: ${years}.`,
  period: (n: number) => `${n}. okres`,
  paidBy: { unit: 'członkiem jest jednostka miejska', official: 'członkiem jest urzędnik' },
} as const;
