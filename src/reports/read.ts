import type { Reader } from '#db/handles.ts';
import { dateInWords } from '#lang/dates.ts';
import { numberInWords } from '#lang/numbers.ts';
import { dayAt } from '#basics/day.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { actsChapter } from './chapters/acts.ts';
import { activitiesChapter } from './chapters/activities.ts';
import { assessmentChapter } from './chapters/assessment.ts';
import { costsChapter } from './chapters/costs.ts';
import { effectsChapter } from './chapters/effects.ts';
import { functionsChapter } from './chapters/functions.ts';
import { keyChapter } from './chapters/key-figures.ts';
import { membershipsChapter } from './chapters/memberships.ts';
import { offersChapter } from './chapters/offers.ts';
import { stateOfMunicipality } from './chapters/state-of-municipality.ts';
import { coloursOf } from './figures/print.ts';
import { gather, type Gathered, type ReportAsked } from './gathered.ts';
import type { Chapter, NumberedSource, Report, ReportKind } from './report.ts';
import { textsFor } from './texts.ts';
import { writing, type Writing } from './writing.ts';

/** A report as one snapshot of the register has it. Colours come from the built assets, so `useAssets` must have run. */
export async function readReport(reader: Reader, asked: ReportAsked & { kind: ReportKind }, tell?: (part: number) => void): Promise<Report> {
  return reportFrom(await gather(reader, asked, tell), asked.kind);
}

function reportFrom(gathered: Gathered, kind: ReportKind): Report {
  const { lang, year, city } = gathered;
  const texts = textsFor(lang);
  const write = writing(lang);
  const chapters = kind === 'chapter' ? [stateOfMunicipality(gathered, write)] : wholeReport(gathered, write);
  const subtitle = write.set(texts.subtitle[kind](year));
  const body = publishingBodyOf(city);
  return {
    kind,
    lang,
    year,
    title: write.set(city.title[lang]),
    subtitle,
    documentTitle: texts.documentTitle(write.set(city.title[lang]), subtitle),
    madeOn: gathered.today,
    city: lang === 'pl' ? city.name.pl.nominative : city.name.en,
    council: city.council[lang],
    body: body[lang],
    imprint: imprint(gathered, body[lang]),
    notice: city.demonstration === null ? null : write.set(city.demonstration[lang]),
    words: texts.words,
    chapters,
    sources: sourcesOf(write, gathered),
    sourcesTitle: texts.sources.title,
    colours: coloursOf(city),
    fileName: `${city.slug}-${texts.fileName[kind]}-${year}`,
  };
}

function wholeReport(gathered: Gathered, write: Writing): Chapter[] {
  const chapters: (Chapter | null)[] = [
    keyChapter(gathered, write),
    membershipsChapter(gathered, write),
    actsChapter(gathered, write),
    costsChapter(gathered, write),
    functionsChapter(gathered, write),
    activitiesChapter(gathered, write),
    effectsChapter(gathered, write),
    offersChapter(gathered, write),
    assessmentChapter(gathered, write),
  ];
  return chapters.flatMap((chapter) => chapter ?? []);
}

/** Who made it, of what and when: the label of a printed thing. */
function imprint({ lang, on, today, city, label, registerVersion }: Gathered, body: string): Report['imprint'] {
  const texts = textsFor(lang).imprint;
  const changed = label === undefined ? null : dateInWords(dayAt(label.updatedAt, city.timeZone), lang);
  return [
    { term: texts.for, value: city.council[lang] },
    { term: texts.by, value: body },
    ...(label === undefined ? [] : [{ term: texts.author, value: label.author.name ?? label.author.role[lang] }]),
    { term: texts.made, value: dateInWords(today, lang) },
    { term: texts.asOf, value: dateInWords(on, lang) },
    { term: texts.register, value: texts.version(numberInWords(registerVersion, lang), changed) },
  ];
}

const sourcesOf = (write: Writing, { lang }: Gathered): NumberedSource[] =>
  write.sources().map(({ number, url, title, lang: titleLang, seenOn }) => ({
    number,
    url,
    title: { text: title ?? url, ...(titleLang === undefined || titleLang === lang ? {} : { lang: titleLang }) },
    seenOn: seenOn === undefined ? null : write.set(textsFor(lang).sources.seen(dateInWords(seenOn, lang), seenOn)),
  }));
