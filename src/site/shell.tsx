import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { accessibility as accessibilityEn } from '#lang/en/accessibility.ts';
import { site as en } from '#lang/en/site.ts';
import type { Lang } from '#lang/lang.ts';
import { accessibility as accessibilityPl } from '#lang/pl/accessibility.ts';
import { site as pl } from '#lang/pl/site.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { LabelFacts } from '#publishing/history.ts';
import { areas, registerMark } from '#register/index.ts';
import { cityName, type FooterColumn } from '#ui/frame.tsx';
import { LabelSection } from '#ui/label.tsx';
import { page } from '#ui/layout.tsx';
import type { Link } from '#ui/links.tsx';
import type { MenuGroup, SectionMenu } from '#ui/menu.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf, type PageName } from '#web/paths.ts';
import { cardAddress } from './card/address.ts';
import { FeedbackLink } from './feedback/link.tsx';
import { HeadOf } from './machine/head.tsx';
import { readMenuGroups, type MenuGroupRead } from './menu-groups.ts';
import type { Paging, Shown } from './page.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);
const accessibilityTexts = (lang: Lang) => (lang === 'pl' ? accessibilityPl : accessibilityEn);

const navigation = ['organisations', 'whyBelong', 'offers', 'assessment', 'acts', 'costs', 'about', 'search'] as const satisfies PageName[];

export type Frame = {
  lang: Lang;
  city: City;
  baseUrl: string;
  today: Day;
  /** This page in both languages, with its query. */
  alternates: Record<Lang, string>;
  section: PageName | undefined;
  menus: SectionMenu[];
  paging?: Paging | null;
};

/** The whole document around a page's content, with its label at the foot. */
export async function documentOf(shown: Shown, frame: Frame): Promise<string> {
  const { lang, city } = frame;
  const texts = textsFor(lang);
  const path = frame.alternates[lang];
  const home = { text: texts.home, href: addressOf('home', lang) };
  const crumbs = shown.crumbs ?? [];
  const above = crumbs.at(-2) ?? home;
  return page({
    lang,
    city,
    title: shown.title,
    description: shown.description,
    path,
    alternates: frame.alternates,
    baseUrl: frame.baseUrl,
    home: home.href,
    nav: navigation.map((name): Link => ({ text: texts.nav[name], href: addressOf(name, lang), current: frame.section === name })),
    menus: frame.menus,
    trail: crumbs.length === 0 ? undefined : { back: { text: texts.back, href: above.href }, crumbs: [home, ...crumbs] },
    footer: footers[lang],
    attributions: [texts.attributions.places, texts.attributions.coastline],
    noIndex: shown.noIndex ?? false,
    errorPrefix: shown.errorPrefix ?? false,
    accessibilityStatement: frame.baseUrl + addressOf('accessibility', lang),
    head: (
      <HeadOf
        shown={shown}
        lang={lang}
        address={frame.baseUrl + path}
        site={city.title[lang]}
        siteAddress={frame.baseUrl + home.href}
        card={frame.baseUrl + cardAddress(lang)}
        paging={frame.paging ?? null}
      />
    ),
    today: frame.today,
    children: (
      <>
        {shown.content}
        {shown.label && <LabelSection label={labelOf(shown.label, lang)} lang={lang} timeZone={city.timeZone} />}
        {shown.noFeedback !== true && <FeedbackLink about={path} lang={lang} />}
      </>
    ),
  });
}

function labelOf({ facts, history, withRevision = true, byDay = false }: NonNullable<Shown['label']>, lang: Lang) {
  const signed = (who: LabelFacts['author']): string => who.name ?? who.role[lang];
  const moment = (at: Date): string => (byDay ? at.toISOString().slice(0, 10) : at.toISOString());
  return {
    author: signed(facts.author),
    publisher: signed(facts.publisher),
    publishingBody: facts.body[lang],
    produced: moment(facts.producedAt),
    published: moment(facts.publishedAt),
    updated: moment(facts.updatedAt),
    revision: withRevision ? facts.revision : undefined,
    history,
  };
}

function footerOf(lang: Lang): FooterColumn[] {
  const texts = textsFor(lang);
  const statement = accessibilityTexts(lang).talking;
  return [
    {
      heading: tidy(texts.footer.register, lang),
      links: (['organisations', 'whyBelong', 'offers', 'calendar', 'assessment', 'acts', 'costs'] as const).map((name) => ({ text: texts.nav[name], href: addressOf(name, lang) })),
    },
    {
      heading: tidy(texts.footer.data, lang),
      links: [
        { text: texts.statements.data, href: addressOf('data', lang) },
        { text: texts.footer.changes, href: addressOf('changes', lang) },
        { text: texts.footer.json, href: `${addressOf('organisations', lang)}.json` },
        { text: texts.footer.csv, href: `${addressOf('organisations', lang)}.csv` },
      ],
    },
    {
      heading: tidy(texts.footer.service, lang),
      links: [
        { text: texts.nav.about, href: addressOf('about', lang) },
        { text: texts.footer.institutions, href: institutionAddress('institution', lang) },
        ...(['privacy', 'cookies', 'siteMap'] as const).map((name) => ({ text: texts.statements[name], href: addressOf(name, lang) })),
      ],
    },
    {
      heading: tidy(texts.footer.access, lang),
      links: [
        { text: texts.statements.accessibility, href: addressOf('accessibility', lang) },
        { text: texts.statements.easyToRead, href: `${addressOf('accessibility', lang)}#${statement.easyId}` },
        { text: texts.statements.signLanguage, href: `${addressOf('accessibility', lang)}#${statement.signId}` },
      ],
    },
  ];
}

const footers: Readonly<Record<Lang, FooterColumn[]>> = { pl: footerOf('pl'), en: footerOf('en') };

const keepMenus = remembered<SectionMenu[]>();

/** The three unfolding menus of the source page. The city's belonging is grouped by who decided, and by whether it lasts. */
export async function sectionMenus(reader: Reader, asked: { lang: Lang; today: Day; city: City; path: string }): Promise<SectionMenu[]> {
  const { lang, today, city, path } = asked;
  const menus = await keepMenus([await registerMark(reader), today, lang, cityName(city, lang)].join(' '), () => readMenus(reader, asked));
  // Only what leads to this page is made anew; the rest stays what it was, and need not be written again.
  const hasOwnLink = menus.some((menu) => menu.groups.some((group) => leadsTo(group, path)));
  if (hasOwnLink) return menus.map((menu) => (menu.groups.some((group) => leadsTo(group, path)) ? { ...menu, groups: menu.groups.map((group) => marked(group, path)) } : menu));
  return menus.map((menu) => (menu.groups.some((group) => holds(group, path)) ? { ...menu, current: true } : menu));
}

const leadsTo = ({ links }: MenuGroup, path: string): boolean => links.some((link) => link.href === path);
/** Leads to a part of this page, or to the list that this page is one of. */
const holds = ({ links }: MenuGroup, path: string): boolean =>
  links.some(({ href }) => {
    const [own = href] = href.split('#');
    return path === own || path.startsWith(`${own}/`);
  });
const marked = (group: MenuGroup, path: string): MenuGroup =>
  leadsTo(group, path) ? { ...group, links: group.links.map((link) => (link.href === path ? { ...link, current: true } : link)) } : group;

async function readMenus(reader: Reader, { lang, today, city }: { lang: Lang; today: Day; city: City }): Promise<SectionMenu[]> {
  const texts = textsFor(lang);
  const list = addressOf('organisations', lang);
  const { active, others, national, past } = await readMenuGroups(reader, { lang, today });
  const group = (heading: string, { links, more }: MenuGroupRead, query: string) => ({
    heading,
    links: more ? [...links, { text: texts.menus.more, href: `${list}?${query}` }] : links,
  });
  const words = wordsFor(lang);
  const why = addressOf('whyBelong', lang);
  const areaLink = (area: (typeof areas)[number]): Link => ({ text: sentence(words.area[area]), href: `${why}#${area}` });
  const pageLink = (name: PageName, text: string): Link => ({ text, href: addressOf(name, lang) });
  return [
    {
      title: texts.menus.section,
      groups: [
        {
          links: [
            pageLink('organisations', texts.menus.all),
            { text: texts.menus.active, href: `${list}?status=active` },
            { text: texts.menus.notEstablished, href: `${list}?status=not-established` },
            pageLink('offers', texts.nav.offers),
            pageLink('calendar', texts.nav.calendar),
            pageLink('acts', texts.nav.acts),
            pageLink('costs', texts.nav.costs),
            pageLink('assessment', texts.nav.assessment),
            pageLink('changes', texts.nav.changes),
            pageLink('about', texts.nav.about),
          ],
        },
      ],
    },
    {
      title: texts.menus.organisations(cityName(city, lang)),
      groups: [
        group(texts.menus.byCouncil, active, 'status=active&scope=international&decided=council'),
        group(texts.menus.others, others, 'status=active&scope=international'),
        group(texts.menus.national, national, 'status=active&scope=national'),
        group(texts.menus.formerOrUnclear, past, 'status=not-established'),
      ].filter((one) => one.links.length > 0),
    },
    {
      title: texts.menus.why,
      groups: [
        { heading: texts.menus.measurable, links: [areaLink('projects-innovation')] },
        { heading: texts.menus.immaterial, links: areas.filter((area) => area !== 'projects-innovation' && area !== 'prestige').map(areaLink) },
        { heading: texts.menus.prestige, links: [areaLink('prestige')] },
      ],
    },
  ];
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
