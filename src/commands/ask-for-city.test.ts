import { describe, expect, it } from 'vitest';
import { askAll } from './ask-for-city.ts';

const names = ['Toruń', 'Torunia', 'Toruniowi', 'Toruń', 'Toruniem', 'Toruniu', 'Toruń', 'Rada Miasta Torunia', 'Toruń City Council', 'pl', 'Europe/Warsaw', '53,0138', '18.5984'];

function answering(answers: readonly string[]) {
  const left = [...answers];
  const said: string[] = [];
  return { ask: (question: string) => (said.push(question), Promise.resolve(left.shift() ?? '')), say: (line: string) => void said.push(line), said };
}

describe('koga init at a terminal', () => {
  it('sets a city up whose contact, colours and units come later', async () => {
    const { ask, say } = answering(names);
    expect(await askAll(ask, say)).toMatchObject({
      ok: true,
      value: { city: { slug: 'torun', country: 'PL', position: { lat: 53.0138 }, contact: null, colours: null }, units: [] },
    });
  });

  it('asks for contact, colours and units as the settings of the office do', async () => {
    const contact = ['Biuro', 'Office', 'biuro@torun.example', '+48 56 1', 'iod@torun.example', 'Winda.', 'A lift.', 'Telefon.', 'Telephone.'];
    const { ask, say } = answering([...names, ...contact, '#0057a8', '#0b2a5b', '#9a6a00', 'Wydział Kultury', 'Department of Culture', 'Biuro', '', '']);
    expect(await askAll(ask, say)).toMatchObject({
      ok: true,
      value: {
        city: { contact: { unit: { pl: 'Biuro', en: 'Office' }, email: 'biuro@torun.example', talking: { en: 'Telephone.' } }, colours: { brand: '#0057a8', accent: '#9a6a00' } },
        units: [
          { pl: 'Wydział Kultury', en: 'Department of Culture' },
          { pl: 'Biuro', en: 'Biuro' },
        ],
      },
    });
  });

  it('refuses colours that cannot be read, says why and asks again', async () => {
    const { ask, say, said } = answering([...names, '', '#ffee00', '#0b2a5b', '#9a6a00', 'blue', '#0b2a5b', '#9a6a00', '']);
    expect(await askAll(ask, say)).toMatchObject({ ok: true, value: { city: { colours: null } } });
    expect(said.some((line) => /colours\.brand: on the page the contrast is only 1\.\d : 1, and 4\.5 : 1 is needed/.test(line))).toBe(true);
    expect(said).toContain('colours.brand: blue is no colour such as #0b2a5b');
  });

  it('says at once what is wrong with a name, before it asks for more', async () => {
    const { ask, say, said } = answering(['', ...names.slice(1)]);
    expect(await askAll(ask, say)).toMatchObject({ ok: false, refusal: 'badCity' });
    expect(said).toHaveLength(names.length);
  });
});
