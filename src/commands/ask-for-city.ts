import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { cityShape, type City } from '#basics/city.ts';
import { colourProblems, type Colours } from '#basics/colours.ts';
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

/** The statements and the footer show them. They may wait: the office has a form for them. */
const contactQuestions: readonly Question[] = [
  { path: ['unit', 'pl'], ask: 'Unit to contact, Polish', example: 'Biuro Współpracy z Zagranicą' },
  { path: ['unit', 'en'], ask: 'Unit to contact, English', example: 'International Co-operation Office' },
  { path: ['email'], ask: 'Its e-mail address', example: 'biuro@miasto.example' },
  { path: ['phone'], ask: 'Its telephone', example: '+48 56 000 00 00' },
  { path: ['privacyEmail'], ask: 'E-mail address of the data protection officer', example: 'iod@miasto.example' },
  { path: ['building', 'pl'], ask: 'Getting to and into the building, Polish', example: 'Wejście od rynku, podjazd, winda.' },
  { path: ['building', 'en'], ask: 'Getting to and into the building, English', example: 'Entrance from the market square, ramp, lift.' },
  { path: ['talking', 'pl'], ask: 'How to talk with the office, Polish', example: 'Telefonicznie, pocztą, w języku migowym po umówieniu.' },
  { path: ['talking', 'en'], ask: 'How to talk with the office, English', example: 'By telephone, by mail, in sign language by appointment.' },
];

const colourQuestions: readonly (Question & { path: readonly [keyof Colours] })[] = [
  { path: ['brand'], ask: 'Colour of links and buttons', example: '#0057a8' },
  { path: ['deep'], ask: 'Colour of header and headings', example: '#0b2a5b' },
  { path: ['accent'], ask: 'Colour of marks on the map', example: '#9a6a00' },
];

const unitName = z.object({ pl: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });
const unitsShape = z.object({ units: z.array(unitName).max(100).default([]) });
export type UnitName = z.infer<typeof unitName>;

/** A city as it is set up, and the units that have memberships in their care. */
export type NewCity = { city: City; units: UnitName[] };

/** Puts one question and waits for its answer. */
export type Ask = (question: string) => Promise<string>;

/** The city's names, place, contact, colours and units, from a file (the shape of city.json, with `units` beside) or asked one by one at the terminal. */
export async function askForCity(file: string | undefined, say: (line: string) => void): Promise<Outcome<NewCity, 'badCity'>> {
  if (file !== undefined) return readCityFile(file);
  if (!process.stdin.isTTY) return refused('badCity', 'koga init asks at a terminal; elsewhere give a file: koga init --file city.json');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await askAll((question) => terminal.question(`${question}: `), say);
  } finally {
    terminal.close();
  }
}

async function readCityFile(file: string): Promise<Outcome<NewCity, 'badCity'>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return refused('badCity', `${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return check(json, file);
}

function check(json: unknown, where: string): Outcome<NewCity, 'badCity'> {
  const city = cityShape.safeParse(json);
  const units = unitsShape.safeParse(json);
  const issues = [...(city.error?.issues ?? []), ...(units.error?.issues ?? [])];
  if (!city.success || !units.success) return refused('badCity', `${where}: ${issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  const faint = city.data.colours === null ? [] : faintColours(city.data.colours);
  if (faint.length > 0) return refused('badCity', `${where}: ${faint.join('; ')}`);
  return done({ city: city.data, units: units.data.units });
}

/** The same rule as in the settings of the office. */
const faintColours = (colours: Colours): string[] =>
  colourProblems(colours).map(
    ({ field, ground, ratio, least }) =>
      `colours.${field}: on ${ground === 'paper' ? 'the page' : 'white'} the contrast is only ${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1, and ${least} : 1 is needed; choose a darker colour`,
  );

/** All questions one after the other. What may wait is passed over with an empty answer. */
export async function askAll(ask: Ask, say: (line: string) => void): Promise<Outcome<NewCity, 'badCity'>> {
  const answers = await answersTo(questions, ask);
  const said = (key: string): string => answers.get(key) ?? '';
  const [pl, en] = [said('name.pl.nominative'), said('name.en')];
  const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'locative'];
  const names = {
    slug: slugOf(pl),
    name: { pl: Object.fromEntries(cases.map((one) => [one, said(`name.pl.${one}`)])), en },
    title: { pl: `${pl} w organizacjach międzynarodowych`, en: `${en} in international organisations` },
    subtitle: { pl: 'w organizacjach międzynarodowych', en: 'in international organisations' },
    council: { pl: said('council.pl'), en: said('council.en') },
    country: said('country').toUpperCase(),
    timeZone: said('timeZone'),
    position: { lat: Number(said('position.lat').replace(',', '.')), lon: Number(said('position.lon').replace(',', '.')) },
    demonstration: null,
  };
  const checked = check(names, 'your answers');
  if (!checked.ok) return checked;
  say('Contact, colours and units can wait: an empty answer passes them over, and the office has forms for them.');
  const contact = await askContact(ask);
  const colours = await askColours(ask, say);
  return check({ ...names, contact, colours, units: await askUnits(ask) }, 'your answers');
}

async function answersTo(asked: readonly Question[], ask: Ask): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { path, ask: question, example } of asked) answers.set(path.join('.'), (await ask(`${question} (${example})`)).trim());
  return answers;
}

async function askContact(ask: Ask): Promise<unknown> {
  const [first, ...rest] = contactQuestions;
  if (first === undefined) return null;
  const unit = (await ask(`${first.ask} (${first.example}; empty: later)`)).trim();
  if (unit === '') return null;
  const answers = new Map([[first.path.join('.'), unit], ...(await answersTo(rest, ask))]);
  const both = (name: string) => ({ pl: answers.get(`${name}.pl`), en: answers.get(`${name}.en`) });
  const one = (name: string) => answers.get(name);
  return { unit: both('unit'), email: one('email'), phone: one('phone'), privacyEmail: one('privacyEmail'), building: both('building'), talking: both('talking') };
}

/** Colours that nobody could read are asked for again. */
async function askColours(ask: Ask, say: (line: string) => void): Promise<unknown> {
  for (;;) {
    const answers = new Map<string, string>();
    for (const { path, ask: question, example } of colourQuestions) {
      const answer = (await ask(`${question} (${example}${path[0] === 'brand' ? '; empty: the colours of Koga' : ''})`)).trim();
      if (path[0] === 'brand' && answer === '') return null;
      answers.set(path[0], answer);
    }
    const colours = { brand: answers.get('brand') ?? '', deep: answers.get('deep') ?? '', accent: answers.get('accent') ?? '' };
    const wrong = Object.entries(colours).find(([, colour]) => !/^#[0-9a-f]{6}$/i.test(colour));
    const problems = wrong === undefined ? faintColours(colours) : [`colours.${wrong[0]}: ${wrong[1]} is no colour such as #0b2a5b`];
    if (problems.length === 0) return colours;
    for (const problem of problems) say(problem);
  }
}

async function askUnits(ask: Ask): Promise<UnitName[]> {
  const units: UnitName[] = [];
  for (;;) {
    const pl = (await ask('Unit that looks after memberships, Polish (Wydział Kultury; empty: no more)')).trim();
    if (pl === '') return units;
    const en = (await ask('the same in English (Department of Culture)')).trim();
    units.push({ pl, en: en === '' ? pl : en });
  }
}
