import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { cityShape, type City } from '#basics/city.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { slugOf } from '#basics/slug.ts';

type Question = { path: readonly string[]; ask: string; example: string };

const questions: readonly Question[] = [
  { path: ['name', 'pl', 'nominative'], ask: 'City, Polish, mianownik (kto? co?)', example: 'Toruń' },
  { path: ['name', 'pl', 'genitive'], ask: 'dopełniacz (kogo? czego?)', example: 'Torunia' },
  { path: ['name', 'pl', 'dative'], ask: 'celownik (komu? czemu?)', example: 'Toruniowi' },
  { path: ['name', 'pl', 'accusative'], ask: 'biernik (kogo? co?)', example: 'Toruń' },
  { path: ['name', 'pl', 'instrumental'], ask: 'narzędnik (z kim? z czym?)', example: 'Toruniem' },
  { path: ['name', 'pl', 'locative'], ask: 'miejscownik (o kim? o czym?)', example: 'Toruniu' },
  { path: ['name', 'en'], ask: 'City, English', example: 'Toruń' },
  { path: ['council', 'pl'], ask: 'City council, Polish', example: 'Rada Miasta Torunia' },
  { path: ['council', 'en'], ask: 'City council, English', example: 'Toruń City Council' },
  { path: ['country'], ask: 'Country, two letters', example: 'PL' },
  { path: ['timeZone'], ask: 'Time zone', example: 'Europe/Warsaw' },
  { path: ['position', 'lat'], ask: 'Latitude of the city centre', example: '53.0138' },
  { path: ['position', 'lon'], ask: 'Longitude of the city centre', example: '18.5984' },
];

/** The city's names and place, from a file (the shape of city.json) or asked one by one at the terminal. */
export async function askForCity(file: string | undefined): Promise<Outcome<City, 'badCity'>> {
  return file === undefined ? askAtTerminal() : readCityFile(file);
}

async function readCityFile(file: string): Promise<Outcome<City, 'badCity'>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return refused('badCity', `${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return check(json, file);
}

function check(json: unknown, where: string): Outcome<City, 'badCity'> {
  const city = cityShape.safeParse(json);
  if (city.success) return done(city.data);
  return refused('badCity', `${where}: ${city.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
}

async function askAtTerminal(): Promise<Outcome<City, 'badCity'>> {
  if (!process.stdin.isTTY) return refused('badCity', 'koga init asks at a terminal; elsewhere give a file: koga init --file city.json');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  for (const { path, ask, example } of questions) answers.set(path.join('.'), (await terminal.question(`${ask} (${example}): `)).trim());
  terminal.close();
  const said = (key: string): string => answers.get(key) ?? '';
  const [pl, en] = [said('name.pl.nominative'), said('name.en')];
  const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'locative'];
  return check(
    {
      slug: slugOf(pl),
      name: { pl: Object.fromEntries(cases.map((one) => [one, said(`name.pl.${one}`)])), en },
      title: { pl: `${pl} w organizacjach międzynarodowych`, en: `${en} in international organisations` },
      subtitle: { pl: 'w organizacjach międzynarodowych', en: 'in international organisations' },
      council: { pl: said('council.pl'), en: said('council.en') },
      country: said('country').toUpperCase(),
      timeZone: said('timeZone'),
      position: { lat: Number(said('position.lat').replace(',', '.')), lon: Number(said('position.lon').replace(',', '.')) },
      demonstration: null,
    },
    'your answers',
  );
}
