import { plural } from '../numbers.ts';

/** The drawing of benefits against asks. */
export const plane = {
  title: 'Korzyści wobec kosztów i obowiązków',
  benefits: '↑ korzyści',
  asks: 'koszty i obowiązki →',
  low: 'niskie',
  middle: 'średnie',
  high: 'wysokie',
  clear: 'próg: lepiej wykorzystać',
  just: 'próg: utrzymać',
  key: {
    keepAndUseMore: 'utrzymać i lepiej wykorzystać',
    keep: 'utrzymać',
    reviveOrJustify: 'ożywić lub uzasadnić',
    examine: 'sprawdzić zasadność',
    uncertain: 'wynik niepewny',
    clear: 'próg „lepiej wykorzystać”, ustala go urząd',
    just: 'próg „utrzymać”, ustala go urząd',
  },
  part: (top: number) => `Pełna skala sięga 100; wykres pokazuje ją do ${top}.`,
  finding: (n: number, most: string, cheapest: string) =>
    `${plural(n, 'pl', { one: '1 członkostwo', few: `${n} członkostwa`, many: `${n} członkostw`, other: `${n} członkostw` })} na wykresie. Najwięcej korzyści: ${most}; najmniej kosztów i obowiązków: ${cheapest}.`,
  nothing: 'Dla żadnego członkostwa nie ma dość danych, by je pokazać na wykresie.',
  caption: 'Korzyści i koszty każdego członkostwa, z przedziałem 90 na 100 losowań',
  columns: { number: 'Nr', membership: 'Członkostwo', benefits: 'Korzyści (od–do)', asks: 'Koszty i obowiązki (od–do)', indication: 'Wskazanie' },
  range: (mean: number, low: number, high: number) => (low === high ? `${mean}` : `${mean} (${low}–${high})`),
  tooLittle: 'za mało danych',
} as const;
