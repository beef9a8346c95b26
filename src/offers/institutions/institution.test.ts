import { describe, expect, it } from 'vitest';
import { readContact, readInstitution, readRegistration } from './institution.ts';

const typed = { name: 'Muzeum', kind: 'museum', themes: [], description: '', url: '', address: '' };
const person = { contactName: 'Anna Testowa', email: 'anna@muzeum.example' };

describe('an institution as it was typed', () => {
  it('is taken with blanks cut off and what was left empty unknown', () => {
    expect(readInstitution({ ...typed, name: '  Muzeum  ' })).toEqual({ ok: true, value: { ...typed, name: 'Muzeum', description: null, url: null, address: null } });
  });

  it('keeps the themes that there are, each once and in their order', () => {
    expect(readInstitution({ ...typed, themes: ['heritage', 'nonsense', 'culture', 'culture'] })).toMatchObject({ value: { themes: ['culture', 'heritage'] } });
  });

  it.each([
    ['muzeum.example', 'https://muzeum.example'],
    ['http://muzeum.example/o-nas', 'http://muzeum.example/o-nas'],
  ])('has a website: %s', (url, held) => {
    expect(readInstitution({ ...typed, url })).toMatchObject({ ok: true, value: { url: held } });
  });

  it.each(['javascript:alert(1)', 'https://', 'muzeum', 'https://ktos:haslo@muzeum.example', `https://muzeum.example/${'x'.repeat(500)}`, 'ftp://muzeum.example'])(
    'has no website such as %s',
    (url) => {
      expect(readInstitution({ ...typed, url })).toEqual({ ok: false, problems: [{ field: 'url', problem: 'urlWrong' }] });
    },
  );

  it('has a name of 200 letters at most, counted as people count them', () => {
    expect(readInstitution({ ...typed, name: '🏛'.repeat(200) }).ok).toBe(true);
    expect(readInstitution({ ...typed, name: '🏛'.repeat(201) })).toEqual({ ok: false, problems: [{ field: 'name', problem: 'nameLong' }] });
  });

  it('cannot begin another header of a mail', () => {
    expect(readInstitution({ ...typed, name: 'Muzeum\r\nBcc: wszyscy@example.org' })).toMatchObject({ value: { name: 'Muzeum Bcc: wszyscy@example.org' } });
  });
});

describe('a person as they were typed', () => {
  it.each(['', '   ', 'anna', 'anna@', 'anna@muzeum', 'anna@muzeum.example\nBcc: x@y.example', `${'a'.repeat(250)}@muzeum.example`])('has no address such as "%s"', (email) => {
    expect(readContact({ ...person, email })).toMatchObject({ ok: false, problems: [{ field: 'email' }] });
  });

  it('has a name with marks and hyphens', () => {
    expect(readContact({ ...person, contactName: ' Żółć-Źdźbło ' })).toMatchObject({ ok: true, value: { contactName: 'Żółć-Źdźbło' } });
  });
});

describe('a registration', () => {
  it('needs a yes', () => {
    expect(readRegistration({ ...typed, ...person, consent: 'yes' }).ok).toBe(true);
    for (const consent of ['', 'no', 'YES'])
      expect(readRegistration({ ...typed, ...person, consent })).toEqual({ ok: false, problems: [{ field: 'consent', problem: 'consentMissing' }] });
  });

  it('is told everything that is wrong at once, in the order of the form', () => {
    const read = readRegistration({ ...typed, name: '', kind: '', contactName: '', email: '', consent: '' });
    expect(read.ok ? [] : read.problems.map((one) => one.field)).toEqual(['name', 'kind', 'contactName', 'email', 'consent']);
  });
});
