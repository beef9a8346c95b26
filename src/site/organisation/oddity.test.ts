import { describe, expect, it } from 'vitest';
import { oddityInWords } from './membership.tsx';

describe('an odd order of steps', () => {
  it('is pointed out: the League was co-founded about three years before its resolution', () => {
    const oddity = { kind: 'joined-before-decision', days: 1201, joined: '1994', decided: '1997-04-16' } as const;
    expect(oddityInWords(oddity, 'pl')).toBe('Miasto współzakładało organizację, zanim zdecydowała Rada: uchwała jest o około 3 lata późniejsza.');
    expect(oddityInWords(oddity, 'en')).toBe('The city helped to found the organisation before the Council decided: the resolution came about 3 years later.');
  });

  it('is pointed out: Cities for Children was joined twelve days before it existed', () => {
    const oddity = { kind: 'decided-before-founding', days: 12, decided: '2007-06-13', founded: '2007-06-25/2007-06-26' } as const;
    expect(oddityInWords(oddity, 'pl')).toBe('Uchwała zapadła, zanim organizacja powstała: 12 dni wcześniej.');
    expect(oddityInWords(oddity, 'en')).toBe('The resolution was passed before the organisation existed: 12 days earlier.');
  });

  it('is pointed out: a title given before the resolution', () => {
    const oddity = { kind: 'decided-after-joining', days: 30, joined: '2013-10-01', decided: '2013-10-31' } as const;
    expect(oddityInWords(oddity, 'pl')).toBe('Uchwała zapadła już po przystąpieniu: jest o 30 dni późniejsza.');
    expect(oddityInWords(oddity, 'en')).toBe('The resolution was passed after joining: 30 days later.');
  });
});
