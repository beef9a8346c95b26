import { describe, expect, it } from 'vitest';
import { addressOf } from '#web/paths.ts';
import type { Lang } from '#lang/lang.ts';
import { appOver } from './app.ts';
import { storeFor } from './world.ts';

const organisation = (slug: string) => (lang: Lang) => addressOf('organisation', lang, { slug });
const act = (slug: string) => (lang: Lang) => addressOf('act', lang, { slug });
const page = (name: 'costs' | 'whyBelong' | 'about' | 'organisations') => (lang: Lang) => addressOf(name, lang);

type Gap = { what: string; on: (lang: Lang) => string; pl: string[]; en: string[] };

/** What the sources leave open or tell differently, and the words in which the page says so. Each must be found as a reader reads it. */
const gaps: Gap[] = [
  // Not found
  { what: 'fees are known for five of twenty-six organisations', on: page('costs'), pl: ['Koszty znane dla 5 z 26'], en: ['5 of 26'] },
  {
    what: 'fees without a year, and zero as a fact',
    on: page('costs'),
    pl: ['4 000 USD', 'rok nieznany', '0 EUR', '14 880 NOK', '132 000 zł', '650 EUR'],
    en: ['4,000', 'year not known', '132,000'],
  },
  ...['eurocities', 'eccar', 'icc', 'city-dna', 'cities-for-children', 'lhc', 'uccn', 'femcities'].map((slug): Gap => ({
    what: `the fee of ${slug} was not found`,
    on: organisation(slug),
    pl: ['Składki nie znaleziono. To nie znaczy, że jej nie ma.'],
    en: ['No fee was found. That does not mean there is none.'],
  })),
  { what: 'the number of the ICORN resolution', on: organisation('icorn'), pl: ['25 maja 2011', 'numer nieznany'], en: ['25 May 2011', 'number not known'] },
  ...['emta', 'aecc-2000', 'les-rencontres', 'icomos-pl', 'femcities', 'who-gnafcc', 'cities-race-to-zero', 'covenant-of-mayors'].map((slug): Gap => ({
    what: `no resolution was found for ${slug}`,
    on: organisation(slug),
    pl: ['Nie ustalono, kto zdecydował'],
    en: ['Who decided is not established'],
  })),
  { what: 'the Milan Pact was signed by the mayor', on: organisation('mufpp'), pl: ['podpis Prezydenta Miasta'], en: ['signature of the Mayor'] },
  { what: 'the number of the principles of co-operation', on: act('krk-zasady'), pl: ['nieznany'], en: ['not known'] },
  {
    what: 'the end of the first Eurocities period',
    on: organisation('eurocities'),
    pl: ['koniec nieznany', 'nie później niż 15 października 2025', 'Członkostwo zakończone', 'wniosek z innych źródeł'],
    en: ['End not known, no later than 15 October 2025', 'Membership ended', 'concluded from other sources'],
  },
  ...['city-dna', 'cities-for-children', 'aecc-2000', 'les-rencontres', 'icomos-pl', 'cities-race-to-zero'].map((slug): Gap => ({
    what: `whether ${slug} still counts the city among its members`,
    on: organisation(slug),
    pl: ['Członkostwo nieustalone'],
    en: ['Membership not established'],
  })),
  { what: 'consents on file: the Hanse', on: organisation('hanse'), pl: ['15 października 2001', 'Jest w rejestrze'], en: ['15 October 2001', 'On file'] },
  { what: 'consents on file: ECM', on: organisation('city-dna'), pl: ['16 lipca 2004', 'Jest w rejestrze'], en: ['16 July 2004', 'On file'] },
  { what: 'the consent for Eurocities is required and not on file', on: organisation('eurocities'), pl: ['Zgody nie ma w rejestrze'], en: ['No consent on file'] },
  { what: 'no consent is missed where nobody had to ask', on: organisation('owhc'), pl: ['Niewymagana', 'zanim weszła w życie ustawa'], en: ['Not required', 'came into force'] },
  { what: 'the yearly lists of the Monitor Polski', on: act('zrzeszenia-2000'), pl: ['M.P. 2004 nr 30 poz. 541'], en: ['M.P. 2004 nr 30 poz. 541'] },
  { what: 'arts. 5–8 of the act of 2000 were not read', on: act('zrzeszenia-2000'), pl: ['5–8'], en: ['Articles 5 to 8 were not seen'] },
  { what: 'the city in the Hanse after 2014', on: organisation('hanse'), pl: ['po 2014|późniejszych|Udziału Krakowa'], en: ['after 2014|later'] },
  { what: 'clean energy has no record', on: page('whyBelong'), pl: ['Nie znaleziono zapisu'], en: ['No record'] },
  {
    what: 'public transport has only what was expected',
    on: organisation('emta'),
    pl: ['Zapowiadane przy przystąpieniu, nie liczymy'],
    en: ['Expected at accession, not counted'],
  },
  // Conflicts
  { what: 'IV/47/90 against VI/47/90', on: organisation('eurocities'), pl: ['IV/47/90 albo VI/47/90'], en: ['IV/47/90 or VI/47/90'] },
  { what: 'IV/47/90 against VI/47/90 on the act’s own page', on: act('iv-47-90'), pl: ['IV/47/90', 'VI/47/90'], en: ['IV/47/90', 'VI/47/90'] },
  { what: 'City Board against City Council in 1992', on: organisation('eurocities'), pl: ['Zarząd Miasta', 'Rada Miasta'], en: ['City Board', 'City Council'] },
  { what: 'a page of 2019 says that all metropolises are in Eurocities', on: organisation('eurocities'), pl: ['2019'], en: ['2019'] },
  { what: 'how many the Hanse counts', on: organisation('hanse'), pl: ['blisko 200', '194', '176', '173', '210'], en: ['almost 200', '194', '176', '173', '210'] },
  { what: 'how many Polish cities the Hanse has', on: organisation('hanse'), pl: ['12–13|12 lub 13'], en: ['12–13|12 or 13'] },
  { what: 'ICORN: 85 in 2023, over 70 in 2024', on: organisation('icorn'), pl: ['85', 'ponad 70'], en: ['85', 'over 70'] },
  { what: 'the League: 1994 or 1987', on: organisation('lhc'), pl: ['1994', '1987'], en: ['1994', '1987'] },
  { what: 'the Hanse: since 2001 or 27 June 2002', on: organisation('hanse'), pl: ['od 27 czerwca 2002', 'od 2001'], en: ['since 27 June 2002', 'since 2001'] },
  { what: 'the meeting of 2018: over 350 or about 450', on: organisation('uccn'), pl: ['ponad 350', 'około 450'], en: ['over 350', 'about 450'] },
  {
    what: 'two Polish names of the OWHC',
    on: organisation('owhc'),
    pl: ['Organizacja Miast Dziedzictwa Światowego', 'Organizacja Miast Światowego Dziedzictwa'],
    en: ['Some city pages put the Polish words in this order'],
  },
  // Not confirmed
  ...['icorn', 'emta', 'ump', 'who-gnafcc', 'uccn', 'eu-cities-mission', 'covenant-of-mayors', 'icc'].map((slug): Gap => ({
    what: `the seat of ${slug} is not confirmed`,
    on: organisation(slug),
    pl: ['(niepotwierdzone)'],
    en: ['(not confirmed)'],
  })),
  // The traps
  {
    what: 'co-founded three years before the resolution',
    on: organisation('lhc'),
    pl: ['zanim zdecydowała Rada', 'około 3 lata'],
    en: ['before the Council decided', 'about 3 years'],
  },
  {
    what: 'joined before it existed',
    on: organisation('cities-for-children'),
    pl: ['zanim organizacja powstała: 12 dni wcześniej'],
    en: ['before the organisation existed: 12 days earlier'],
  },
  { what: 'the three formal steps of the Hanse', on: organisation('hanse'), pl: ['145 dni', '255 dni', 'Zarząd Miasta', '920/2002'], en: ['145 days', '255 days', 'City Board'] },
  {
    what: 'a holder that is not the city',
    on: organisation('encc'),
    pl: ['Centrum Kultury Podgórza', 'Członkiem nie jest miasto jako gmina'],
    en: ['The member is not the city as a municipality'],
  },
  {
    what: 'a project of five cities is not the city’s money',
    on: organisation('eu-cities-mission'),
    pl: ['dla całego konsorcjum', 'udział miasta nieznany'],
    en: ['for the whole consortium', 'the city’s share is not known'],
  },
  {
    what: 'a mayor’s term that ended with the office',
    on: organisation('lhc'),
    pl: ['listopad 2022 – maj 2024', 'wybór na czas do 2026'],
    en: ['November 2022 – May 2024', 'elected until 2026'],
  },
  { what: 'a summit before the accession does not count', on: organisation('eurocities'), pl: ['nie liczymy'], en: ['not counted'] },
];

describe('gaps and conflicts are shown, not smoothed', () => {
  const { text } = appOver(storeFor('world'));

  it.each(gaps.flatMap((gap) => (['pl', 'en'] as const).map((lang) => ({ ...gap, lang }))))('$what ($lang)', async ({ on, lang, ...gap }) => {
    const read = await text(on(lang));
    for (const words of gap[lang]) expect(read).toMatch(new RegExp(words.replace(/[.*+?^${}()[\]\\]/g, '\\$&')));
  });

  it('networks for which no evidence was found are not listed as former or refused: absence of evidence is no evidence of absence', async () => {
    for (const lang of ['pl', 'en'] as const) {
      const read = await text(page('organisations')(lang));
      for (const name of ['Rainbow Cities', 'Mayors for Peace', 'Energy Cities', 'POLIS', 'Digital Rights', 'Pact of Free Cities']) expect(read).not.toContain(name);
    }
  });
});
