import { site as en } from '#lang/en/site.ts';
import type { Lang } from '#lang/lang.ts';
import { site as pl } from '#lang/pl/site.ts';
import type { Signatory } from '#publishing/history.ts';
import { JsonLd } from '#ui/json-ld.tsx';
import { cardSize } from '../card/drawing.tsx';
import type { Paging, Shown } from '../page.ts';

type HeadProps = { shown: Shown; lang: Lang; address: string; site: string; siteAddress: string; card: string; paging: Paging | null };

const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** What a page's head holds for machines: the card shown beside links to it, its feeds, its neighbours in a list, and schema.org data. */
export const HeadOf = (props: HeadProps) => {
  const { feeds = [], jsonLd } = props.shown;
  const { paging } = props;
  return (
    <>
      <meta property="og:image" content={props.card} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(cardSize.width)} />
      <meta property="og:image:height" content={String(cardSize.height)} />
      <meta property="og:image:alt" content={textsFor(props.lang).cardAlt(props.site)} />
      <meta name="twitter:card" content="summary_large_image" />
      {feeds.map(({ href, title }) => (
        <link rel="alternate" type="application/atom+xml" href={href} title={title} />
      ))}
      {paging !== null && paging.page > 1 && <link rel="prev" href={paging.hrefOf(paging.page - 1)} />}
      {paging !== null && paging.page < paging.pages && <link rel="next" href={paging.hrefOf(paging.page + 1)} />}
      <JsonLd value={webPage(props)} />
      {jsonLd !== undefined && <JsonLd value={jsonLd} />}
    </>
  );
};

/** The page and its label (metka), as the label itself says it: Act of 6 September 2001 on access to public information, art. 8(6). */
function webPage({ shown, lang, address, site, siteAddress }: HeadProps): object {
  const { label } = shown;
  const at = (moment: Date): string => (label?.byDay === true ? moment.toISOString().slice(0, 10) : moment.toISOString());
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': address,
    url: address,
    name: shown.title,
    ...(shown.description === undefined ? {} : { description: shown.description }),
    inLanguage: lang,
    isPartOf: { '@type': 'WebSite', name: site, url: siteAddress },
    ...(label === undefined
      ? {}
      : {
          author: signed(label.facts.author, lang),
          editor: signed(label.facts.publisher, lang),
          publisher: { '@type': 'Organization', name: label.facts.body[lang] },
          dateCreated: at(label.facts.producedAt),
          datePublished: at(label.facts.publishedAt),
          dateModified: at(label.facts.updatedAt),
          ...(label.withRevision === false ? {} : { version: label.facts.revision }),
        }),
  };
}

/** Where no name may be given, the role stands in its place. */
const signed = ({ name, role }: Signatory, lang: Lang): object => (name === null ? { '@type': 'Role', roleName: role[lang] } : { '@type': 'Person', name, jobTitle: role[lang] });
