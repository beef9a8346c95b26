import { describe, expect, it } from 'vitest';
import { problemOfForm, readForm, type FormBounds } from './form.ts';

const type = 'application/x-www-form-urlencoded';
const send = (body: string | Uint8Array<ArrayBuffer>, bounds?: FormBounds, contentType = type) =>
  readForm(new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': contentType } }), bounds);

describe('a form', () => {
  it('is read with its Polish letters, spaces, signs and line ends', async () => {
    const read = await send('name=%C5%81%C3%B3d%C5%BA+i+okolice&note=a%2Bb%26c%0D%0Ad&empty=&bare');
    expect(read).toEqual({
      ok: true,
      value: new Map([
        ['name', ['Łódź i okolice']],
        ['note', ['a+b&c\r\nd']],
        ['empty', ['']],
        ['bare', ['']],
      ]),
    });
  });

  it('keeps all values of a field that may be given more than once', async () => {
    expect(await send('role=a&role=b', { many: ['role'] })).toEqual({ ok: true, value: new Map([['role', ['a', 'b']]]) });
  });

  it.each([
    ['a field given twice', 'a=1&a=2', { ok: false, refusal: 'repeated', detail: 'a' }],
    ['broken UTF-8 in percent signs', 'a=%ff', { ok: false, refusal: 'encoding', detail: 'a' }],
    ['broken UTF-8 in a name', '%c5=1', { ok: false, refusal: 'encoding' }],
    ['a half percent sign', 'a=%c', { ok: false, refusal: 'encoding', detail: 'a' }],
    ['NUL', 'a=%00', { ok: false, refusal: 'encoding', detail: 'a' }],
    ['too many fields', 'a=1&b=2&c=3&d=4', { ok: false, refusal: 'tooManyFields' }],
    ['too many bytes', `a=${'x'.repeat(200)}`, { ok: false, refusal: 'tooLarge' }],
  ])('is refused for %s', async (_what, body, expected) => {
    expect(await send(body, { maxFields: 3, maxBytes: 100 })).toEqual(expected);
  });

  it('is refused where the raw bytes are not UTF-8, and where it is something else', async () => {
    expect(await send(Uint8Array.of(0x61, 0x3d, 0xff))).toMatchObject({ refusal: 'encoding' });
    expect(await send('{}', {}, 'application/json')).toMatchObject({ refusal: 'notAForm' });
    expect(await send('a=1', {}, `${type};charset=iso-8859-2`)).toMatchObject({ refusal: 'notAForm' });
    expect(await send('a=1', {}, `${type}; charset=UTF-8`)).toMatchObject({ ok: true });
  });

  it('that cannot be read is answered with a reason', () => {
    expect((['tooLarge', 'notAForm', 'repeated'] as const).map(problemOfForm)).toEqual([{ status: 413 }, { status: 415, detail: 'notAForm' }, { status: 400, detail: 'repeated' }]);
  });
});
