/** The Atom feeds of changes. */
export const feeds = {
  register: 'Rejestr zmian',
  registerTitle: (service: string) => `Rejestr zmian – ${service}`,
  registerSubtitle: 'Nowe, zmienione i wycofane zapisy, od najnowszych.',
  organisationTitle: (name: string, service: string) => `Zmiany: ${name} – ${service}`,
  organisationSubtitle: (name: string) => `Zmiany zapisów o organizacji ${name}, od najnowszych.`,
  organisation: (name: string) => `Zmiany: ${name}`,
  entry: (kind: string, title: string, change: string) => `${kind}: ${title} – ${change}`,
  version: (number: number) => `Wersja ${number}.`,
  by: (who: string) => `Publikuje: ${who}.`,
} as const;
