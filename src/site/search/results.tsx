import { countryName } from '#lang/names.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { inLang, type Concerned, type NetworkName } from '#register/index.ts';
import { InLang } from '#ui/prose.tsx';
import { addressOf } from '#web/paths.ts';
import { cityName, titleParts } from './naming.ts';
import { markWords, snippetOf } from './marking.ts';
import type { FoundCity, FoundRecord } from './read.ts';
import { groupOf, textsFor } from './texts.ts';

type Look = { lang: Lang; words: readonly string[] };

/** A text with the words that were searched for marked. */
export const Marked = ({ text, words }: { text: string; words: readonly string[] }) => (
  <>{markWords(text, words).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>
);

const Organisations = ({ organisations, lang }: { organisations: readonly Concerned[]; lang: Lang }) => (
  <p class="kg-found__of">
    {organisations.map(({ slug, shortName }, index) => (
      <>
        {index > 0 && ', '}
        <a href={addressOf('organisation', lang, { slug })}>
          <InLang text={shortName} lang={lang} note={false} />
        </a>
      </>
    ))}
  </p>
);

/** `kindShown`: where it stands among results of other kinds. */
export const RecordResult = ({ record, lang, words, kindShown = false }: Look & { record: FoundRecord; kindShown?: boolean }) => {
  const { organisation, title } = titleParts(record);
  const names = record.names.filter((name) => !record.title.includes(name) && markWords(name, words).some((piece) => piece.marked));
  const snippet = snippetOf(record.text, words);
  // An English page quotes Polish where the record has no English text; the Polish page then has the same line.
  const polish = lang === 'en' && snippet !== undefined && record.polishText.split('\n').some((line) => line.includes(snippet.text));
  return (
    <li class="kg-found__item">
      <h3 class="kg-found__title">
        <a href={record.path}>
          {organisation !== undefined && (
            <>
              <InLang text={organisation} lang={lang} note={false} />
              {': '}
            </>
          )}
          <Marked text={tidy(title, lang)} words={words} />
        </a>
      </h3>
      {kindShown && <p class="kg-found__kind">{tidy(groupOf(record.kind, lang).heading, lang)}</p>}
      {organisation === undefined && record.organisations.length > 0 && <Organisations organisations={record.organisations} lang={lang} />}
      {names.length > 0 && (
        <p class="kg-found__names">
          {textsFor(lang).otherNames}{' '}
          {names.map((name, index) => (
            <>
              {index > 0 && ', '}
              <span lang="">
                <Marked text={name} words={words} />
              </span>
            </>
          ))}
        </p>
      )}
      {snippet !== undefined && (
        <p class="kg-found__text">
          {snippet.before && '… '}
          <span lang={polish ? 'pl' : undefined}>
            <Marked text={tidy(snippet.text, polish ? 'pl' : lang)} words={words} />
          </span>
          {snippet.after && ' …'}
        </p>
      )}
    </li>
  );
};

/** A longer name stands in a row of names by its acronym. */
const longestName = 40;

const Network = ({ network, lang }: { network: NetworkName; lang: Lang }) =>
  network.organisation === null ? (
    <a href={addressOf('history', lang, { kind: 'networks', slug: network.slug })}>
      {network.acronym !== null && inLang(network.name, lang).length > longestName ? network.acronym : <InLang text={network.name} lang={lang} note={false} />}
    </a>
  ) : (
    <a href={addressOf('organisation', lang, { slug: network.organisation.slug })}>
      <InLang text={network.organisation.shortName} lang={lang} note={false} />
    </a>
  );

/** A city has no page of its own: its result says which networks list it, and leads to them. */
export const CityResult = ({ city, lang, words }: Look & { city: FoundCity }) => {
  const name = cityName(city, lang);
  const texts = textsFor(lang);
  const own = (network: NetworkName): string => inLang(network.organisation?.shortName ?? network.name, lang);
  const networks = city.networks.toSorted((a, b) => Number(a.organisation === null) - Number(b.organisation === null) || own(a).localeCompare(own(b), lang));
  return (
    <li class="kg-found__item">
      <h3 class="kg-found__title">
        <Marked text={name} words={words} />
        <span class="kg-found__where">, {countryName(city.country, lang)}</span>
      </h3>
      <p class="kg-found__text">
        {texts.networks(networks.length)}:{' '}
        {networks.map((network, index) => (
          <>
            {index > 0 && ', '}
            <Network network={network} lang={lang} />
          </>
        ))}
      </p>
    </li>
  );
};
