import { z } from 'zod';
import { coloursShape } from './colours.ts';
import { isDay } from './day.ts';

// The city is read for every page, and this list is long to make.
const timeZones = new Set(Intl.supportedValuesOf('timeZone'));

const name = z.string().trim().min(1).max(120);

const paragraph = z.string().trim().min(1).max(2000);
const inBoth = z.object({ pl: paragraph, en: paragraph });

/** The office as the statements name it. */
export const contactShape = z.object({
  unit: z.object({ pl: name, en: name }),
  email: z.email().max(200),
  phone: z.string().trim().min(3).max(60),
  /** Of the data protection officer. */
  privacyEmail: z.email().max(200),
  /** How to get into the building, and how to talk with the office. */
  building: inBoth,
  talking: inBoth,
});

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
  /** What the city says of its own belonging; the home page sets it beside the directory. */
  ownClaim: z.object({ pl: paragraph, en: paragraph }).nullable().default(null),
  /** The unit that labels name as publishing; null for the service by its own title. */
  publishingBody: z.object({ pl: name, en: name }).nullable().default(null),
  /** Null for those that Koga ships with. */
  colours: coloursShape.nullable().default(null),
  /** When the office last went through the accessibility statement; null before it first did. */
  statementReviewed: z.string().trim().refine(isDay, { error: 'a day such as 2027-03-15' }).nullable().default(null),
  /** After so many months from its end an application is blanked; only what figures need stays. */
  applicantsRetentionMonths: z.coerce.number().int().min(1).max(120).default(24),
  /** Whom residents can ask; the statements show it, and say so where it is missing. */
  contact: contactShape.nullable().default(null),
});

export type City = z.infer<typeof cityShape>;
