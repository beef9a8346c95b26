import type { Child } from '#markup/markup.ts';
import type { City } from '#basics/city.ts';
import { langs, type Lang } from '#lang/lang.ts';
import type { Link } from './links.tsx';
import { LinkItems, Menu, type SectionMenu } from './menu.tsx';
import { wordsOf } from './words.ts';

/** The town and the lines that go out from it. */
export const Mark = () => (
  <svg viewBox="-20 -20 40 40" aria-hidden="true" focusable="false">
    <circle class="kg-mark__r" r="18" />
    <circle class="kg-mark__r" r="10.5" stroke-dasharray="1.5 2.5" />
    <path class="kg-mark__r" d="M0 0L-13.5-8M0 0L-3-16.5M0 0L14-4.5M0 0L-15.5 6" />
    <circle class="kg-mark__d" cx="-13.5" cy="-8" r="2.6" />
    <circle class="kg-mark__d" cx="-3" cy="-16.5" r="2.6" />
    <circle class="kg-mark__d" cx="14" cy="-4.5" r="2.6" />
    <circle class="kg-mark__c" r="4" />
  </svg>
);

export const cityName = (city: City, lang: Lang): string => (lang === 'pl' ? city.name.pl.nominative : city.name.en);

/** Stands on top of every page of an example city. */
export const DemonstrationNotice = ({ city, lang }: { city: City; lang: Lang }) =>
  city.demonstration === null ? null : (
    <section class="kg-demo" aria-label={wordsOf(lang).demonstration}>
      <p class="kg-wrap">{city.demonstration[lang]}</p>
    </section>
  );

type HeaderProps = { city: City; lang: Lang; home: string; nav: Link[]; alternates: Record<Lang, string> };

export const Header = ({ city, lang, home, nav, alternates }: HeaderProps) => {
  const words = wordsOf(lang);
  return (
    <header class="kg-head">
      <div class="kg-wrap">
        <a class="kg-mark" href={home}>
          <Mark />
          <span>
            <b>{cityName(city, lang)}</b> <span>{city.subtitle[lang]}</span>
          </span>
        </a>
        <nav class="kg-nav" aria-label={words.mainNav}>
          <ul>
            {nav.map((link) => (
              <li>
                <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="kg-lang" aria-label={words.languageNav}>
          <ul>
            {langs.map((one) => (
              <li>
                {one === lang ? (
                  <span aria-current="true">{words.languageName}</span>
                ) : (
                  <a href={alternates[one]} lang={one} hreflang={one} rel="alternate">
                    {wordsOf(one).languageName}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};

export const SectionMenus = ({ menus, lang }: { menus: SectionMenu[]; lang: Lang }) =>
  menus.length === 0 ? null : (
    <nav class="kg-menus" aria-label={wordsOf(lang).sectionNav}>
      <div class="kg-wrap">
        {menus.map((menu, index) => (
          <Menu menu={menu} id={`menu-${index + 1}`} />
        ))}
      </div>
    </nav>
  );

/** `back` leads one step up; `crumbs` go from the home page to this page's own name, which comes last and is no link. */
export type PageTrail = { back?: Link; crumbs: Link[] };

export const Trail = ({ trail, lang }: { trail: PageTrail; lang: Lang }) => (
  <nav class="kg-trail" aria-label={wordsOf(lang).trail}>
    {trail.back && (
      <a class="govuk-back-link" href={trail.back.href}>
        {trail.back.text}
      </a>
    )}
    <div class="govuk-breadcrumbs">
      <ol class="govuk-breadcrumbs__list">
        {trail.crumbs.map((crumb, index) =>
          index === trail.crumbs.length - 1 ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {crumb.text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={crumb.href}>
                {crumb.text}
              </a>
            </li>
          ),
        )}
      </ol>
    </div>
  </nav>
);

export type FooterColumn = { heading: string; links: Link[] };

/** The switch is shown by the script that makes it work; without scripts the page follows the system. */
const ThemeSwitch = ({ lang }: { lang: Lang }) => {
  const words = wordsOf(lang);
  return (
    <fieldset class="kg-theme" aria-labelledby="theme-label" data-theme-switch="" hidden>
      <span id="theme-label">{words.theme}</span>
      {(['system', 'light', 'dark'] as const).map((theme) => (
        <button type="button" value={theme} aria-pressed="false">
          {words.themes[theme]}
        </button>
      ))}
    </fieldset>
  );
};

export const Footer = ({ columns, attributions, city, lang }: { columns: FooterColumn[]; attributions: Child[]; city: City; lang: Lang }) => (
  <footer class="kg-foot">
    <div class="kg-wrap">
      <div class="kg-foot__top">
        <p class="kg-foot__title">{city.title[lang]}</p>
        <ThemeSwitch lang={lang} />
      </div>
      {columns.length > 0 && (
        <nav class="kg-foot__cols" aria-label={wordsOf(lang).footerNav}>
          {columns.map((column, index) => (
            <div>
              <h2 id={`foot-${index + 1}`}>{column.heading}</h2>
              <ul aria-labelledby={`foot-${index + 1}`}>
                <LinkItems links={column.links} />
              </ul>
            </div>
          ))}
        </nav>
      )}
      <p class="kg-foot__end">
        {attributions.map((one) => (
          <>{one} </>
        ))}
        {wordsOf(lang).software}
      </p>
    </div>
  </footer>
);
