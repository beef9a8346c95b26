import { describe, expect, it } from 'vitest';
import { langs } from '#lang/lang.ts';
import { pngOf } from '#ui/assets/picture.ts';
import { appOver } from '../../../test/app.ts';
import { attribute, elementsOf, markup } from '../../../test/markup.ts';
import { storeFor } from '../../../test/world.ts';
import { methodsOf } from '../../app.tsx';

const origin = 'https://koga.example';

describe('a link to the service', () => {
  const store = storeFor('world');
  const { get } = appOver(store);

  it.each(langs)('is shown with a picture that is there, as large as it is said to be, and described (%s)', async (lang) => {
    const all = elementsOf(markup(await (await get(`/${lang}`)).text()));
    const said = (name: string) =>
      attribute(
        all.find((one) => (attribute(one, 'property') ?? attribute(one, 'name')) === name),
        'content',
      ) ?? '';
    expect(said('twitter:card')).toBe('summary_large_image');
    expect(said('og:image:alt')).toMatch(lang === 'pl' ? /^Kraków w organizacjach międzynarodowych\. .+\.$/ : /^Kraków in international organisations\. .+\.$/);
    const address = said('og:image');
    expect(address.startsWith(`${origin}/`)).toBe(true);
    expect(methodsOf(address.slice(origin.length))).toEqual(['GET']);
    const answer = await get(address.slice(origin.length));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-koga-cache')]).toEqual([200, 'image/png', 'page']);
    const png = Buffer.from(await answer.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([String(png.readUInt32BE(16)), String(png.readUInt32BE(20))]).toEqual([said('og:image:width'), said('og:image:height')]);
    expect(png.length).toBeLessThan(300_000);
    // The same card is drawn once: the second answer is the first one's bytes.
    expect(Buffer.from(await (await get(address.slice(origin.length))).arrayBuffer()).equals(png)).toBe(true);
  });

  it('has letters in its picture: without the service’s fonts nothing of a text would be drawn', async () => {
    const drawn = (text: string) =>
      pngOf(
        `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text x="5" y="40" font-size="30" font-family="Source Serif 4" font-weight="600">${text}</text></svg>`,
      );
    expect((await drawn('Łódź')).equals(await drawn(''))).toBe(false);
  });

  it('is not served a picture where the drawing is none', async () => {
    await expect(pngOf('no drawing')).rejects.toThrow(/could not be drawn/);
  });
});
