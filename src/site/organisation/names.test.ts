import { describe, expect, it } from 'vitest';
import { newVariants, otherNames } from './names.ts';

describe('the names under a title', () => {
  const hanse = { name: { pl: 'Związek Miast Nowej Hanzy', en: 'Union of Cities The Hansa' }, nativeName: { name: 'Städtebund Die Hanse', lang: 'de' }, acronym: 'HANSE' };

  it('are the native one in its language, the one in the other language of the service, and the short form', () => {
    expect(otherNames(hanse, 'pl')).toEqual([{ text: 'Städtebund Die Hanse', lang: 'de' }, { text: 'Union of Cities The Hansa', lang: 'en' }, { text: 'HANSE' }]);
    expect(otherNames(hanse, 'en')[1]).toEqual({ text: 'Związek Miast Nowej Hanzy', lang: 'pl' });
  });

  it('do not repeat the title or each other', () => {
    expect(otherNames({ name: { pl: 'Eurocities', en: 'Eurocities' }, acronym: 'EUROCITIES', nativeName: { name: 'Eurocities', lang: 'en' } }, 'pl')).toEqual([]);
    expect(otherNames({ name: { pl: 'Sieć', en: 'Network' }, nativeName: { name: 'Network', lang: 'en' } }, 'pl')).toEqual([{ text: 'Network', lang: 'en' }]);
  });

  it('say of a name without a source that it is not confirmed', () => {
    expect(otherNames({ name: { pl: 'Liga' }, nativeName: { name: '世界歴史都市連盟', lang: 'ja', confirmed: false } }, 'pl')).toEqual([
      { text: '世界歴史都市連盟', lang: 'ja', unconfirmed: true },
    ]);
  });
});

describe('other names in use', () => {
  const claim = (value: { pl: string; en?: string }) => ({ value, sourceIds: [] });
  const body = { name: { pl: 'Organizacja Miast Światowego Dziedzictwa', en: 'Organization of World Heritage Cities' }, acronym: 'OWHC' };
  const spelt = claim({ pl: 'Organizacja Miast Dziedzictwa Światowego', en: 'Organization of World Heritage Cities' });
  const french = claim({ pl: 'OVPM', en: 'OVPM' });

  it('leave out what the title or a name under it has said in this language', () => {
    const nameVariants = [spelt, french, claim({ pl: 'owhc', en: 'owhc' })];
    expect(newVariants({ ...body, nameVariants }, 'en')).toEqual([french]);
    expect(newVariants({ ...body, nameVariants }, 'pl')).toEqual([spelt, french]);
  });
});
