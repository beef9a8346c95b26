import type { Child } from '#markup/markup.ts';
import type { City } from '#basics/city.ts';
import { langs, otherLang, type Lang } from '#lang/lang.ts';
import { assetPath } from './assets/manifest.ts';
import { DemonstrationNotice, Footer, Header, SectionMenus, Trail, type FooterColumn, type PageTrail } from './frame.tsx';
import type { Link } from './links.tsx';
import type { SectionMenu } from './menu.tsx';
import { momentInWords } from './moments.tsx';
import { themePath } from './theme.ts';
import { wordsOf } from './words.ts';

export type Frame = {
  lang: Lang;
  city: City;
  /** The page's own title, without the service's name. */
  title: string;
  description?: string | undefined;
  /** This page's path and query: `/pl/organizacje?theme=culture`. */
  path: string;
  /** The same page in both languages, as paths; the one of `lang` is this page. */
  alternates: Record<Lang, string>;
  /** Scheme and host without a slash at the end: `https://example.org`. */
  baseUrl: string;
  /** Address of the home page in this language. */
  home: string;
  /** The main menu, with `current` on the page's own entry. */
  nav: Link[];
  menus?: SectionMenu[];
  trail?: PageTrail | undefined;
  footer?: FooterColumn[];
  /** Whose data the pages show: "Miejsca: GeoNames, CC BY 4.0." */
  attributions?: Child[];
  /** Where the accessibility statement stands; the meta element is written only then. */
  accessibilityStatement?: string | undefined;
  /** A form came back with errors: the title begins with "Błąd:". */
  errorPrefix?: boolean;
  /** Archived revisions and pages of results that search engines should leave out. */
  noIndex?: boolean;
  /** More for the head: `<JsonLd/>`, feeds. */
  head?: Child;
  /** The day it is in the city, for the print head. */
  today: string;
  children: Child;
};

const ogLocale: Record<Lang, string> = { pl: 'pl_PL', en: 'en_GB' };

/** The bold weights of the first screen; the rest of the letters come when they are needed. */
const preloaded = ['serif-latin.woff2', 'serif-latin-ext.woff2', 'sans-latin.woff2', 'sans-latin-ext.woff2'];

const Head = (frame: Frame) => {
  const { lang, city, title, description, baseUrl, path, alternates } = frame;
  const words = wordsOf(lang);
  const site = city.title[lang];
  const named = title === site ? site : `${title} – ${site}`;
  const full = frame.errorPrefix === true ? `${words.errorPrefix}: ${named}` : named;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {description !== undefined && <meta name="description" content={description} />}
      {frame.noIndex === true && <meta name="robots" content="noindex" />}
      {frame.accessibilityStatement !== undefined && <meta name="deklaracja-dostępności" content={frame.accessibilityStatement} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={assetPath('style.css')} />
      {city.colours !== null && <link rel="stylesheet" href={themePath(city.colours)} />}
      <script type="module" src={assetPath('page.js')} blocking="render" />
      {preloaded.map((name) => (
        <link rel="preload" href={assetPath(name)} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
      <link rel="canonical" href={baseUrl + path} />
      {langs.map((one) => (
        <link rel="alternate" hreflang={one} href={baseUrl + alternates[one]} />
      ))}
      <link rel="alternate" hreflang="x-default" href={baseUrl + alternates.pl} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={site} />
      <meta property="og:title" content={title} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:url" content={baseUrl + path} />
      <meta property="og:locale" content={ogLocale[lang]} />
      <meta property="og:locale:alternate" content={ogLocale[otherLang(lang)]} />
      {frame.head}
    </head>
  );
};

export const Layout = (frame: Frame) => {
  const { lang, city } = frame;
  const words = wordsOf(lang);
  return (
    <html lang={lang} class="govuk-template">
      <Head {...frame} />
      <body data-copy={words.copyLink('{}')} data-copied={words.linkCopied}>
        <a class="govuk-skip-link" href={`#${words.contentId}`}>
          {words.skipLink}
        </a>
        <DemonstrationNotice city={city} lang={lang} />
        <Header city={city} lang={lang} home={frame.home} nav={frame.nav} alternates={frame.alternates} />
        <SectionMenus menus={frame.menus ?? []} lang={lang} />
        <div class="kg-wrap">
          {frame.trail && <Trail trail={frame.trail} lang={lang} />}
          <div class="kg-printhead" aria-hidden="true">
            <b>{city.title[lang]}</b>
            <span>
              {frame.baseUrl.replace(/^https?:\/\//, '')}
              {frame.path} · <span>{momentInWords(frame.today, lang)}</span>
            </span>
          </div>
          <main id={words.contentId} tabindex={-1}>
            {frame.children}
          </main>
        </div>
        <Footer columns={frame.footer ?? []} attributions={frame.attributions ?? []} city={city} lang={lang} />
      </body>
    </html>
  );
};

/** The whole document, ready to send. */
export function page(frame: Frame): string {
  return `<!doctype html>${(<Layout {...frame} />).html}`;
}
