import { compareTexts } from '#lang/names.ts';
import { otherLang, type Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { listAddresses, type PublicAddress } from '#publishing/addresses.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { actsInOrder } from '#register/index.ts';
import { PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import { publicPage } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { pageTitle, plainPages, textsFor } from './plain-pages.ts';

type View = { records: PublicAddress[]; label: LabelFacts | undefined };

/** Every page and every record that has a page of its own, in both languages. */
export const siteMapPage = publicPage<View>({
  name: 'siteMap',
  section: 'about',

  async read({ reader, lang }) {
    const compare = compareTexts(lang);
    const records = await listAddresses(reader, ['organisation', 'act', 'offer']);
    const place = new Map((await actsInOrder(reader)).map((slug, index) => [slug, index]));
    // A number in Roman figures says nothing by the alphabet, so acts stand by their dates.
    const [acts, others] = [records.filter((one) => one.kind === 'act'), records.filter((one) => one.kind !== 'act')];
    return {
      records: [
        ...others.toSorted((a, b) => compare(a.title[lang], b.title[lang])),
        ...acts.toSorted((a, b) => (place.get(a.slug) ?? place.size) - (place.get(b.slug) ?? place.size)),
      ],
      label: await labelOfLatest(reader),
    };
  },

  show({ records, label }, { lang }) {
    const texts = textsFor(lang);
    const own = [
      ...plainPages.map((name) => ({ title: titleOf((one) => pageTitle(name, one)), path: titleOf((one) => addressOf(name, one)) })),
      { title: titleOf((one) => siteTexts(one).footer.institutions), path: titleOf((one) => institutionAddress('institution', one)) },
    ];
    const organisations = records.filter((record) => record.kind === 'organisation');
    const acts = records.filter((record) => record.kind === 'act');
    const offers = records.filter((record) => record.kind === 'offer');
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: addressOf('siteMap', lang) }],
      label: label && { facts: label, withRevision: false, history: addressOf('changes', lang) },
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
          <Section id={texts.pagesId} heading={tidy(texts.pagesHeading, lang)} first>
            <InBothLanguages entries={own} lang={lang} />
            <p class="kg-fig__tools">
              {texts.machines} <a href="/sitemap.xml">sitemap.xml</a>
            </p>
          </Section>
          {organisations.length > 0 && (
            <Section id={texts.organisationsId} heading={tidy(texts.organisationsHeading, lang)}>
              <InBothLanguages entries={organisations} lang={lang} />
            </Section>
          )}
          {offers.length > 0 && (
            <Section id={texts.offersId} heading={tidy(texts.offersHeading, lang)}>
              <InBothLanguages entries={offers} lang={lang} />
            </Section>
          )}
          {acts.length > 0 && (
            <Section id={texts.actsId} heading={tidy(texts.actsHeading, lang)}>
              <InBothLanguages entries={acts} lang={lang} />
            </Section>
          )}
        </>
      ),
    };
  },

  json: ({ records, label }, { baseUrl }) => {
    const items = [
      ...plainPages.map((name) => ({ page: name, title: titleOf((lang) => pageTitle(name, lang)), address: titleOf((lang) => baseUrl + addressOf(name, lang)) })),
      ...records.map(({ kind, slug, title, path }) => ({ page: kind, slug, title, address: titleOf((lang) => baseUrl + path[lang]) })),
    ];
    return { items, total: items.length, page: 1, pageSize: items.length, label: label ?? null };
  },
});

const titleOf = (say: (lang: Lang) => string): Record<Lang, string> => ({ pl: say('pl'), en: say('en') });

/** The page in the reader's language, and small below it the same page in the other. */
const InBothLanguages = ({ entries, lang }: { entries: readonly Pick<PublicAddress, 'title' | 'path'>[]; lang: Lang }) => {
  const other = otherLang(lang);
  return (
    <ul class="kg-names">
      {entries.map(({ title, path }) => (
        <li>
          <a href={path[lang]}>{tidy(title[lang], lang)}</a>
          <br />
          <small class="kg-quiet">
            <a href={path[other]} lang={other} hreflang={other}>
              {tidy(title[other], other)}
            </a>
          </small>
        </li>
      ))}
    </ul>
  );
};
