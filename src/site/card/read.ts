import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { cardMap, readCityInWorld } from '#insight/index.ts';
import type { Lang } from '#lang/lang.ts';
import { pngOf } from '#ui/assets/picture.ts';
import { token } from '#ui/assets/manifest.ts';
import { cityName } from '#ui/frame.tsx';
import { cardMapRadius, cardSvg } from './drawing.tsx';

type CardAsked = { reader: Reader; city: City; lang: Lang; on: Day; baseUrl: string };

/** The card of the city as it stands on a day, as SVG. */
export async function readCard({ reader, city, lang, on, baseUrl }: CardAsked): Promise<string> {
  const map = cardMap(await readCityInWorld(reader, { city, on }), city, cardMapRadius);
  const card = { name: cityName(city, lang), subtitle: city.subtitle[lang], host: new URL(baseUrl).host, notice: city.demonstration?.[lang] ?? null, map };
  return cardSvg(card, token);
}

/** One card a language is in force; the register changes more often than what a card shows of it. */
const mostKept = 4;
const kept = new Map<string, Promise<Buffer>>();

/** Each card is drawn once, however many ask for it at the same time; one that failed is tried anew by the next. */
export function cardPng(svg: string): Promise<Buffer> {
  const known = kept.get(svg);
  if (known) return known;
  const drawn = pngOf(svg);
  kept.set(svg, drawn);
  drawn.catch(() => kept.delete(svg));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return drawn;
}
