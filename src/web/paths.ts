import { langs, type Lang } from '#lang/lang.ts';

/** Every page's address in both languages. A parameter is written `:slug`. */
export const pages = {
  home: { pl: '/pl', en: '/en' },
  organisations: { pl: '/pl/organizacje', en: '/en/organisations' },
  organisation: { pl: '/pl/organizacje/:slug', en: '/en/organisations/:slug' },
  whyBelong: { pl: '/pl/dlaczego-warto', en: '/en/why-belong' },
  acts: { pl: '/pl/uchwaly', en: '/en/acts' },
  act: { pl: '/pl/uchwaly/:slug', en: '/en/acts/:slug' },
  assessment: { pl: '/pl/ocena-korzysci', en: '/en/assessment' },
  assessmentCycle: { pl: '/pl/ocena-korzysci/:slug', en: '/en/assessment/:slug' },
  offers: { pl: '/pl/oferty', en: '/en/offers' },
  offerFigures: { pl: '/pl/oferty/liczby', en: '/en/offers/figures' },
  offer: { pl: '/pl/oferty/:slug', en: '/en/offers/:slug' },
  calendar: { pl: '/pl/kalendarz', en: '/en/calendar' },
  costs: { pl: '/pl/koszty', en: '/en/costs' },
  search: { pl: '/pl/szukaj', en: '/en/search' },
  changes: { pl: '/pl/rejestr-zmian', en: '/en/changes' },
  history: { pl: '/pl/historia/:kind/:slug', en: '/en/history/:kind/:slug' },
  revision: { pl: '/pl/historia/:kind/:slug/:number', en: '/en/history/:kind/:slug/:number' },
  comparison: { pl: '/pl/historia/:kind/:slug/:from/:to', en: '/en/history/:kind/:slug/:from/:to' },
  about: { pl: '/pl/o-serwisie', en: '/en/about' },
  feedback: { pl: '/pl/zglos-uwage', en: '/en/report' },
  data: { pl: '/pl/dane', en: '/en/data' },
  accessibility: { pl: '/pl/deklaracja-dostepnosci', en: '/en/accessibility-statement' },
  privacy: { pl: '/pl/prywatnosc', en: '/en/privacy' },
  cookies: { pl: '/pl/cookies', en: '/en/cookies' },
  siteMap: { pl: '/pl/mapa-serwisu', en: '/en/sitemap' },
} as const satisfies Record<string, Record<Lang, string>>;

export type PageName = keyof typeof pages;

/** The address of a page, its parameters filled in. */
export function addressOf(page: PageName, lang: Lang, given: Record<string, string | number> = {}): string {
  return pages[page][lang].replace(/:([a-z]+)/g, (_whole, name: string) => {
    const value = given[name];
    if (value === undefined) throw new Error(`the address of ${page} needs ${name}`);
    return encodeURIComponent(String(value));
  });
}

const reportable = Object.entries(pages).flatMap(([name, page]) =>
  name === 'feedback' ? [] : langs.map((lang) => new RegExp(`^${page[lang].replace(/:[a-z]+/g, '[a-z0-9-]+')}$`)),
);

/** Whether this is written as the address of a page that somebody may report something about: no query, no format, nothing strange, and not the form for it. */
export const isReportable = (path: string): boolean => path.length <= 300 && reportable.some((pattern) => pattern.test(path));
