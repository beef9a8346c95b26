import { amountInWords } from '#lang/numbers.ts';
import { countryName } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { awardsIn, eventsIn, projectsIn } from '../year.ts';

export function activitiesChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year } = gathered;
  const texts = textsFor(lang).activities;
  return {
    title: texts.title,
    newPage: false,
    blocks: [
      eventsTable(gathered, write) ?? write.paragraph(texts.noEvents(year)),
      projectsTable(gathered, write) ?? write.paragraph(texts.noProjects(year)),
      ...awardsTable(gathered, write),
    ],
  };
}

/** The organisations that an event, project or award came with, by the names that tables use. */
function namesOf(slugs: readonly string[], { organisations }: Gathered, write: Writing): Cell {
  const found = slugs.flatMap((slug) => organisations.filter((one) => one.slug === slug).map(({ body }) => write.words(body.shortName)));
  const [first] = found;
  return { text: found.map(({ text }) => text).join('; '), ...(first?.lang === undefined ? {} : { lang: first.lang }) };
}

export function eventsTable(gathered: Gathered, write: Writing): Block | null {
  const { lang, year } = gathered;
  const texts = textsFor(lang);
  const rows = eventsIn(gathered).map(({ body }): Cell[] => [
    write.dates(body.date, texts.undated, texts.or),
    {
      ...write.text(body.name, body, { strong: true }),
      ...(body.place === undefined ? {} : { under: { text: write.set(`${inLang(body.place.name, lang)}, ${countryName(body.place.country, lang)}`) } }),
    },
    namesOf(body.organisations, gathered, write),
    write.cell(wordsFor(lang).part[body.part]),
    body.attendance.length === 0 ? write.unknown(texts.unknown) : { ...write.cell(body.attendance.map(({ value }) => inLang(value, lang)).join(` ${texts.or} `)) },
  ]);
  if (rows.length === 0) return null;
  const { columns } = texts;
  return write.table(
    texts.activities.events(year),
    [
      { head: columns.date, share: 3.4 },
      { head: columns.event, share: 6 },
      { head: columns.organisation, share: 4 },
      { head: columns.part, share: 3 },
      { head: columns.attendance, share: 3 },
    ],
    rows,
  );
}

export function projectsTable(gathered: Gathered, write: Writing): Block | null {
  const { lang, year } = gathered;
  const texts = textsFor(lang);
  const { columns, activities } = texts;
  const rows = projectsIn(gathered).map(({ body }): Cell[] => {
    const { funding, cityShare } = body;
    const whole =
      funding === undefined
        ? undefined
        : funding.whole === 'city'
          ? activities.share(amountInWords(funding.amount, funding.currency, lang))
          : activities.whole(amountInWords(funding.amount, funding.currency, lang));
    const share =
      cityShare === null
        ? funding?.whole === 'whole-consortium'
          ? activities.shareUnknown
          : undefined
        : activities.share(amountInWords(cityShare.amount, cityShare.currency, lang));
    const money = [...new Set([share, whole].flatMap((one) => one ?? []))];
    return [
      { ...write.text(body.name, body, { strong: true }), under: write.words(body.summary) },
      namesOf(body.organisations, gathered, write),
      { ...write.dates(body.years, texts.undated, texts.or), ...(body.lead ? { under: { text: write.set(activities.lead) } } : {}) },
      money.length === 0 ? write.unknown(activities.moneyUnknown) : { ...write.cell(money[0] ?? ''), ...(money[1] === undefined ? {} : { under: { text: write.set(money[1]) } }) },
    ];
  });
  if (rows.length === 0) return null;
  return write.table(
    activities.projects(year),
    [
      { head: columns.project, share: 7 },
      { head: columns.organisation, share: 4 },
      { head: columns.years, share: 3 },
      { head: columns.money, share: 4 },
    ],
    rows,
  );
}

function awardsTable(gathered: Gathered, write: Writing): Block[] {
  const { lang, year } = gathered;
  const texts = textsFor(lang);
  const rows = awardsIn(gathered).map(({ body }): Cell[] => [
    write.dates(body.date, texts.undated, texts.or),
    write.text(body.name, body, { strong: true }),
    namesOf(body.organisations, gathered, write),
    write.text(body.to),
  ]);
  if (rows.length === 0) return [];
  const { columns } = texts;
  return [
    write.table(
      texts.activities.awards(year),
      [
        { head: columns.date, share: 3.4 },
        { head: columns.award, share: 6 },
        { head: columns.organisation, share: 4 },
        { head: columns.to, share: 4 },
      ],
      rows,
    ),
  ];
}
