import type { Text } from '../src/publishing/facts.ts';

type Judged = { criterion: string; from: number; to?: number; reason: Text };
/** `none`: somebody of the unit looked and found nothing. What is in neither list and not in the register stays unknown. */
type Looked = { none: string[]; judged: Judged[] };

const judged = (criterion: string, from: number, pl: string, en: string, to = from): Judged => ({ criterion, from, to, reason: { pl, en } });

export const foundNothing: Text = { pl: 'Komórka przejrzała akta i niczego takiego nie znalazła.', en: 'The unit went through its files and found nothing of the kind.' };

const noNotice = judged('B5', 0, 'Regulamin nie przewiduje wypowiedzenia: wystarczy pismo.', 'The rules name no notice: a letter is enough.');
const noRisk = judged('B6', 0, 'Komórka nie widzi ryzyka.', 'The unit sees no risk.');

/** What units said of 2026; invented, like all of Nadrzecze. */
export const judgements2026: Record<string, Looked> = {
  'siec-miast-rzecznych': {
    none: ['V2', 'V7', 'V8'],
    judged: [
      judged('V11', 1, 'Straż ochotnicza skorzystała z ćwiczeń sieci.', 'The volunteer fire brigade took part in the network’s exercises.'),
      judged('B6', 1, 'Po zakończeniu projektu czujniki utrzymuje miasto.', 'The project has ended, and the city maintains the sensors.'),
    ],
  },
  'liga-starych-mostow': {
    none: ['V6', 'V7', 'V8', 'V9', 'B4'],
    judged: [judged('V11', 1, 'Z poradni ligi korzysta parafia przy moście.', 'The parish beside the bridge uses the league’s advice.'), noNotice, noRisk],
  },
  'europejska-rada-miast-srednich': {
    none: ['V2', 'V3', 'V4', 'V5', 'V7', 'V9', 'V11'],
    judged: [judged('B6', 1, 'Składka rośnie co roku o kilka procent.', 'The fee rises by a few per cent every year.')],
  },
  'zwiazek-miast-festiwali': {
    none: ['V2', 'V3', 'V6', 'V9', 'B4'],
    judged: [
      judged('V11', 2, 'Dom kultury i szkoła muzyczna wysłały swoje zespoły.', 'The culture centre and the music school sent their groups.', 3),
      judged('V8', 1, 'Komórka pamięta jedno spotkanie burmistrzów.', 'The unit remembers one meeting of mayors.'),
      judged('B5', 6, 'Statut mówi o końcu roku po pół roku wypowiedzenia.', 'The statutes speak of half a year’s notice to the end of a year.'),
      noRisk,
    ],
  },
  'forum-transportu-wodnego': {
    none: ['V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V11', 'B4'],
    judged: [judged('B6', 2, 'Miasto płaci składkę, choć nikt nie jeździ na spotkania.', 'The city pays the fee, though nobody goes to the meetings.')],
  },
  'miasta-bez-barier': {
    none: ['V6', 'V8'],
    judged: [
      judged('V11', 3, 'Skorzystały trzy stowarzyszenia osób z niepełnosprawnościami.', 'Three associations of people with disabilities made use of it.'),
      judged('B5', 14, 'Umowa wiąże do końca 2027 roku.', 'The contract binds until the end of 2027.'),
      noRisk,
    ],
  },
  'siec-muzeow-miejskich': {
    none: ['V2', 'V3', 'V6', 'V8', 'B4'],
    judged: [
      judged('V5', 2, 'Muzeum podaje dwie wymiany kustoszy rocznie.', 'The museum tells of two exchanges of curators a year.'),
      judged('V7', 1, 'Muzeum podaje jeden wspólny katalog.', 'The museum tells of one joint catalogue.'),
      judged('B2', 2000, 'Muzeum pokrywa wyjazdy z własnego budżetu i szacuje ich koszt.', 'The museum pays for its trips itself and estimates their cost.', 4000),
      judged('B3', 30, 'Muzeum szacuje pracę jednej osoby.', 'The museum estimates the work of one person.', 60),
      noNotice,
      noRisk,
    ],
  },
  'pakt-czystego-ciepla': {
    none: ['V2', 'V3', 'V4', 'V6', 'V7', 'V8', 'V9', 'V11', 'B2'],
    judged: [judged('V5', 1, 'Wydział co roku korzysta z jednego poradnika.', 'The department uses one guide every year.', 2), noNotice, noRisk],
  },
  'inicjatywa-otwartych-danych': {
    none: ['V2', 'V3', 'V6', 'V8', 'V9', 'B2', 'B4'],
    judged: [
      judged(
        'V4',
        0,
        'Biuro nie jest pewne, czy układ zbiorów jest rozwiązaniem inicjatywy.',
        'The office is not sure whether the layout of the data sets is the initiative’s own practice.',
        1,
      ),
      noNotice,
      noRisk,
    ],
  },
  'siec-zdrowych-dzielnic': {
    none: ['V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V11', 'B2', 'B4'],
    judged: [noNotice, noRisk],
  },
  'krajowy-zwiazek-miast-nadwodnych': {
    none: ['V2', 'V3', 'V4', 'V7', 'B4'],
    judged: [judged('V5', 0, 'Narady związku bywają przydatne, ale nikt ich nie spisuje.', 'The union’s meetings can be useful, but nobody writes them down.', 2), noRisk],
  },
};

/** What changed from the year before: everything else was said in the same words. */
export const judgements2025: Record<string, Looked> = {
  ...judgements2026,
  'siec-miast-rzecznych': {
    none: ['V6', 'V8'],
    judged: [
      judged('V11', 1, 'Straż ochotnicza skorzystała z ćwiczeń sieci.', 'The volunteer fire brigade took part in the network’s exercises.'),
      judged('B6', 1, 'Projekt wymaga wkładu własnego.', 'The project needs a contribution of the city’s own.'),
    ],
  },
  'liga-starych-mostow': { none: ['V6', 'V8', 'V9', 'B4'], judged: judgements2026['liga-starych-mostow']?.judged ?? [] },
  'forum-transportu-wodnego': {
    none: ['V2', 'V4', 'V6', 'V7', 'V8', 'V9', 'B4'],
    judged: [
      judged('V5', 1, 'Zarząd Transportu pytał forum o ładowarki dla promu.', 'The transport board asked the forum about chargers for the ferry.', 2),
      judged('V11', 1, 'Przewoźnik skorzystał z porady forum.', 'The carrier used the forum’s advice.'),
      judged('B6', 1, 'Projekt się skończył, następnego nie ma.', 'The project has ended, and there is no other yet.'),
    ],
  },
  'miasta-bez-barier': {
    none: ['V4', 'V6', 'V7', 'V8'],
    judged: [
      judged('V11', 1, 'Skorzystało jedno stowarzyszenie.', 'One association made use of it.'),
      judged('B5', 24, 'Umowa wiąże do końca 2027 roku, dłużej niż sięga skala.', 'The contract binds until the end of 2027, longer than the scale goes.'),
      noRisk,
    ],
  },
};
