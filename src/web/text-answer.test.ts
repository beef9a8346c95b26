import { describe, expect, it } from 'vitest';
import { TextAnswer, utf8Of } from './text-answer.ts';

describe('text as UTF-8', () => {
  it.each(['', 'plain', 'Łódź i Kraków', 'Ελλάδα – 日本 😀', 'half a sign: \ud83d', '\udc00 another', 'a'.repeat(70_000), 'ż'.repeat(70_000)])(
    'has the bytes that Buffer gives it (%#)',
    (text) => {
      expect(utf8Of(text).equals(Buffer.from(text))).toBe(true);
    },
  );
});

describe('an answer of text', () => {
  const answer = () => new TextAnswer('{"city":"Łódź"}', { 'content-type': 'application/json', 'x-koga-cache': 'page' });

  it('has its bytes at hand', () => {
    expect(answer().utf8.toString()).toBe('{"city":"Łódź"}');
  });

  it('is a Response to whoever reads it as one', async () => {
    expect(answer()).toBeInstanceOf(Response);
    expect(answer().status).toBe(200);
    expect(answer().headers.get('x-koga-cache')).toBe('page');
    expect(await answer().text()).toBe('{"city":"Łódź"}');
    expect(await answer().json()).toEqual({ city: 'Łódź' });
    expect(Buffer.from(await answer().arrayBuffer()).toString()).toBe('{"city":"Łódź"}');
    expect(Buffer.from(await answer().bytes()).toString()).toBe('{"city":"Łódź"}');
    expect(await (await answer().blob()).text()).toBe('{"city":"Łódź"}');
    expect(await answer().clone().text()).toBe('{"city":"Łódź"}');
    const parts = [];
    for await (const part of answer().body ?? []) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('{"city":"Łódź"}');
  });

  it('is read once, as every Response is', async () => {
    const read = answer();
    expect(read.bodyUsed).toBe(false);
    await read.text();
    expect(read.bodyUsed).toBe(true);
    await expect(read.text()).rejects.toThrow(TypeError);
  });
});
