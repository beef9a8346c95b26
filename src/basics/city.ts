import { z } from 'zod';

// The city is read for every page, and this list is long to make.
const timeZones = new Set(Intl.supportedValuesOf('timeZone'));

const name = z.string().trim().min(1).max(120);

/**
 * What makes an installation this city's and no other's. Polish inflects names, so each case that a text needs is given:
 * mianownik (Kraków), dopełniacz (Krakowa), celownik (Krakowowi), biernik (Kraków), narzędnik (Krakowem), miejscownik (Krakowie).
 */
export const cityShape = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.object({
    pl: z.object({ nominative: name, genitive: name, dative: name, accusative: name, instrumental: name, locative: name }),
    en: name,
  }),
  /** The public service bears the city's own title. */
  title: z.object({ pl: name, en: name }),
  /** The second line beside the city's name in the header: "w organizacjach międzynarodowych". */
  subtitle: z.object({ pl: name, en: name }),
  country: z.string().length(2),
  timeZone: z.string().refine((zone) => timeZones.has(zone), { error: 'unknown time zone' }),
  position: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  council: z.object({ pl: name, en: name }),
  /** Stands on top of every page and in every export of an example; null for a city's own service. */
  demonstration: z.object({ pl: name.max(300), en: name.max(300) }).nullable(),
});

export type City = z.infer<typeof cityShape>;
