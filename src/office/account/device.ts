/** What people call the browser and the system that a session was opened with. */
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const named = (list: [RegExp, string][], userAgent: string): string | undefined => list.find(([pattern]) => pattern.test(userAgent))?.[1];

/** Null where neither can be told. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } | null {
  const [browser = null, system = null] = [named(browsers, userAgent), named(systems, userAgent)];
  return browser === null && system === null ? null : { browser, system };
}
