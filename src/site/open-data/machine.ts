import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { inLang, organisationsBelongedTo, type Kept, type Organisation } from '#register/index.ts';
import { licence } from '../licence.ts';
import type { Asked } from '../page.ts';
import { addressOfFile, datasets, mediaTypes, themeCodes, type Dataset } from './datasets.ts';
import { datasetInWords, textsFor } from './texts.ts';

export type OpenDataView = { sets: { set: Dataset; modified: Date }[]; example: Kept<Organisation> | undefined; label: LabelFacts | undefined };

/** A dataset of which nothing has been published yet is not offered. */
export async function readOpenData({ reader }: Asked): Promise<OpenDataView> {
  const [example] = await organisationsBelongedTo(reader);
  const sets: OpenDataView['sets'] = [];
  for (const set of datasets) {
    const label = await labelOfLatest(reader, set.kinds);
    if (label && (example || set.name !== 'organisation')) sets.push({ set, modified: label.updatedAt });
  }
  return { sets, example, label: await labelOfLatest(reader) };
}

export const exampleName = ({ example }: OpenDataView, lang: Asked['lang']): string => (example ? inLang(example.body.shortName, lang) : '');

/** What a list of the datasets says of each. */
export const openDataJson = (view: OpenDataView, { lang, baseUrl }: Asked): Record<string, unknown> => ({
  licence,
  items: view.sets.map(({ set, modified }) => ({
    ...datasetInWords(set, exampleName(view, lang), lang),
    theme: `http://publications.europa.eu/resource/authority/data-theme/${themeCodes[set.theme]}`,
    frequency: 'http://publications.europa.eu/resource/authority/frequency/IRREG',
    modified: modified.toISOString(),
    files: set.formats.map((format) => ({ mediaType: mediaTypes[format], address: baseUrl + addressOfFile(set, format, lang, view.example?.slug ?? '') })),
  })),
  total: view.sets.length,
  page: 1,
  pageSize: view.sets.length,
  label: view.label ?? null,
});

/** schema.org: the catalogue, so that searches for datasets find it. */
export const openDataJsonLd = (view: OpenDataView, { lang, baseUrl, city }: Asked): object => ({
  '@context': 'https://schema.org',
  '@type': 'DataCatalog',
  name: `${textsFor(lang).title} – ${city.title[lang]}`,
  description: textsFor(lang).description,
  license: licence,
  inLanguage: lang,
  dataset: view.sets.map(({ set, modified }) => {
    const { name, text } = datasetInWords(set, exampleName(view, lang), lang);
    return {
      '@type': 'Dataset',
      name,
      description: text,
      license: licence,
      dateModified: modified.toISOString(),
      isAccessibleForFree: true,
      ...(view.label === undefined ? {} : { creator: { '@type': 'Organization', name: view.label.body[lang] } }),
      distribution: set.formats.map((format) => ({
        '@type': 'DataDownload',
        encodingFormat: mediaTypes[format],
        contentUrl: baseUrl + addressOfFile(set, format, lang, view.example?.slug ?? ''),
      })),
    };
  }),
});
