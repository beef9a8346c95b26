import { dayAt } from '#basics/day.ts';
import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { SummaryList } from '#ui/facts.tsx';
import { Hidden } from '#ui/marks.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Asked } from '../page.ts';
import { addressOfFile, themeCodes, type Format } from './datasets.ts';
import { licence } from '../licence.ts';
import { exampleName, openDataJson, openDataJsonLd, readOpenData, type OpenDataView } from './machine.ts';
import { datasetInWords, textsFor } from './texts.ts';

const fileNames = { csv: 'CSV', json: 'JSON', atom: 'Atom', ics: 'iCalendar' } as const satisfies Record<Format, string>;

const places = 'https://www.geonames.org/';
const softwareLicence = 'https://eupl.eu/1.2/';
const themeTable = 'http://publications.europa.eu/resource/authority/data-theme';
const formats = {
  csv: 'https://www.rfc-editor.org/rfc/rfc4180',
  json: 'https://www.rfc-editor.org/rfc/rfc8259',
  edtf: 'https://www.loc.gov/standards/datetime/',
  atom: 'https://www.rfc-editor.org/rfc/rfc4287',
} as const;

/** What can be taken as data, on what terms, and how to read it. */
export const dataPage = publicPage<OpenDataView>({
  name: 'data',
  section: 'about',
  read: readOpenData,
  show(view, asked) {
    const { lang } = asked;
    const texts = textsFor(lang);
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: addressOf('data', lang) }],
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      jsonLd: openDataJsonLd(view, asked),
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
          <Datasets view={view} asked={asked} />
          <Terms view={view} asked={asked} />
          <Shape lang={lang} />
          <Pointing view={view} asked={asked} />
          <Formats lang={lang} />
        </>
      ),
    };
  },
  json: openDataJson,
});

const Datasets = ({ view, asked: { lang, city } }: { view: OpenDataView; asked: Asked }) => {
  const { sets, themes } = textsFor(lang);
  return (
    <Section id={sets.id} heading={tidy(sets.heading, lang)} intro={tidy(sets.intro, lang)} wide first>
      <Table
        lang={lang}
        id="sets"
        caption={sets.caption}
        rows={view.sets.map((row) => ({ ...row, words: datasetInWords(row.set, exampleName(view, lang), lang) }))}
        columns={[
          { head: sets.columns.set, cell: ({ words }) => <TwoLines first={words.name} second={tidy(words.text, lang)} /> },
          {
            head: sets.columns.files,
            cell: ({ set, words }) =>
              set.formats.map((format, index) => (
                <>
                  {index > 0 && ' · '}
                  <a href={addressOfFile(set, format, lang, view.example?.slug ?? '')}>
                    {set.name === 'organisation' && format === 'csv' ? sets.steps : fileNames[format]}
                    <Hidden>: {words.name}</Hidden>
                  </a>
                </>
              )),
          },
          {
            head: sets.columns.modified,
            cell: ({ modified }) => <time datetime={modified.toISOString()}>{dayInWords(dayAt(modified, city.timeZone), lang)}</time>,
          },
          { head: sets.columns.theme, cell: ({ set }) => <a href={`${themeTable}/${themeCodes[set.theme]}`}>{themes[set.theme]}</a> },
        ]}
      />
    </Section>
  );
};

const Terms = ({ view, asked: { lang, city } }: { view: OpenDataView; asked: Asked }) => {
  const { terms } = textsFor(lang);
  const linked = (href: string, text: string, sentence: string) => (
    <>
      <a href={href}>{text}</a>. {tidy(sentence, lang)}
    </>
  );
  return (
    <Section id={terms.id} heading={tidy(terms.heading, lang)}>
      <SummaryList
        rows={[
          { term: terms.licence, value: linked(licence, 'CC BY 4.0', terms.licenceText) },
          { term: terms.places, value: linked(places, 'GeoNames, CC BY 4.0', terms.placesText) },
          { term: terms.software, value: linked(softwareLicence, 'EUPL 1.2', terms.softwareText) },
          { term: terms.frequency, value: tidy(terms.frequencyText, lang) },
          ...(view.label === undefined ? [] : [{ term: terms.publisher, value: view.label.body[lang] }]),
          { term: terms.contact, value: tidy(city.demonstration === null ? terms.own : terms.demonstration, lang) },
        ]}
      />
    </Section>
  );
};

const fields = ['notice', 'items', 'total', 'page', 'pageSize', 'label'] as const;

const Shape = ({ lang }: { lang: Lang }) => {
  const { shape } = textsFor(lang);
  return (
    <Section id={shape.id} heading={tidy(shape.heading, lang)} intro={tidy(shape.intro, lang)}>
      <SummaryList rows={fields.map((field) => ({ term: <code>{field}</code>, value: tidy(shape.fields[field], lang) }))} />
      <p>{tidy(shape.values, lang)}</p>
    </Section>
  );
};

const Pointing = ({ view, asked: { lang, city, today, baseUrl } }: { view: OpenDataView; asked: Asked }) => {
  const { ids, cite, follow } = textsFor(lang);
  const stable = view.example && `/id/organisations/${view.example.slug}`;
  return (
    <>
      <Section id={ids.id} heading={tidy(ids.heading, lang)}>
        <p>{tidy(ids.text, lang)}</p>
        {stable !== undefined && (
          <p>
            {ids.example} <a href={stable}>{stable}</a>
          </p>
        )}
      </Section>
      <Section id={cite.id} heading={tidy(cite.heading, lang)}>
        <div class="kg-prose">
          <blockquote>
            <p>{tidy(cite.text(view.label?.body[lang] ?? city.title[lang], city.title[lang], dayInWords(today, lang), baseUrl + addressOf('home', lang)), lang)}</p>
          </blockquote>
          <p>{tidy(cite.revision, lang)}</p>
        </div>
      </Section>
      <Section id={follow.id} heading={tidy(follow.heading, lang)}>
        <div class="kg-prose">
          <p>{tidy(follow.text, lang)}</p>
          <p>
            <a href={`${addressOf('changes', lang)}.atom`}>{follow.feed}</a>
          </p>
        </div>
      </Section>
    </>
  );
};

const Formats = ({ lang }: { lang: Lang }) => {
  const texts = textsFor(lang).formats;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      <div class="kg-prose">
        <ul>
          {(['csv', 'json', 'edtf', 'atom'] as const).map((format) => (
            <li>
              <a href={formats[format]}>{texts[format]}</a>
            </li>
          ))}
        </ul>
        <p>{tidy(texts.csvNote, lang)}</p>
      </div>
    </Section>
  );
};
