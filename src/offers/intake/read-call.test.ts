import { describe, expect, it } from 'vitest';
import { fieldsRead, type FieldRead } from './finding.ts';
import { readCall, type Readable } from './read-call.ts';
import { siteOf } from './read-links.ts';

const sites = [
  ...siteOf('hansa', 'https://www.hanse.org/en'),
  ...siteOf('owhc', 'https://www.ovpm.org/'),
  ...siteOf('programme-of-somebody', 'https://ec.europa.example/programmes/cities/'),
];
const context = { sentOn: '2026-11-12', zone: 'Europe/Warsaw', sites, url: null };

const read = (letter: Partial<Readable>, more: Partial<typeof context> = {}): Map<string, FieldRead> =>
  new Map(fieldsRead(readCall({ subject: '', body: '', sender: null, ...letter }, { ...context, ...more })).map((one) => [one.field, one]));
const filled = (letter: Partial<Readable>): Record<string, string | null> => Object.fromEntries([...read(letter)].map(([field, one]) => [field, one.filled]));
const deadlineIn = (body: string): { filled: string | null | undefined; asked: (string | null)[][]; words: string | undefined } => {
  const one = read({ body }).get('deadline');
  return { filled: one?.filled, asked: (one?.candidates ?? []).map(({ value, doubt }) => [value, doubt]), words: one?.candidates[0]?.words };
};

const hanse = {
  subject: 'Fwd: [members] Open call: artists for the harbour exhibition 2027',
  sender: 'office@secretariat.hanse.org',
  body: `Dear members,

the exhibition of young artists of our network will be held from 17 to 20 June 2027 in the host city.

Each member city may send one artist. The city chooses; no direct entry by artists is possible.

Deadline for the cities’ entries: Monday, 1 March 2027, 12:00 CET. The jury will announce its selection by 15 April 2027.

Entries are to be written in English or German. The host pays a stipend of EUR 1,500 to each artist; the participation fee of 40 EUR is paid by the city.

Form and rules: https://www.hanse.org/en/harbour-call
Unsubscribe: https://lists.hanse.org/unsubscribe?id=7`,
};

const prize = {
  subject: 'Nagroda za ochronę zabytków – zaproszenie dla miast członkowskich',
  sender: 'sekretariat@ovpm.org',
  body: `Szanowni Państwo,

Zgłoszenia do nagrody można przesyłać do dnia 30 kwietnia 2027 r., godz. 16.00 czasu polskiego.

Miasto musi mieć opłaconą składkę za bieżący rok. Formularz wymaga podpisu prezydenta miasta, a projekt może prowadzić miejscowa instytucja.

Nagroda wynosi 10 000 euro. Wnioski składa się w języku francuskim lub angielskim.

Wręczenie nagrody odbędzie się we wrześniu 2027 r.`,
};

describe('a call that takes one entry of each city, chosen by the city', () => {
  it('is read with the dates by the words near them, the quota, and who stands between', () => {
    expect(filled(hanse)).toMatchObject({
      title: 'en:Open call: artists for the harbour exhibition 2027',
      organisation: 'hansa',
      type: 'call',
      deadline: '2027-03-01T12:00[Europe/Warsaw]',
      begins: '2027-06-17',
      ends: '2027-06-20',
      quota: '1',
      intermediary: 'yes',
      money: '1500 EUR',
      url: 'https://www.hanse.org/en/harbour-call',
    });
  });

  it('shows for each of them the words as they stand in the mail, at their place', () => {
    for (const { candidates } of read(hanse).values())
      for (const { words, place } of candidates) {
        if (place.part === 'body') expect(hanse.body.slice(place.from, place.to)).toBe(words);
        if (place.part === 'subject') expect(hanse.subject.slice(place.from, place.to)).toBe(words);
        expect(words).not.toBe('');
      }
    expect(read(hanse).get('deadline')?.candidates[0]?.words).toContain('1 March 2027, 12:00 CET');
    expect(read(hanse).get('intermediary')?.candidates[0]?.words).toBe('The city chooses; no direct entry by artists is possible.');
  });

  it('offers audiences and languages as hints, none of them ticked', () => {
    expect(read(hanse).get('audiences')).toMatchObject({ filled: null });
    expect(
      read(hanse)
        .get('languages')
        ?.candidates.map(({ value }) => value),
    ).toEqual(['en', 'de']);
  });
});

describe('a prize that needs a member in good standing and a signature', () => {
  it('is read in Polish', () => {
    expect(filled(prize)).toMatchObject({
      title: 'pl:Nagroda za ochronę zabytków – zaproszenie dla miast członkowskich',
      organisation: 'owhc',
      type: 'award',
      deadline: '2027-04-30T16:00[Europe/Warsaw]',
      goodStanding: 'needed',
      money: '10000 EUR',
    });
  });

  it('asks whether the signature means that the city stands between', () => {
    expect(read(prize).get('intermediary')).toMatchObject({ filled: null, candidates: [{ value: 'yes', doubt: 'hint' }] });
  });
});

describe('a deadline', () => {
  it.each([
    ['Deadline: 31 March 2027', '2027-03-31[Europe/Warsaw]'],
    ['The deadline is March 31st, 2027.', '2027-03-31[Europe/Warsaw]'],
    ['Please apply by 5 pm CEST on 31 March 2027.', '2027-03-31T17:00[Europe/Warsaw]'],
    ['Please apply no later than 23:59 (Brussels time) on 31 March 2027.', '2027-03-31T23:59[Europe/Brussels]'],
    ['31 March 2027 is the closing date.', '2027-03-31[Europe/Warsaw]'],
    ['Applications close on 2027-03-31 at 12 noon UTC', '2027-03-31T12:00[UTC]'],
    ['Entries until 31/03/2027', '2027-03-31[Europe/Warsaw]'],
    ['Entries until 04/04/2027', '2027-04-04[Europe/Warsaw]'],
    ['Termin nadsyłania zgłoszeń upływa 31 marca 2027 roku.', '2027-03-31[Europe/Warsaw]'],
    ['Zgłoszenia do 31.03.2027 r.', '2027-03-31[Europe/Warsaw]'],
    ['Wnioski należy składać do godz. 15:30 dnia 31 marca 2027 r. (czasu polskiego).', '2027-03-31T15:30[Europe/Warsaw]', 'no-zone'],
    ['Termin: środa, 31 III 2027', '2027-03-31[Europe/Warsaw]'],
    ['Termin składania wniosków: marzec 2027', '2027-03[Europe/Warsaw]'],
    ['Call opens on 1 February 2027 and closes on 31 March 2027.', '2027-03-31[Europe/Warsaw]'],
  ])('is read in "%s"', (body, value, doubt?: string) => {
    expect(deadlineIn(body)).toMatchObject(doubt === undefined ? { filled: value } : { filled: null, asked: [[value, doubt]] });
  });

  it.each([
    [
      'Deadline: 03/04/2027',
      [
        ['2027-04-03[Europe/Warsaw]', 'two-readings'],
        ['2027-03-04[Europe/Warsaw]', 'two-readings'],
      ],
    ],
    ['Deadline: 31 March, 5 pm CET', [['2027-03-31T17:00[Europe/Warsaw]', 'no-year']]],
    ['Deadline: 31 March 2027, 17:00', [['2027-03-31T17:00[Europe/Warsaw]', 'no-zone']]],
    ['Deadline: 31 March 2027, 17:00 local time', [['2027-03-31T17:00[Europe/Warsaw]', 'other-zone']]],
    ['Deadline: 31 March 2027, 17:00 CET', [['2027-03-31T17:00[Europe/Warsaw]', 'summer-time']]],
    ['Deadline: 31 March 2027, 5:00 UTC', [['2027-03-31T05:00[UTC]', 'half-day']]],
    ['Deadline: midnight on 31 March 2027', [['2027-03-31[Europe/Warsaw]', 'midnight']]],
    ['Deadline: Friday, 31 March 2027', [['2027-03-31[Europe/Warsaw]', 'weekday']]],
    ['Deadline: 31 March 2025', [['2025-03-31[Europe/Warsaw]', 'past']]],
    ['Our secretariat is there on 31 March 2027.', [['2027-03-31[Europe/Warsaw]', 'no-word-near']]],
    [
      'Deadline for schools: 1 March 2027. Deadline for museums: 15 March 2027.',
      [
        ['2027-03-01[Europe/Warsaw]', null],
        ['2027-03-15[Europe/Warsaw]', null],
      ],
    ],
  ])('in "%s" is asked, not filled in', (body, asked) => {
    expect(deadlineIn(body)).toMatchObject({ filled: null, asked });
  });

  it.each([
    'Deadline: 31 February 2027',
    'Deadline: 45.13.2027',
    'You may 12 times',
    'Deadline: soon',
    'The jury announces the winners by 31 March 2027.',
    'Call us on 12 34 2027 11',
  ])('is not found in "%s"', (body) => {
    expect(read({ body }).get('deadline')?.filled ?? null).toBe(null);
  });

  it('is none of the dates in the lines of a mail that was passed on', () => {
    const body = 'From: A B <a@hanse.org>\nDate: Thu, 12 Nov 2026 10:00:00 +0100\nSubject: x\n\nOn 3 December 2026 A B wrote:\n> nothing';
    expect([...read({ body }).keys()]).toEqual(['title', 'organisation']);
  });
});

describe('the organisation', () => {
  it.each([
    ['info@hanse.org', 'hansa'],
    ['info@news.hanse.org', 'hansa'],
    ['info@nothanse.org', undefined],
    ['info@hanse.org.example.com', undefined],
    ['somebody@gmail.com', undefined],
  ])('of %s is %s', (sender, slug) => {
    expect(read({ sender, body: 'x' }).get('organisation')?.filled).toBe(slug);
  });

  it('is asked where only a link or an address in the text names it, and where many share the host', () => {
    expect(read({ sender: 'colleague@city.example', body: 'From: A <a@hanse.org>\nsee https://www.ovpm.org/x' }).get('organisation')).toMatchObject({
      filled: null,
      candidates: [
        { value: 'hansa', doubt: 'only-a-link' },
        { value: 'owhc', doubt: 'only-a-link' },
      ],
    });
    expect(read({ sender: 'a@ec.europa.example', body: 'x' }).get('organisation')).toMatchObject({ filled: null, candidates: [{ doubt: 'shared-address' }] });
  });
});

describe('money and links', () => {
  it.each([
    ['a prize of €5.000', '5000 EUR'],
    ['a grant of EUR 5,000.50', '5000.50 EUR'],
    ['nagroda: 20 tys. zł', '20000 PLN'],
    ['dofinansowanie do kwoty 1,5 mln zł', '1500000 PLN'],
    ['up to 10 000 euro', '10000 EUR'],
  ])('is read in "%s"', (body, value) => {
    expect(read({ body }).get('money')?.filled).toBe(value);
  });

  it('that the organiser asks for is not what the offer gives', () => {
    expect(read({ body: 'The entry fee is 50 EUR. Opłata wynosi 200 zł.' }).get('money')).toBe(undefined);
  });

  it('leads to the form rather than to a page of thanks, and never by a script', () => {
    expect(read({ body: 'Application form: https://a.example/form. Thanks: https://a.example/thanks javascript:alert(1)' }).get('url')).toMatchObject({
      filled: 'https://a.example/form',
    });
    expect(read({ body: 'https://a.example/x https://a.example/y' }).get('url')).toMatchObject({ filled: null });
  });
});
