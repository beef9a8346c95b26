import { describe, expect, it } from 'vitest';
import { agree, belongingOf, compare, endsOf, type Ours } from './compare.ts';
import { columnsIn, entriesIn, listIn, type Entry } from './list.ts';
import { matcherOver, type Candidate } from './match.ts';

const entry = (given: Partial<Entry>): Entry => ({ line: 2, name: 'X', country: null, identifier: null, joined: null, left: null, unreadable: [], ...given });

describe('an outside list', () => {
  it('is read by its headings in either language, with dates as people write them', () => {
    const list = listIn({
      name: '',
      faults: [],
      rows: [
        [],
        ['Lp.', 'Nazwa zrzeszenia', 'Gmina', 'Data przystąpienia', 'Data wystąpienia'],
        ['1', 'OWHC', 'Kraków', '22.11.1995', ''],
        ['2', 'Inna', 'Gdynia', '2001', ''],
        ['3', 'Hanza', 'm. Kraków', 'po wojnie', '2004 r.'],
      ],
    });
    expect(list.columns).toEqual({ name: 1, unit: 2, joined: 3, left: 4 });
    expect(entriesIn(list, { names: ['Kraków', 'Krakow'] })).toEqual([
      entry({ line: 3, name: 'OWHC', joined: '1995-11-22' }),
      entry({ line: 5, name: 'Hanza', left: '2004', unreadable: ['po wojnie'] }),
    ]);
    expect(columnsIn(['Organisation', 'Member since', 'Country'])).toEqual({ name: 0, joined: 1, country: 2 });
    expect(columnsIn(['a', 'b'])).toEqual({ name: 0 });
  });
});

describe('a name on an outside list', () => {
  const candidates: Candidate[] = [
    {
      key: 'owhc',
      country: null,
      names: [
        { text: 'Organizacja Miast Światowego Dziedzictwa', as: 'name' },
        { text: 'OWHC', as: 'acronym' },
        { text: 'Q1', as: 'identifier' },
      ],
    },
    {
      key: 'city-dna',
      country: null,
      names: [
        { text: 'City Destinations Alliance', as: 'name' },
        { text: 'European Cities Marketing', as: 'former' },
        { text: 'ECM', as: 'acronym' },
      ],
    },
    {
      key: 'ecm-2',
      country: null,
      names: [
        { text: 'European Climate Mission', as: 'name' },
        { text: 'ECM', as: 'acronym' },
      ],
    },
  ];
  const match = matcherOver(candidates);
  const ask = (name: string, identifier: string | null = null) => match({ name, identifier, country: null });

  it('is found by name, acronym, former name or identifier, and says why', () => {
    expect(ask('ORGANIZACJA miast swiatowego dziedzictwa')).toEqual({ kind: 'matched', key: 'owhc', why: 'name' });
    expect(ask('Organization of World Heritage Cities (OWHC)')).toEqual({ kind: 'matched', key: 'owhc', why: 'acronym' });
    expect(ask('European Cities Marketing')).toEqual({ kind: 'matched', key: 'city-dna', why: 'former' });
    expect(ask('whatever', 'q1')).toEqual({ kind: 'matched', key: 'owhc', why: 'identifier' });
  });

  it('is asked about where it may mean several, or is only alike', () => {
    expect(ask('ECM')).toMatchObject({ kind: 'asked', options: [{ key: 'city-dna' }, { key: 'ecm-2' }] });
    expect(ask('Organizacja Miasta Światowego Dziedzictwa')).toEqual({ kind: 'asked', options: [{ key: 'owhc', why: 'similar' }] });
    expect(ask('Liga Ochrony Ptaków')).toEqual({ kind: 'none' });
  });

  it('of a member is of its own country', () => {
    const members = matcherOver([
      { key: '0', country: 'PL', names: [{ text: 'Kraków', as: 'name' }] },
      { key: '1', country: 'DE', names: [{ text: 'Frankfurt', as: 'name' }] },
    ]);
    expect(members({ name: 'Frankfurt', identifier: null, country: 'PL' })).toEqual({ kind: 'none' });
    expect(members({ name: 'Frankfurt', identifier: null, country: 'DE' })).toMatchObject({ kind: 'matched' });
  });
});

describe('what is compared', () => {
  const ours: Ours[] = [
    { key: 'a', slug: 'a', title: 'A', joined: '1995-11-22', left: null, lasts: true },
    { key: 'b', slug: 'b-1', title: 'B', joined: '1992', left: '2004', lasts: false },
    { key: 'b', slug: 'b-2', title: 'B', joined: '2025-10-15', left: null, lasts: true },
    { key: 'c', slug: 'c', title: 'C', joined: '2001', left: null, lasts: true },
    { key: 'd', slug: 'd', title: 'D', joined: '1999', left: '2010', lasts: false },
  ];
  const matched = (key: string) => ({ kind: 'matched', key, why: 'name' }) as const;

  it('matches each period once and tells what differs', () => {
    const compared = compare(
      [
        { entry: entry({ name: 'A', joined: '1995' }), match: matched('a') },
        { entry: entry({ name: 'B', joined: '1992', left: '2005' }), match: matched('b') },
        { entry: entry({ name: 'B', joined: '2025' }), match: matched('b') },
        { entry: entry({ name: 'E' }), match: { kind: 'none' } },
      ],
      ours,
      { hasLeft: true },
    );
    expect(compared.matched.map((pair) => pair.ours.slug)).toEqual(['a', 'b-2']);
    expect(compared.different.map((pair) => [pair.ours.slug, pair.differs])).toEqual([['b-1', ['left']]]);
    expect(compared.onlyThere.map((one) => one.name)).toEqual(['E']);
    // Who has left is not missed on a list of members.
    expect(compared.onlyHere.map((one) => one.slug)).toEqual(['c']);
  });

  it('takes a year and a day in it for the same', () => {
    expect([agree('2004', '2004-07-16'), agree('2004-07', '2004-08-01'), agree('2004', null)]).toEqual([true, false, false]);
    expect(endsOf('2004-07-16/')).toEqual({ joined: '2004-07-16', left: null, lasts: false });
    expect(endsOf('1995/..')).toEqual({ joined: '1995', left: null, lasts: true });
    expect(belongingOf(entry({ joined: '1996' }), { joined: '1995', left: null, lasts: true }, false)).toBe('1996/..');
    expect(belongingOf(entry({ left: '2005' }), { joined: '1995', left: '2004', lasts: false }, true)).toBe('1995/2005');
  });
});
